import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { pageOf } from "./seen";

/** A page as somebody saw it at one moment, without its scripts. */
export type Sight = { url: string; html: string };

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What colours and widths can change; the names, roles and order of a page are the same in every look. */
const visual = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];
const looks = [
  { colorScheme: "light", width: 1280, height: 800, runOnly: { type: "tag", values: rules } },
  { colorScheme: "dark", width: 390, height: 844, runOnly: { type: "rule", values: visual } },
] as const;
type Look = (typeof looks)[number];
const narrow = { width: 320, height: 640 };

// The very axe that its package for Playwright brings; put into a page once, not before each look.
const home = createRequire(import.meta.url).resolve("@axe-core/playwright");
const axe = readFileSync(createRequire(home).resolve("axe-core/axe.min.js"), "utf8");
type Results = Awaited<ReturnType<AxeBuilder["analyze"]>>;

// For eyes, not for the run: drawing whole pages costs time.
const wantsPictures = process.env.STORY_PICTURES === "1";

/** Makes a browser's page ready for the examination: an empty one of the portal's own origin, and axe in it. */
export async function prepare(page: Page) {
  await page.route("**/nothing", (route) =>
    route.fulfill({ body: "<!doctype html>", contentType: "text/html" }),
  );
  await page.goto("/nothing");
  // While anything is routed, the browser fetches each style and font anew.
  await page.unrouteAll();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.evaluate(axe);
}

/**
 * Runs axe over a page as it stood, light on a wide screen and dark on a phone, leaves a picture of each in
 * `pictures`, and returns what there is to complain about.
 *
 * axe needs timers and promises, which a browser without JavaScript does not run, and a story must not wait for it
 * on a page that is shown once. So each sight is shown again as a copy, under its own address and with the portal's
 * own styles and fonts, but without its scripts, in a browser of the examiner. Both projects are examined this way.
 */
export async function examine(page: Page, sight: Sight, pictures: string, number: number) {
  const { pathname } = new URL(sight.url);
  const found: string[] = [];
  for (const { colorScheme, runOnly, ...size } of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    // Anew for each theme: colours that change under a page arrive some time later.
    await show(page, sight);
    for (const { id, help, nodes } of await page.evaluate(runAxe, runOnly)) {
      const where = nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `\n    ${target}: ${failureSummary}`);
      found.push(`axe (${colorScheme}) on ${pathname}: ${id}: ${help}${where.join("")}`);
    }
    if (!wantsPictures) continue;
    mkdirSync(pictures, { recursive: true });
    const path = join(pictures, `${pageOf(sight.url)}-${number}-${size.width}-${colorScheme}.png`);
    await page.screenshot({ path, fullPage: true, animations: "disabled" });
  }
  return found;
}

/** Makes the screen as small as `measure` wants it. */
export async function narrowDown(page: Page) {
  await page.setViewportSize(narrow);
}

/** Complains about a page that is wider than the screen. */
export async function measure(page: Page, sight: Sight) {
  const wide = await show(page, sight);
  return wide ? [`${new URL(sight.url).pathname} does not fit a screen of 320 pixels: ${wide}`] : [];
}

/** Shows a copy of a sight under its own address; returns what makes it wider than the screen, if it is. */
function show(page: Page, { url, html }: Sight) {
  const { pathname, search } = new URL(url);
  const bare = html.replace(/<link\b[^>]*\bas="script"[^>]*>/g, "");
  return page.evaluate(write, { address: pathname + search, html: bare });
}

/**
 * Writes a page into the window and returns what makes it wider than the screen; null when nothing does. Asking for a
 * width lays the page out, which also asks for its fonts: no frame has to be waited for. Runs in the browser.
 */
async function write({ address, html }: { address: string; html: string }) {
  history.replaceState(null, "", address);
  document.open();
  document.write(html);
  document.close();
  if (document.readyState !== "complete")
    await new Promise((done) => addEventListener("load", done, { once: true }));
  // The page may be called complete before a style that was not kept has come; without it everything is too small.
  const isBare = () =>
    [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")].some(({ sheet }) => !sheet);
  const until = performance.now() + 10_000;
  while (isBare() && performance.now() < until) await new Promise((done) => setTimeout(done, 10));
  if (isBare()) throw new Error(`${address} came without its styles`);
  if (document.documentElement.scrollWidth > 0) await document.fonts.ready;
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return null;
  const names = [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > clientWidth && element.children.length === 0)
    .map((element) => `${element.localName}.${element.className} "${element.textContent?.slice(0, 30)}"`);
  return `${scrollWidth} wide by ${names.slice(0, 5).join(", ")}`;
}

/** Runs in the browser. */
async function runAxe(runOnly: Look["runOnly"]) {
  const { axe } = window as unknown as { axe: { run: (on: Document, how: object) => Promise<Results> } };
  return (await axe.run(document, { runOnly })).violations;
}
