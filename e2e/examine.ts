import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { pageOf } from "./seen";

/** A page as somebody saw it at one moment, without its scripts. */
export type Sight = { url: string; html: string };

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const looks = [
  { colorScheme: "light", width: 1280, height: 800 },
  { colorScheme: "dark", width: 390, height: 844 },
] as const;
/** What colours and widths can change; the names, roles and order of a page are the same in every look. */
const visual = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

// For eyes, not for the run: drawing whole pages costs time.
const wantsPictures = process.env.STORY_PICTURES === "1";

/**
 * Runs axe over a page as it stood, light on a wide screen and dark on a phone, sees whether it fits 320 pixels, leaves
 * a picture of each in `pictures`, and returns what there is to complain about.
 *
 * axe needs timers and promises, which a browser without JavaScript does not run, and a story must not wait for it
 * on a page that is shown once. So each sight is opened again as a copy, under its own address and with the portal's
 * own styles and fonts, but without its scripts, in a browser of the examiner. Both projects are examined this way.
 */
export async function examine(page: Page, { url, html }: Sight, pictures: string) {
  const copy = html.replace(/<link\b[^>]*\bas="script"[^>]*>/g, "");
  const { pathname } = new URL(url);
  if (wantsPictures) mkdirSync(pictures, { recursive: true });
  const taken = wantsPictures ? readdirSync(pictures).filter((file) => file.startsWith(pageOf(url))) : [];
  const name = `${pageOf(url)}-${taken.length}`;
  await page.unrouteAll();
  await page.route("**/*", (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ body: copy, contentType: "text/html; charset=utf-8" })
      : route.continue(),
  );
  const found: string[] = [];
  for (const [look, { colorScheme, ...size }] of looks.entries()) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // Anew for each theme: colours that change under a page arrive some time later.
    await page.goto(url);
    await page.evaluate(settle);
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (look === 0 ? axe.withTags(rules) : axe.withRules(visual)).analyze();
    for (const { id, help, nodes } of violations) {
      const where = nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `\n    ${target}: ${failureSummary}`);
      found.push(`axe (${colorScheme}) on ${pathname}: ${id}: ${help}${where.join("")}`);
    }
    const path = join(pictures, `${name}-${size.width}-${colorScheme}.png`);
    if (wantsPictures) await page.screenshot({ path, fullPage: true, animations: "disabled" });
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(findWide);
  if (wide) found.push(`${pathname} does not fit a screen of 320 pixels: ${wide}`);
  return found;
}

/** Lets the theme that was asked for reach every element. Runs in the browser. */
const settle = () =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined))));

/** What makes a page wider than the screen; null when nothing does. Runs in the browser. */
function findWide() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return null;
  const names = [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > clientWidth && element.children.length === 0)
    .map((element) => `${element.localName}.${element.className} "${element.textContent?.slice(0, 30)}"`);
  return `${scrollWidth} wide by ${names.slice(0, 5).join(", ")}`;
}
