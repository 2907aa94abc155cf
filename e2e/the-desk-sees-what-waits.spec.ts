import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { demoPassword } from "@/db/seed/demo-accounts";
import { makeClient } from "./clients";
import { expect, test } from "./fixture";
import { makeMember, unique } from "./people";

const operator = { email: "operator@demo.test", password: demoPassword };

/** An endpoint of the client that gave up one message; where it leads there is nobody. */
async function makeGivenUp(sql: Sql, clientId: string) {
  const [endpointId, deliveryId] = [randomUUID(), randomUUID()];
  // Switched off at once by its owner's fault would hide the button, so it only fails.
  await sql`insert into endpoints (id, client_row_id, organisation_id, url, events, sealed_key, created_at, failing_since)
    select ${endpointId}, c.id, c.organisation_id, 'https://hooks.nobody.invalid/in?key=of-the-owner', '{link.created}', 'none', now(), now()
    from clients c where c.client_id = ${clientId}`;
  await sql`insert into deliveries (id, endpoint_id, organisation_id, type, body, created_at, due_at, tries, failed_at, last_status, last_fault)
    select ${deliveryId}, e.id, e.organisation_id, 'link.created', '{}', now(), now(), 10, now(), 500, 'status'
    from endpoints e where e.id = ${endpointId}`;
  return { deliveryId };
}

test("The desk sees what waits: a request for review is counted, with its age, one click away", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const partner = await another();
  await signIn(partner, await makeMember(sql, { kind: "partner" }));
  const client = await makeClient(partner, "partner");
  await partner.open(client.path);
  const section = partner.page.locator("#review");
  const sentence = "Keeps the prices of our customers in step.";
  await partner.type("What is this client for, and who will link it?", sentence, section);
  await partner.press("Ask for a review", section);

  const { page } = person;
  await signIn(person, operator);
  await person.open("/operator");
  const row = page.locator("[data-queue=reviews]");
  await expect(row).not.toHaveAttribute("data-count", "0");
  await expect(row.locator("time")).toHaveCount(1);
  await person.follow("Clients to review", row);
  await expect(page.locator("section").filter({ hasText: client.clientId })).toContainText(sentence);

  // The worker of this very run is alive, and says so a few times a minute.
  await expect(async () => {
    await person.open("/operator/jobs");
    await expect(page.locator("[data-job='deliver mails']")).toHaveAttribute("data-state", "works");
  }).toPass({ timeout: 30_000 });
  await person.open("/operator");
  await expect(page.locator("[data-worker=silent]")).toHaveCount(0);
});

test("The desk finds an event by any of its handles, unfolds it, and takes the search as a file", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const owner = await makeMember(sql);
  const seller = await another();
  await signIn(seller, owner);
  const client = await makeClient(seller);

  const { page } = person;
  await signIn(person, operator);
  await person.open("/operator/events");
  const search = page.getByRole("search", { name: "Search events" });
  await person.type("clientId", client.clientId, search);
  await person.choose("What happened", "client.created", search);
  await person.press("Search", search);
  await expect(page).toHaveURL(new RegExp(`clientId=${client.clientId}`));
  const row = page.locator("[data-event]");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(owner.company);
  await person.unfold("All of it", row);
  await expect(row.getByText("client.created", { exact: true })).toBeVisible();

  // Each handle leads to everything else that carries it.
  await person.follow(owner.company, row);
  await expect(page.locator("[data-event='link.created']")).toHaveCount(1);
  await expect(page.locator("[data-event='secret.added']").first()).toBeVisible();

  const href = await page.getByRole("link", { name: "Take these as a file" }).getAttribute("href");
  const file = await page.context().request.get(href ?? "");
  expect(file.headers()["content-type"]).toContain("text/csv");
  const lines = (await file.text()).trim().split("\r\n");
  expect(lines[0]).toBe(
    "at,type,actor,organisation,organisationId,otherOrganisation,otherOrganisationId,clientId,sellerId,requestId,data",
  );
  expect(lines.length - 1).toBe(await page.locator("[data-event]").count());
  expect(lines.join()).not.toContain(client.secret);
  await person.open("/operator/events?type=events.exported");
  await expect(page.locator("[data-event='events.exported']").first()).toContainText("Marketplace support");

  await person.open("/operator/events?clientId=nobody-ever-had-this");
  await expect(page.locator("[data-unknown=clientId]")).toBeVisible();
  await expect(page.locator("[data-event]")).toHaveCount(0);
  await person.open("/operator/events");
  await person.follow("Older events");
  await expect(page.locator("[data-event]").first()).toBeVisible();
  await expect(page).toHaveURL(/after=/);

  // For everybody else there is no desk.
  for (const path of ["/operator", "/operator/events", "/operator/events/events.csv", "/operator/jobs"])
    expect((await seller.page.context().request.get(path)).status()).toBe(404);
});

test("The desk sends again a letter and a message that were given up, and their owner sees it", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const partner = await another();
  await signIn(partner, await makeMember(sql, { kind: "partner" }));
  const client = await makeClient(partner, "partner");
  const { deliveryId } = await makeGivenUp(sql, client.clientId);
  const recipient = `${unique("lost")}@people.test`;
  await sql`insert into mails (id, recipient, kind, subject, sealed_text, sealed_html, tries, failed_at)
    select ${randomUUID()}, ${recipient}, 'reset', subject, sealed_text, sealed_html, 10, now() from mails limit 1`;

  const { page } = person;
  await signIn(person, operator);
  await person.open("/operator/jobs");
  const letter = page.locator("[data-letter]").filter({ hasText: recipient });
  await expect(letter).toHaveAttribute("data-letter", "given_up");
  await person.press("Send again", letter);
  await expect(page.getByText("The letter is at the head of the outbox again.")).toBeVisible();
  const [mail] = await sql`select failed_at, tries from mails where recipient = ${recipient}`;
  expect(mail).toEqual({ failed_at: null, tries: 0 });

  const endpoint = page.locator("[data-endpoint]").filter({ hasText: client.clientId });
  await expect(endpoint).toContainText("hooks.nobody.invalid");
  await expect(endpoint).not.toContainText("of-the-owner");
  await person.press("Send again", endpoint);
  await expect(page.getByText("The message is on its way again.")).toBeVisible();
  const told = await sql`select type from events where data ->> 'deliveryId' = ${deliveryId}`;
  expect([...told]).toEqual([{ type: "delivery.retried" }]);
  await partner.open(client.path);
  await expect(partner.page.locator("#activity")).toContainText("Message sent again by the operator");
});
