import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { chooseSights } from "./choose-sights";
import { examine, measure, narrowDown, prepare } from "./examine";
import { readSights } from "./seen";

const parts = 3;

/**
 * What the stories saw, examined once they are over, when it is known what there is: axe goes over as many sights as
 * show every page and every kind of element (what a piece looks like does not depend on the page it stands on), and
 * every sight must fit a screen of 320 pixels, which depends on words. So it does not matter which story came first.
 */
for (let part = 0; part < parts; part++) {
  test(`What the stories saw is clean for axe in both themes and fits a phone, part ${part + 1} of ${parts}`, async ({
    page,
  }, { project: { outputDir } }) => {
    test.setTimeout(600_000);
    const seen = readSights(outputDir);
    const mine = <T>(all: T[]) => all.filter((_, n) => n % parts === part);
    const problems = new Map<string, string>();
    const keep = (found: string[], story: string) => {
      for (const problem of found)
        if (!problems.has(problem)) problems.set(problem, `${problem}\n    seen in ${story}`);
    };
    await prepare(page);
    const numbered = chooseSights(seen).map((sight, number) => ({ sight, number }));
    for (const { sight, number } of mine(numbered))
      keep(await examine(page, sight, join(outputDir, "pictures"), number), sight.story);
    await narrowDown(page);
    for (const sight of mine(seen)) keep(await measure(page, sight), sight.story);
    expect([...problems.values()].join("\n"), "what the stories left behind").toBe("");
  });
}
