import type { Sql } from "postgres";
import { askForToken, type Client, callSellers, makeClient } from "./clients";
import { expect, test } from "./fixture";
import { readLetters } from "./letters";
import { makeLink } from "./linked";
import { type Member, makeMember } from "./people";
import type { Person } from "./person";

test.describe.configure({ timeout: 150_000 });

type Linked = { client: Client; seller: Member; sellerIds: number[]; linkIds: string[] };

/** A client of the person's own with so many linked accounts of one shopkeeper. */
async function makeLinked(person: Person, sql: Sql, sellers: number): Promise<Linked> {
  const client = await makeClient(person, "aggregator");
  const seller = await makeMember(sql, { sellers });
  const rows = await sql<{ seller_id: string }[]>`select seller_id from sellers
    where owner_organisation_id = ${seller.organisationId} order by seller_id`;
  const sellerIds = rows.map(({ seller_id }) => Number(seller_id));
  const linkIds: string[] = [];
  for (const sellerId of sellerIds) {
    const { linkId } = await makeLink(sql, client.clientId, { ...seller, sellerId });
    linkIds.push(linkId);
  }
  return { client, seller, sellerIds, linkIds };
}

/** Sends a form whose answer is another address. */
async function send(person: Person, button: string) {
  await Promise.all([person.page.waitForEvent("load"), person.press(button)]);
  await person.settle();
}

const state = (person: Person) => person.page.locator("h1 ~ .badge, .page-header .badge").first();

/** Spares the story the half minute in which an act can be called off. */
const hurry = (sql: Sql, { page }: Person) =>
  sql`update bulk_runs set due_at = now() - interval '1 second' where id = ${page.url().split("/").at(-1)?.split("?")[0] ?? ""}`;

test("Act on many linked sellers: a tag on some, found by it, kept as a search, and taken back", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  await signIn(person, await makeMember(sql, { kind: "aggregator" }));
  const { client, sellerIds } = await makeLinked(person, sql, 3);
  await person.open(client.path);
  await person.tick(new RegExp(`SellerId ${sellerIds[0]}$`));
  await person.tick(new RegExp(`SellerId ${sellerIds[2]}$`));
  await person.choose("With the chosen sellers", "tag");
  await send(person, "Go on");
  await expect(page.locator("[data-chosen]")).toHaveAttribute("data-chosen", "2");
  await person.press("Put the tag on");
  await expect(page.locator("[role=alert][data-code=invalid]")).toBeVisible();
  await person.type("Which tag?", "VIP");
  await person.press("Put the tag on");
  await expect(page).toHaveURL(/\/bulk\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Nothing has happened yet.", { exact: false })).toBeVisible();
  await person.look();

  // It survives everything: the page is left and opened again.
  const address = page.url();
  await person.open("/aggregator");
  await person.open(address);
  await expect(state(person)).toHaveText("Finished", { timeout: 60_000 });
  await expect(page.locator("[data-changed]")).toHaveAttribute("data-changed", "2");

  await person.open(client.path);
  await person.choose("Tag", "VIP");
  await send(person, "Show");
  const rows = page.locator("tr[data-link]");
  await expect(rows).toHaveCount(2);
  await expect(rows.locator("[data-tag=VIP]")).toHaveCount(2);
  await person.unfold("Save this search");
  await person.type("Name", "Important");
  await person.press("Save");
  await expect(page.locator("[data-view=Important]")).toBeVisible();
  await person.open(client.path);
  await expect(rows).toHaveCount(3);
  await person.follow("Important");
  await expect(rows).toHaveCount(2);

  await person.follow("Acts on many so far");
  await person.follow(/^Tag VIP put on/);
  await person.press("Take it back");
  await expect(state(person)).toHaveText("Finished", { timeout: 30_000 });
  await person.open(client.path);
  await expect(rows).toHaveCount(3);
  await expect(page.locator("[data-tag=VIP]")).toHaveCount(0);
});

