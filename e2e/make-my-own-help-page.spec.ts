import { makeClient } from "./clients";
import { expect, test } from "./fixture";
import { makeMember } from "./people";

test("Make my own help page: texts in two languages, with a link that leads to consent", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const company = `Feed & <b>Söhne</b> ${Date.now()}`;
  await signIn(person, await makeMember(sql, { kind: "aggregator", company }));
  const client = await makeClient(person, "aggregator");
  await person.open(client.path);
  await person.follow("Make a help page for your customers");
  await person.tick("French");
  await Promise.all([page.waitForEvent("load"), person.press("Make the texts")]);
  await person.settle();
  await expect(page.locator("#in-en, #in-fr")).toHaveCount(2);
  const english = page.locator("#in-en");
  await expect(
    english.getByRole("heading", { name: `Connect your seller account to ${company}` }),
  ).toBeVisible();
  const link = (await english.locator("a.link").getAttribute("href")) ?? "";
  expect(link).toMatch(/^http:\/\/.*\/link-client\?clientId=.+&as=aggregator$/);
  const codes = await english.locator("pre").allInnerTexts();
  expect(codes).toHaveLength(3);
  for (const code of codes) expect(code.replaceAll("&amp;", "&")).toContain(link);
  expect(codes.at(-1)).not.toContain("<b>");
  await expect(page.locator("#qr svg[role=img]")).toBeVisible();

  const href = await page.getByRole("link", { name: "Download as a page (.html)" }).getAttribute("href");
  const file = await page.request.get(href ?? "");
  expect(file.headers()).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "content-disposition": 'attachment; filename="help-page.html"',
    "x-content-type-options": "nosniff",
  });
  const html = await file.text();
  expect(html.match(/<section lang="(en|fr)">/g)).toHaveLength(2);
  expect(html).not.toMatch(/<script|<b>|<img/);
  const drawing = await page.request.get(`${client.path}/help-page/qr.svg`);
  expect(drawing.headers()["content-type"]).toBe("image/svg+xml");

  // The way to the directory leads nowhere before the company stands there.
  await person.tick("In the directory");
  await Promise.all([page.waitForEvent("load"), person.press("Make the texts")]);
  await expect(page.getByText("has no entry in the directory yet", { exact: false })).toBeVisible();

  const shopkeeper = await another();
  await signIn(shopkeeper, await makeMember(sql));
  await shopkeeper.open(link);
  await expect(shopkeeper.page.getByText(client.clientId, { exact: true }).first()).toBeVisible();
  expect((await shopkeeper.page.request.get(`${client.path}/help-page`)).status()).toBe(404);
});
