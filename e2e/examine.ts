import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** A page as somebody saw it at one moment, without its scripts. */
export type Sight = { url: string; html: string };

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Runs axe over a page as it stood, in the light and in the dark theme, and returns what it complains about.
 *
 * axe needs timers and promises, which a browser without JavaScript does not run, and a story must not wait for it
 * on a page that is shown once. So each sight is opened again as a copy, under its own address and with the portal's
 * own styles and fonts, but without its scripts, in a browser of the examiner. Both projects are examined this way.
 */
export async function examine(page: Page, { url, html }: Sight) {
  const copy = html.replace(/<link\b[^>]*\bas="script"[^>]*>/g, "");
  await page.unrouteAll();
  await page.route("**/*", (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ body: copy, contentType: "text/html; charset=utf-8" })
      : route.continue(),
  );
  await page.goto(url);
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze();
    for (const { id, help, nodes } of violations) {
      const where = nodes.slice(0, 3).map(({ target, failureSummary }) => `\n    ${target}: ${failureSummary}`);
      found.push(`axe (${colorScheme}) on ${new URL(url).pathname}: ${id}: ${help}${where.join("")}`);
    }
  }
  return found;
}