test("Act on many linked sellers: many accesses end at once, after the number was typed; the first try is called off", async ({
  person,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  await signIn(person, await makeMember(sql, { kind: "aggregator" }));
  const { client, seller, sellerIds } = await makeLinked(person, sql, 12);
  canary("secret", client.secret);
  const { token } = await askForToken(client.clientId, client.secret);
  canary("token", token);
  const open = async () => {
    const [row] =
      await sql`select count(*)::int as n from seller_links l join clients c on c.id = l.client_row_id
      where c.client_id = ${client.clientId} and l.unlinked_at is null`;
    return row?.n;
  };
  const start = async (number: string) => {
    await person.open(client.path);
    await person.tick(/^Instead of those ticked/);
    await person.choose("With the chosen sellers", "unlink");
    await send(person, "Go on");
    await expect(page.getByText("12 sellers stop syncing", { exact: false })).toBeVisible();
    await person.choose("Why?", "not_used");
    await person.type("Type 12 to confirm", number);
    await person.press("End these accesses");
  };
  await start("11");
  await expect(page.locator("[role=alert][data-code=invalid]")).toBeVisible();
  expect(await open()).toBe(12);
  await start("12");
  await person.press("Undo");
  await expect(page.getByText("Called off. Nothing was changed.")).toBeVisible();
  expect(await open()).toBe(12);
  expect((await callSellers(token, sellerIds[3] ?? 0)).status).toBe(200);

  await start("12");
  await hurry(sql, person);
  await expect(state(person)).toHaveText("Finished", { timeout: 30_000 });
  await expect(page.locator("[data-changed]")).toHaveAttribute("data-changed", "12");
  await expect(page.getByRole("button", { name: "Take it back" })).toHaveCount(0);
  expect(await open()).toBe(0);
  expect(await callSellers(token, sellerIds[3] ?? 0)).toMatchObject({
    status: 403,
    code: "seller_not_granted",
  });
  await expect(async () => {
    const letters = await readLetters(page.request, seller.email);
    expect(letters.filter(({ subject }) => /Access to SellerId \d+ has ended/.test(subject))).toHaveLength(5);
  }).toPass({ timeout: 15_000 });
});

test("Act on many linked sellers: those whose access ran out are reminded, the others are left in peace", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const partner = await makeMember(sql, { kind: "aggregator" });
  await signIn(person, partner);
  const { client, seller, linkIds } = await makeLinked(person, sql, 2);
  const [lapsed = "", fine = ""] = linkIds;
  await sql`update seller_links set created_at = now() - interval '90 days', expires_at = now() - interval '1 day',
    unlinked_at = now() - interval '1 day', reason = 'lapsed' where id = ${lapsed}`;
  await person.open(`${client.path}?status=`);
  await person.tick(/^Instead of those ticked/);
  await person.choose("With the chosen sellers", "remind");
  await send(person, "Go on");
  await expect(page.getByText("or has run out: 1 of the chosen", { exact: false })).toBeVisible();
  await person.type(/^A few words of yours/, "See www.example.com");
  await person.press("Send the reminders");
  await expect(page.locator("[data-field=message]")).toBeVisible();
  await person.type(/^A few words of yours/, "We miss your orders.");
  await person.press("Send the reminders");
  await expect(page).toHaveURL(/\/bulk\/[0-9a-f-]{36}$/);
  await hurry(sql, person);
  await expect(state(person)).toHaveText("Finished", { timeout: 30_000 });
  await expect(page.locator("[data-skipped=needs_nothing]")).toHaveCount(1);
  await expect(page.locator(`a[href$="/links/${fine}"]`)).toBeVisible();
  await expect(async () => {
    const letters = await readLetters(page.request, seller.email);
    const [letter] = letters.filter(({ text }) => text.includes("We miss your orders."));
    expect(letter?.subject).toContain(`${partner.company} no longer has access`);
    expect(letter?.links.some((link) => link.includes(`clientId=${client.clientId}`))).toBe(true);
  }).toPass({ timeout: 15_000 });

  // Whoever only looks is told so, and chooses nothing.
  const looker = await another();
  await signIn(looker, await makeMember(sql, { joins: partner, role: "viewer" }));
  await looker.open(`${client.path}?status=`);
  await expect(looker.page.locator("input[name=link]")).toHaveCount(0);
  await looker.open(`${client.path}/bulk?act=unlink&all=on&query=`);
  await expect(looker.page.locator("[role=alert][data-code=not_allowed]")).toBeVisible();
  await looker.open(page.url());
  await expect(looker.page.getByText("1", { exact: true }).first()).toBeVisible();
  const stranger = await another();
  await signIn(stranger, await makeMember(sql, { kind: "aggregator" }));
  const answer = await stranger.page.request.get(page.url());
  expect(answer.status()).toBe(404);
});

test("Act on many linked sellers: a tag and a note on one seller, which outlive the link", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  await signIn(person, await makeMember(sql, { kind: "aggregator" }));
  const { client, seller, linkIds, sellerIds } = await makeLinked(person, sql, 1);
  await person.open(`${client.path}/links/${linkIds[0]}`);
  await person.type("Tag", "slow payer");
  await person.press("Add the tag");
  await expect(page.locator("[data-tag='slow payer']")).toBeVisible();
  await person.type("Note", "Calls on Mondays.");
  await person.press("Save the note");
  await expect(page.getByText("The note is saved.")).toBeVisible();
  await sql`update seller_links set unlinked_at = now(), reason = 'other' where id = ${linkIds[0] ?? ""}`;
  await makeLink(sql, client.clientId, { ...seller, sellerId: sellerIds[0] ?? 0 });
  await person.open(client.path);
  const row = page.locator("tr[data-link=open]");
  await expect(row).toContainText("slow payer");
  await expect(row).toContainText("Calls on Mondays.");
  await person.open(`${client.path}/links/${linkIds[0]}`);
  await person.press(/Take off the tag slow payer/);
  await expect(page.getByText("The tag is off.")).toBeVisible();
  await expect(page.locator("[data-tag]")).toHaveCount(0);
});
