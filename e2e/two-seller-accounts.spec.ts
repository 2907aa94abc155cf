import type { Sql } from "postgres";
import { askForToken, callSellers, goOn, makeClient, readReveal } from "./clients";
import { giveAccess, list, lookUp, seeReceipt } from "./consent";
import { endLink } from "./ending";
import { expect, test } from "./fixture";
import { give, show } from "./hand-overs";
import { multi, removeClient, right, wrong } from "./multi";
import { makeMember, unique } from "./people";
import type { Person } from "./person";
import { callFromHere, callWith } from "./tester";

/** What the Seller API answers a client for the two accounts, the wrong one first. */
async function statusOf({ clientId, secret }: { clientId: string; secret: string }) {
  const { token } = await askForToken(clientId, secret);
  return [(await callSellers(token, wrong)).status, (await callSellers(token, right)).status];
}

/** Makes a client on the page that asks for it, for the account that is not meant. */
async function createForWrong(person: Person) {
  await person.type("clientId", unique("client-"));
  await person.choose("Seller account", wrong);
  await person.tick(/^I keep the secret/);
  await person.press("Create clientId and secret");
  const made = await readReveal(person);
  // Seen here at the latest: the account stands in words and as the value to copy.
  expect(made.sellerId).toBe(wrong);
  await expect(person.page.locator("#reveal")).toContainText(`SellerId ${wrong}.`);
  return made;
}

/** Links the client whose page this is with the account that was meant. */
async function linkRight(person: Person) {
  await person.choose("Link another seller account", right);
  await person.press("Link");
  await expect(person.page.getByText("The seller account is linked.")).toBeVisible();
}

/** Nothing of a story stays with the demo's seller. */
async function expectNoOpenLink(sql: Sql, clientId: string) {
  const open = await sql`select from seller_links l join clients c on c.id = l.client_row_id
    where c.client_id = ${clientId} and l.unlinked_at is null`;
  expect(open).toHaveLength(0);
}

test("I need a new client Id, with two seller accounts and the wrong one chosen: linked with the right one, ended with the other", async ({
  person,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  await signIn(person, multi);
  await person.open("/seller");
  await person.follow("I need a new client Id");
  const made = await createForWrong(person);
  canary("secret", made.secret);
  await goOn(person);
  const path = new URL(page.url()).pathname;
  expect(await statusOf(made)).toEqual([200, 403]);

  await linkRight(person);
  expect(await statusOf(made)).toEqual([200, 200]);
  await endLink(person, made.clientId, wrong, "mistake");
  expect(await statusOf(made)).toEqual([403, 200]);
  await expect(page.locator("[data-link=open]").filter({ hasText: made.clientId })).toContainText(right);

  await removeClient(person, { ...made, path });
  await expectNoOpenLink(sql, made.clientId);
});

test("My plugin requires clientId/secret/sellerId, with two seller accounts and the wrong one chosen: thrown away and made again", async ({
  person,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  await signIn(person, multi);
  await person.open("/seller");
  await person.follow("My plugin requires clientId/secret/sellerId");
  const mistaken = await createForWrong(person);
  canary("secret", mistaken.secret);
  await goOn(person);
  await person.unfold("Delete this client");
  await person.type(`Type ${mistaken.clientId} to confirm`, mistaken.clientId);
  await person.tick("End its open links as well");
  await person.press("Delete for good");
  await expect(page.getByText(/^The client is deleted/)).toBeVisible();
  await expectNoOpenLink(sql, mistaken.clientId);

  await person.open("/new-client?as=seller&for=plugin");
  await person.type("clientId", unique("client-"));
  await person.choose("Seller account", right);
  await person.tick(/^I keep the secret/);
  await person.press("Create clientId and secret");
  const made = await readReveal(person);
  canary("secret", made.secret);
  expect(made.sellerId).toBe(right);
  const href = await page.getByRole("link", { name: "Download .env" }).getAttribute("href");
  expect(decodeURIComponent(href ?? "")).toContain(right);
  expect(decodeURIComponent(href ?? "")).not.toContain(wrong);
  await person.press("Prove it works");
  await expect(page.locator("[data-verdict]")).toHaveAttribute("data-verdict", "ok");
  expect(await statusOf(made)).toEqual([403, 200]);

  const [row] = await sql`select id from clients where client_id = ${made.clientId}`;
  await removeClient(person, { ...made, path: `/clients/${row?.id}` });
  await expectNoOpenLink(sql, made.clientId);
});

test("My aggregator requires clientId/secret/sellerId, with two seller accounts and the wrong one handed over: taken back before it was opened", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  await signIn(person, multi);
  await person.open("/seller");
  await person.follow("My aggregator requires clientId/secret/sellerId");
  const made = await createForWrong(person);
  canary("secret", made.secret);
  await person.follow("hand over by a link");
  const path = new URL(page.url()).pathname;
  const mistaken = await give(person, "Wrong shop");
  await person.open(path);
  const row = page.locator("[data-hand-over]").filter({ hasText: "Wrong shop" });
  await expect(row).toContainText(wrong);
  await person.press("Withdraw", row);
  await expect(row).toHaveAttribute("data-hand-over", "withdrawn");
  await linkRight(person);
  await person.choose("SellerId shown with it", right);
  const link = await give(person, "Right shop");
  await endLink(person, made.clientId, wrong, "mistake");

  const receiver = await another();
  await receiver.open(mistaken);
  await expect(receiver.page.locator("main [role=alert][data-code=expired]")).toBeVisible();
  await receiver.open(link);
  const shown = await show(receiver);
  canary("secret", shown.secret);
  expect(shown).toMatchObject({ clientId: made.clientId, sellerId: right });
  expect(await statusOf(shown)).toEqual([403, 200]);

  await removeClient(person, { ...made, path });
  await expectNoOpenLink(sql, made.clientId);
});

test("I know my partner's clientId, with two seller accounts and the wrong one chosen: the typed SellerId stops it, and what slipped through is ended", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const partner = await another();
  await signIn(partner, await makeMember(sql, { kind: "partner" }));
  const client = await makeClient(partner, "partner");
  canary("secret", client.secret);
  await signIn(person, multi);
  await person.open("/seller");
  await person.follow("I know my partner’s clientId");
  await person.type("clientId", client.clientId);
  await person.press("Look it up");
  await person.tick(new RegExp(wrong));
  await person.type("Type the SellerId of the account you chose", right);
  await giveAccess(person);
  await expect(page.locator("main [data-field=typedSellerId]")).toBeVisible();
  await expect(page.getByRole("radio", { checked: true })).toHaveValue(wrong);
  await expectNoOpenLink(sql, client.clientId);

  // Some are that sure of themselves.
  await person.type("Type the SellerId of the account you chose", wrong);
  await person.press("Give access");
  await seeReceipt(person);
  await expect(page.locator("main")).toContainText(wrong);
  // Noticed when one press no longer takes it back.
  await sql`update seller_links set created_at = now() - interval '11 minutes'
    where client_row_id = (select id from clients where client_id = ${client.clientId})`;
  await person.reload();
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await person.unfold("End this link");
  await person.choose("Why?", "mistake");
  await person.press("End the link");
  await expect(page.locator("[data-link=ended]").filter({ hasText: client.clientId })).toContainText(
    "linked by mistake",
  );
  expect(await statusOf(client)).toEqual([403, 403]);

  await lookUp(person, "partner", client.clientId);
  await person.tick(new RegExp(right));
  await person.type("Type the SellerId of the account you chose", right);
  await giveAccess(person);
  await seeReceipt(person);
  expect(await statusOf(client)).toEqual([403, 200]);
  await person.press("Undo");
  await expectNoOpenLink(sql, client.clientId);
});

