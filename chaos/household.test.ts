import { describe, expect, test } from "vitest";
import type { Browser, Sent } from "./browser";
import { Household, type World } from "./household";
import { makeJournal } from "./journal";
import { makeRandom } from "./random";

const lost: Sent = { kind: "lost" };
const done: Sent = { kind: "done", to: "/clients", html: "" };
const refused = (code: string): Sent => ({ kind: "refused", code, html: "" });

/** What becomes of a form that is answered like this, one answer after the other. */
async function press(what: string, answers: Sent[]) {
  const journal = makeJournal();
  const world = { journal, product: { portalUrl: "" }, isOver: () => false } as unknown as World;
  const people = { shop: "", desk: "", shopId: "", deskId: "", sellers: [] };
  const random = { ...makeRandom(1), chance: () => false, between: () => 0 };
  const home = new Household(world, random, people, { shop: "", desk: "" });
  const browser = { send: async () => answers.shift() ?? done } as unknown as Browser;
  const outcome = await home.press(browser, "/clients", what, {});
  return { ...outcome, refused: [...journal.refused], lost: journal.lost };
}

describe("a form whose answer was lost is sent again", () => {
  test.each([
    ["unlink", "stale"],
    ["link", "already_linked"],
    ["reset password", "expired"],
    ["delete client", "not_found"],
  ])("%s: %s then says that it was done", async (what, code) => {
    expect(await press(what, [lost, refused(code)])).toEqual({ kind: "happened", refused: [], lost: 1 });
  });

  test("the same words are a refusal where no answer was lost, and others always", async () => {
    expect(await press("delete client", [refused("not_found")])).toMatchObject({ code: "not_found" });
    expect(await press("unlink", [lost, refused("not_found")])).toMatchObject({
      code: "not_found",
      refused: [["unlink: not_found", 1]],
    });
    expect(await press("unlink", [lost, lost, done])).toMatchObject({ kind: "done", lost: 2 });
  });
});
