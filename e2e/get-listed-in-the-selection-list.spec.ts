import { expect, test } from "./fixture";
import { changeEntry, decideListing, makeOperator } from "./listing-desk";
import {
  asPicture,
  makeAggregatorClient,
  makeEntry,
  makePicture,
  proveDomainByMail,
  writeEntry,
} from "./own-entry";
import { makeMember } from "./people";
import type { Person } from "./person";

const svg = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`;

/** What the list answers a seller who looks for a name. */
async function search(seller: Person, name: string) {
  await seller.open(`/choose-aggregator?q=${encodeURIComponent(name)}`);
  return seller.page.locator("[data-listing]").filter({ hasText: name });
}

test("Get listed in the selection list: from nothing to a seller who finds it, with changes asked once", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const entry = makeEntry();
  const owner = await makeMember(sql, { kind: "aggregator", company: entry.name });
  await signIn(person, owner);
  const { clientId } = await makeAggregatorClient(person);
  const [operator, seller] = [await another(), await another()];
  await signIn(operator, await makeOperator(sql));
  await signIn(seller, await makeMember(sql));

  await person.open("/aggregator");
  await person.follow("Your entry", page.locator("#get-listed"));
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(entry.name);
  await writeEntry(person, { ...entry, website: "https://elsewhere.com/" });
  await page.getByLabel("Picture").setInputFiles(await makePicture());
  if (person.hasScripts)
    await expect(page.locator("#preview img")).toHaveAttribute("src", /^data:image\/jpeg/);
  await person.press("Save");
  await expect(
    page.getByText("Nobody sees it before you submit it.", { exact: false }).first(),
  ).toBeVisible();
  const preview = page.locator("#preview");
  await expect(preview).toContainText(entry.name);
  await expect(preview).toContainText(entry.description);
  await expect(preview.locator("img")).toHaveAttribute("src", /^\/logos\/[0-9a-f]{64}\.webp$/);

  await person.press("Submit for a look");
  await expect(page.locator("#submit [role=alert][data-code=invalid]")).toContainText(
    "Prove a domain of yours first.",
  );
  await proveDomainByMail(person, entry.support);
  await person.open("/listing");
  await expect(page.locator("[data-gap]")).toHaveCount(1);
  await expect(page.locator("[data-gap=website]")).toBeVisible();
  await person.type("Website", entry.website);
  await person.press("Save");
  await expect(page.locator("[data-gap]")).toHaveCount(0);
  const startedAt = Date.now();
  await person.press("Submit for a look");
  await expect(page.locator("#standing")).toContainText("Submitted");
  await expect(await search(seller, entry.name)).toHaveCount(0);

  await decideListing(operator, entry.name, {
    decision: "changes",
    reason: "Please say what happens to the orders.",
    comments: { Description: "Who brings them where?" },
  });
  await person.open("/listing");
  await expect(page.locator("#standing")).toContainText("Please say what happens to the orders.");
  await expect(page.locator("[data-comment=description]")).toContainText("Who brings them where?");
  const description = "Sends offers and stock, and brings each order into your shop's own desk.";
  await person.type("What it does for a seller", description);
  await person.press("Save");
  await person.press("Submit for a look");

  // One of our side has second thoughts: nothing is decided about what was taken back.
  await person.press("Take it back");
  await expect(page.getByText("It is a draft again.", { exact: false })).toBeVisible();
  await person.press("Submit for a look");
  await decideListing(operator, entry.name, { decision: "approve", reason: "Reads well." });

  const found = await search(seller, entry.name);
  await expect(found).toHaveAttribute("data-listing", clientId);
  expect(Date.now() - startedAt).toBeLessThan(60_000);
  await expect(found).toContainText(description);
  const picture = found.locator("img");
  await expect(picture).toHaveJSProperty("naturalWidth", 128);
  const answer = await seller.page.context().request.get((await picture.getAttribute("src")) ?? "");
  expect(answer.headers()).toMatchObject({
    "content-type": "image/webp",
    "content-security-policy":
      "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "public, max-age=31536000, immutable",
  });
  expect(answer.headers()["set-cookie"]).toBeUndefined();
  expect((await answer.body()).includes("CANARY")).toBe(false);
  await person.open("/aggregator");
  await expect(page.locator("#get-listed")).toContainText("Sellers find you in the list.");
});

test("Get listed in the selection list: what changes at once, what is looked at first, and out and in again", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const entry = makeEntry();
  await signIn(person, await makeMember(sql, { kind: "aggregator", company: entry.name }));
  await makeAggregatorClient(person);
  const [operator, seller] = [await another(), await another()];
  await signIn(operator, await makeOperator(sql));
  await signIn(seller, await makeMember(sql));
  await proveDomainByMail(person, entry.support);
  await person.open("/listing");
  await writeEntry(person, entry);
  await person.press("Save");
  await person.press("Submit for a look");
  await decideListing(operator, entry.name, { decision: "approve", reason: "Reads well." });

  await person.open("/listing");
  const description = "Now with prices as well: offers, stock, prices and orders in one place.";
  await person.type("What it does for a seller", description);
  await person.press("Save");
  await expect(page.getByText("Saved, and changed in the list.")).toBeVisible();
  await expect(await search(seller, entry.name)).toContainText(description);

  const renamed = `${entry.name} Nordlicht`;
  await person.type("Name", renamed);
  await person.press("Save");
  await expect(page.locator("#standing")).toContainText("stays as it is until the new one is approved");
  await person.press("Submit for a look");
  const found = await search(seller, entry.name);
  await expect(found).toHaveCount(1);
  await expect(found).not.toContainText(renamed);

  await person.unfold("Take it out of the list");
  await person.press("Take it out");
  await expect(page.getByText("It is out of the list.", { exact: false })).toBeVisible();
  await expect(await search(seller, entry.name)).toHaveCount(0);
  await person.press("Put it back into the list");
  await expect(page.getByText("It is back in the list.")).toBeVisible();
  await expect(await search(seller, entry.name)).toHaveCount(1);

  await changeEntry(operator, entry.name, { decision: "suspend", reason: "The website is gone." });
  await expect(await search(seller, entry.name)).toHaveCount(0);
  await person.open("/listing");
  await expect(page.locator("#standing")).toContainText("The website is gone.");
  await person.follow("Get help with this", page.locator("#standing"));
  await expect(page).toHaveURL(/\/help\?path=/);
});

test("Get listed in the selection list: files that are no pictures are refused in their place", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  const entry = makeEntry();
  await signIn(person, await makeMember(sql, { kind: "aggregator", company: entry.name }));
  await makeAggregatorClient(person);
  await person.open("/listing");
  await writeEntry(person, entry);
  const files: [Buffer, string][] = [
    [Buffer.from(svg), "Only pictures as PNG, JPEG or WebP"],
    [Buffer.alloc(0), "The file is empty."],
    [Buffer.alloc(20_000_000, 7), "larger than 1 MB"],
  ];
  for (const [file, words] of files) {
    await page.getByLabel("Picture").setInputFiles(asPicture(file));
    await person.press("Save");
    await expect(page.locator("[role=alert][data-code=invalid]")).toBeVisible();
    await expect(page.locator("[data-field=logo]")).toContainText(words);
    await expect(page.getByLabel("Website")).toHaveValue(entry.website);
  }
  const [row] =
    await sql`select count(*)::int as n from listing_versions v join organisations o on o.id = v.organisation_id
    where o.name = ${entry.name}`;
  expect(row?.n).toBe(0);
  await page.getByLabel("Picture").setInputFiles(await makePicture());
  await person.press("Save");
  await expect(page.locator("#preview img")).toHaveAttribute("src", /^(\/logos\/|data:)/);
});

test("Get listed in the selection list: others see whose it is, and viewers only look", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const owner = await makeMember(sql, { kind: "aggregator" });
  await signIn(person, await makeMember(sql, { role: "viewer", joins: owner }));
  await person.open("/listing");
  await expect(person.page.locator("main [data-code=not_allowed]")).toContainText(owner.name);
  await expect(person.page.locator("main form")).toHaveCount(0);
  const seller = await another();
  await signIn(seller, await makeMember(sql));
  await seller.open("/listing");
  await expect(seller.page.locator("main [data-code=not_allowed]")).toContainText("people of an aggregator");
  const visitor = await another();
  await visitor.open("/listing");
  await expect(visitor.page).toHaveURL(/\/sign-in\?next=%2Flisting/);
});
