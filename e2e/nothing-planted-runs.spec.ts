import { expect, test } from "./fixture";
import { Watch } from "./watch";

/** What somebody might get into a page, and what the browser then says of it. */
const planted = [
  { html: '<p style="color:red">planted</p>', said: /inline style/i },
  { html: '<img alt="" src="https://elsewhere.test/planted.png">', said: /elsewhere\.test/ },
  { html: "<script>document.title = 'planted'</script>", said: /inline script/i, needsScripts: true },
  { html: '<iframe src="/sign-up" title="planted"></iframe>', said: /fram/i },
];

test("What is planted on a page does not run, is not fetched, and every story would notice", async ({
  browser,
  baseURL,
  javaScriptEnabled,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  for (const { html, said, needsScripts } of planted) {
    if (needsScripts && javaScriptEnabled === false) continue;
    const watch = new Watch(context, new URL(baseURL ?? "").origin, []);
    await page.route("**/sign-in", async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace("</main>", `${html}</main>`);
      await route.fulfill({ response: answer, body });
    });
    await page.goto("/sign-in");
    await expect.poll(() => watch.problems.join("\n")).toMatch(said);
    expect(watch.problems.join("\n")).toMatch(/Content Security Policy/);
    expect(await page.title()).not.toBe("planted");
    await page.unrouteAll();
  }
  await context.close();
});
