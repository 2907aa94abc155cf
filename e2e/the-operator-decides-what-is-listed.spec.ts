import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { makeClient } from "./clients";
import { expect, test } from "./fixture";
import { readLetters } from "./letters";
import { changeEntry, decideListing, demoOperator, makeOperator } from "./listing-desk";
import { type Member, makeMember, unique } from "./people";
import type { Person } from "./person";

/** Puts a submission into the queue, as its company would have sent it. */
async function submit(sql: Sql, { organisationId }: Member, name: string) {
  const id = randomUUID();
  await sql`insert into listing_versions (id, organisation_id, client_row_id, display_name, description, website, methods, support_url,
      created_at, saved_at, submitted_at)
    select ${id}, ${organisationId}, c.id, ${name}, 'Sends offers, prices and stock.', 'https://shop.example', '{delegation}',
      'mailto:help@shop.example', now(), now(), now() from clients c where c.organisation_id = ${organisationId}`;
  return id;
}

async function findInDirectory({ page }: Person, name: string) {
  const answer = await page.request.get(`/choose-aggregator?q=${encodeURIComponent(name)}`);
  return (await answer.text()).includes(`Connect ${name}`);
}

test("The operator decides what is listed: changes asked once, two at once, listed, suspended and back, no link touched", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const [owner, colleague] = [await another(), await another()];
  const member = await makeMember(sql, { kind: "aggregator" });
  await signIn(owner, member);
  const client = await makeClient(owner, "aggregator");
  const name = unique("Zinnia");
  await signIn(person, demoOperator);
  const second = await makeOperator(sql);
  await signIn(colleague, second);

  await submit(sql, member, name);
  await decideListing(person, name, {
    decision: "changes",
    reason: "Who are you?",
    comments: { Logo: "There is none.", Description: "Say what it costs." },
  });
  await expect(async () => {
    const [letter] = await readLetters(person.page.request, member.email);
    for (const words of ["Who are you?", "Logo: There is none.", "/listing"])
      expect(letter?.text).toContain(words);
  }).toPass({ timeout: 15_000 });

  const id = await submit(sql, member, name);
  await person.open(`/operator/listings/${id}`);
  await expect(person.page.getByText("Who are you?")).toBeVisible();
  await decideListing(colleague, name, { decision: "approve", reason: "Reads well." });
  const form = person.page.locator("#decide");
  await person.tick("Refuse", form);
  await person.type("Reason", "Too late, as it turns out", form);
  await person.press("Decide", form);
  await expect(person.page.locator("main [role=alert][data-code=stale]")).toContainText(second.name);
  await person.open(`/operator/listings/${id}`);
  await expect(person.page.getByText(`Approved by ${second.name}`)).toBeVisible();
  expect(await findInDirectory(person, name)).toBe(true);

  const seller = await makeMember(sql);
  await sql`insert into seller_links (id, client_row_id, seller_id, client_organisation_id, seller_organisation_id, via, told_by)
    select ${randomUUID()}, c.id, ${seller.sellerId}, c.organisation_id, ${seller.organisationId}, 'typed', 'mail'
    from clients c where c.client_id = ${client.clientId}`;
  const links = async () =>
    JSON.stringify(
      await sql`select l.* from seller_links l join clients c on c.id = l.client_row_id where c.client_id = ${client.clientId}`,
    );
  const before = await links();
  await changeEntry(person, name, { decision: "suspend", reason: "Sellers complain" });
  expect(await findInDirectory(person, name)).toBe(false);
  await changeEntry(person, name, { decision: "approve", reason: "Reads well." });
  expect(await findInDirectory(person, name)).toBe(true);
  expect(await links()).toBe(before);
});
