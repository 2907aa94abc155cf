import type { Sql } from "postgres";
import { makeClient } from "./clients";
import { expect, test } from "./fixture";
import { readLetters } from "./letters";
import { makeMember, unique } from "./people";
import type { Person } from "./person";

/** A seller account nobody here owns, with a contact that gets letters; as accounts of the marketplace are. */
async function makeUnowned(sql: Sql) {
  const [shopName, contact] = [unique("Shop "), `${unique("contact")}@shops.test`];
  const [row] = await sql`insert into sellers (seller_id, shop_name, contact_email)
    values (nextval('fresh_seller_ids'), ${shopName}, ${contact}) returning seller_id`;
  return { sellerId: String(row?.seller_id), shopName, contact };
}

/** Asks for a code on the seller's door. */
async function claim(person: Person, sellerId: string) {
  await person.open("/seller");
  const section = person.page.locator("#add-account");
  await person.unfold("I have another seller account", section);
  await person.type("SellerId", sellerId, section);
  await person.press("Mail the code", section);
  await expect(person.page.getByText("If there is such an account, a code is on its way")).toBeVisible();
  return person.page.locator(`[data-claim="${sellerId}"]`).first();
}

/** The six digits in the newest letter to a contact. */
async function readCode({ page }: Person, contact: string) {
  let code = "";
  await expect(async () => {
    const [letter] = await readLetters(page.request, contact);
    code =
      /(\d{3}) (\d{3})/
        .exec(letter?.text ?? "")
        ?.slice(1)
        .join("") ?? "";
    expect(code).toMatch(/^\d{6}$/);
  }).toPass({ timeout: 10_000 });
  return code;
}

test("Add a seller account: a code mailed to its contact brings it, with who has access", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const aggregator = await another();
  await signIn(aggregator, await makeMember(sql, { kind: "aggregator" }));
  const { clientId } = await makeClient(aggregator, "aggregator");
  const { sellerId, shopName, contact } = await makeUnowned(sql);
  await sql`insert into seller_links (id, client_row_id, seller_id, client_organisation_id, via)
    select gen_random_uuid(), id, ${sellerId}, organisation_id, 'typed' from clients where client_id = ${clientId}`;

  await signIn(person, await makeMember(sql));
  const card = await claim(person, sellerId);
  const code = await readCode(person, contact);
  await person.type("Code", String((Number(code) + 1) % 1_000_000).padStart(6, "0"), card);
  await person.press("Prove it", card);
  await expect(card.locator("[role=alert][data-code=invalid]")).toBeVisible();
  await expect(card.locator("[data-field=code]")).toContainText("Tries left: 4.");
  await person.type("Code", code, card);
  await person.press("Prove it", card);
  await expect(page.getByText("The account is yours now", { exact: false })).toBeVisible();
  await expect(page.locator("#accounts")).toContainText(sellerId);
  await person.follow("Who has access to it");
  await expect(page.locator("[data-link=open]").filter({ hasText: shopName })).toContainText(clientId);
});

test("Add a seller account: one that is not there looks like one that is", async ({
  person,
  signIn,
  sql,
}) => {
  await signIn(person, await makeMember(sql));
  const card = await claim(person, "999999999999");
  await person.type("Code", "123456", card);
  await person.press("Prove it", card);
  await expect(card.locator("[data-field=code]")).toContainText("Tries left: 4.");
  await person.open("/seller");
  const section = person.page.locator("#add-account");
  await person.unfold("I have another seller account", section);
  await person.press("Mail the code", section);
  await expect(section.locator("[data-field=sellerId]")).toBeVisible();
});

test("Add a seller account: of one that is owned the owners are asked, and let the person look", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const owner = await makeMember(sql);
  const asker = await makeMember(sql);
  await signIn(person, asker);
  const sellerId = String(owner.sellerId);
  const card = await claim(person, sellerId);
  await person.type("Code", await readCode(person, owner.email), card);
  await person.press("Prove it", card);
  await expect(page.getByText("its owners were asked", { exact: false })).toBeVisible();
  await expect(page.locator("main")).not.toContainText(owner.company);

  const other = await another();
  await signIn(other, owner);
  await other.open("/seller");
  const request = other.page.locator(`[data-claim-request="${sellerId}"]`);
  await expect(request).toContainText(asker.email);
  await other.press("Let them look", request);
  await expect(other.page.getByText("They are a viewer of your organisation now.")).toBeVisible();
  const roles = await sql`select role from members m join people p on p.id = m.person_id
    where p.email = ${asker.email} and organisation_id = ${owner.organisationId}`;
  expect(roles).toMatchObject([{ role: "viewer" }]);
});

test("Add a seller account: one extra sandbox account, and no second", async ({ person, signIn, sql }) => {
  const { page } = person;
  const { company, ...member } = await makeMember(sql);
  await signIn(person, { ...member });
  await person.open("/seller");
  const section = page.locator("#add-account");
  await person.unfold("Make another sandbox account", section);
  await person.press("Make an account", section);
  await expect(page.getByText("The account was made.", { exact: false })).toBeVisible();
  await expect(page.locator("#accounts")).toContainText(`${company} 2`);
  await person.unfold("Make another sandbox account", section);
  await person.press("Make an account", section);
  await expect(section.locator("[role=alert][data-code=limit]")).toBeVisible();
});