test("My aggregator requests my SellerId, with two seller accounts and the wrong one chosen: the other is linked as well, and the first ended", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const aggregator = await another();
  const owner = await makeMember(sql, { kind: "aggregator", company: unique("Zephyr") });
  await signIn(aggregator, owner);
  const client = await makeClient(aggregator, "aggregator");
  canary("secret", client.secret);
  await list(sql, owner, client);
  await signIn(person, multi);
  await person.open(`/choose-aggregator?q=${owner.company}`);
  await person.follow(`Connect ${owner.company}`);
  await person.tick(new RegExp(wrong));
  await giveAccess(person);
  await seeReceipt(person);
  expect(await statusOf(client)).toEqual([200, 403]);

  // The account that is linked cannot be chosen again; only the one that was meant is left.
  await person.open(`/choose-aggregator?q=${owner.company}`);
  await person.follow(`Connect ${owner.company}`);
  await expect(page.getByRole("radio", { name: new RegExp(wrong) })).toBeDisabled();
  await person.tick(new RegExp(right));
  await giveAccess(person);
  await seeReceipt(person);
  await endLink(person, client.clientId, wrong, "mistake", "1 other account stays linked to it.");
  expect(await statusOf(client)).toEqual([403, 200]);
  const vias = await sql`select distinct via from seller_links l join clients c on c.id = l.client_row_id
    where c.client_id = ${client.clientId}`;
  expect(vias).toMatchObject([{ via: "directory" }]);

  await endLink(person, client.clientId, right, "other");
  await expectNoOpenLink(sql, client.clientId);
});

test("Generate a token, make my first call, with two seller accounts and the wrong one called: 403, linked from the verdict, 200", async ({
  person,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  await signIn(person, multi);
  const client = await makeClient(person);
  canary("secret", client.secret);
  await callWith(person, { ...client, sellerId: wrong });
  await callWith(person, { ...client, sellerId: right }, "seller.not_linked");
  await person.follow("Link it to the seller account", page.locator("[data-verdict]"));
  await expect(page).toHaveURL(/\/clients\/[0-9a-f-]{36}#links$/);
  await linkRight(person);
  await person.open(`/first-call?${new URLSearchParams({ clientId: client.clientId, sellerId: right })}`);
  await callFromHere(person, client.secret);
  await endLink(person, client.clientId, wrong, "mistake");
  await callWith(person, { ...client, sellerId: wrong }, "seller.ended");
  await expect(page.locator("[data-verdict]")).toContainText("The seller ended the link");
  await removeClient(person, client);
  await expectNoOpenLink(sql, client.clientId);
});
