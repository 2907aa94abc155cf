import { demoPassword } from "@/db/seed/demo-accounts";
import { expect, test } from "./fixture";
import type { Person } from "./person";

const aggregator = { email: "aggregator@demo.test", password: demoPassword };
const first = 200_001;
const everyone = Array.from({ length: 1200 }, (_, i) => first + i);

/** Sends the form of the list. Its answer is another address of the same page. */
async function show(person: Person) {
  await Promise.all([person.page.waitForEvent("load"), person.press("Show")]);
  await person.settle();
}

/** The demo's sellers in a text, one for each time that `pattern` names one. */
function sellersIn(text: string, pattern: RegExp) {
  const ids = [...text.matchAll(pattern)].map(([, id]) => Number(id));
  // Other stories link sellers of their own.
  return ids.filter((id) => id >= first && id < first + everyone.length);
}

test("Review my linked sellers: the one that fails is found in two clicks", async ({ person, signIn }) => {
  const { page } = person;
  await signIn(person, aggregator);
  await person.open("/aggregator");
  const before = person.cost.clicks;
  await person.follow("Failing: 1", page.locator("#linked-sellers"));
  const row = page.locator("tr[data-link]");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("Failing");
  const sellerId = await row.getAttribute("data-seller");
  await person.follow(/./, row);
  expect(person.cost.clicks - before).toBe(2);
  await expect(page).toHaveURL(/\/clients\/[0-9a-f-]{36}\/links\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Failing since", { exact: false })).toBeVisible();
  await expect(page.getByText(sellerId ?? "", { exact: true }).first()).toBeVisible();
  await expect(page.locator(".chain-box [data-lamp]")).toHaveCount(6);
  await expect(page.locator("[data-event='link.created']")).toHaveCount(1);
});

test("Review my linked sellers: search, lamp and order", async ({ person, signIn }) => {
  const { page } = person;
  await signIn(person, aggregator);
  await person.open("/aggregator");
  await person.follow(/^Linked now: /);
  const rows = page.locator("tr[data-link]");
  await expect(rows).toHaveCount(50);
  await expect(page.locator("tr[data-link=open]")).toHaveCount(50);

  await person.type("Search", "200123");
  await person.choose("State", "");
  await show(person);
  await expect(rows).toHaveCount(1);
  await expect(rows).toHaveAttribute("data-seller", "200123");
  const shop = (await rows.locator("a").innerText()).trim();

  // A piece of the name, whatever its case, and in it the same seller.
  await person.type("Search", shop.toUpperCase());
  await show(person);
  await expect(page.locator("tr[data-seller='200123']")).toHaveCount(1);

  await person.type("Search", "no shop is called like this");
  await show(person);
  await expect(rows).toHaveCount(0);
  await expect(page.getByText("None found")).toBeVisible();

  await person.follow("Show all open ones");
  await person.choose("First lamp not lit", "told");
  await person.choose("Order", "sellerId");
  await show(person);
  // A link of another story may be on its way to being told.
  const ours = page.locator("tr[data-link][data-seller^='20']");
  await expect(ours).toHaveCount(6);
  const ids = await ours.evaluateAll((all) => all.map((row) => Number((row as HTMLElement).dataset.seller)));
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
  for (const lamps of await ours.locator("[data-lamp=told]").all())
    await expect(lamps).toHaveAttribute("data-state", "dark");
});

test("Review my linked sellers: every one is seen once, page by page and in the export", async ({
  person,
  signIn,
}) => {
  const { page } = person;
  await signIn(person, aggregator);
  await person.open("/aggregator");
  await person.follow(/^Linked now: /);
  await person.choose("State", "");
  await person.choose("Order", "shopName");
  await show(person);
  const address = page.url();
  await person.follow("Next page");
  await expect(page.locator("tr[data-link]")).toHaveCount(50);
  await person.follow("Back to the first page");

  const seen: number[] = [];
  let next: string | undefined = address;
  while (next) {
    const html: string = await (await page.request.get(next)).text();
    seen.push(...sellersIn(html, /<tr[^>]*\sdata-seller="(\d+)"/g));
    const [link = ""] = /<a[^>]*\srel="next"[^>]*>/.exec(html) ?? [];
    next = /href="([^"]+)"/.exec(link)?.[1]?.replaceAll("&amp;", "&").replace(/#.*/, "");
  }
  expect(seen.sort((a, b) => a - b)).toEqual(everyone);

  const href = await page.getByRole("link", { name: "Download these as CSV" }).getAttribute("href");
  const file = await page.request.get(href ?? "");
  expect(file.headers()).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "x-content-type-options": "nosniff",
    "content-disposition": expect.stringMatching(/^attachment/),
  });
  expect(file.headers()["cache-control"]).toContain("no-store");
  const text = await file.text();
  expect(text.split("\r\n")[0]).toBe(
    "sellerId,shopName,clientId,status,since,expiresAt,reference,via,lastUsedAt,health",
  );
  expect(sellersIn(text, /^(\d+),/gm).sort((a, b) => a - b)).toEqual(everyone);

  // Exactly what is filtered, and nothing else.
  await person.choose("First lamp not lit", "told");
  await person.choose("State", "open");
  await show(person);
  const few = await page.getByRole("link", { name: "Download these as CSV" }).getAttribute("href");
  const shown = await page
    .locator("tr[data-link][data-seller^='20']")
    .evaluateAll((all) => all.map((row) => Number((row as HTMLElement).dataset.seller)));
  const exported = sellersIn(await (await page.request.get(few ?? "")).text(), /^(\d+),/gm);
  expect(exported).toEqual(shown);
});
