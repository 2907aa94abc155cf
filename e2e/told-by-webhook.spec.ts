import { askForToken, type Client, makeClient } from "./clients";
import { giveAccess, review, seeReceipt } from "./consent";
import { expect, test } from "./fixture";
import { makeMember } from "./people";
import type { Person } from "./person";
import { Receiver } from "./receiver";

const receiver = new Receiver();
test.beforeEach(() => receiver.start());
test.afterEach(() => receiver.stop());

/** Sets the client's address, and reads the key off the answer that shows it this once. */
async function addAddress(person: Person, client: Client) {
  const section = person.page.locator("#webhook");
  await person.open(client.path);
  await person.type("Address", receiver.url, section);
  await person.press("Add this address", section);
  await expect(section.getByRole("heading", { name: "Your signing key, shown this once" })).toBeVisible();
  const key = await section.locator("#webhook-key .secret code").innerText();
  expect(key).toMatch(/^whsec_[\w+/]{43}=$/);
  return key;
}

/** Looks again until something stands on the page. */
async function lookUntil(person: Person, look: () => Promise<void>) {
  await expect(async () => {
    await person.reload();
    await look();
  }).toPass({ timeout: 30_000 });
}

test("told by webhook: the receiver is down when a seller links, is told when it is back, and the receipt says both", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const partner = await another();
  const owner = await makeMember(sql, { kind: "partner" });
  await signIn(partner, owner);
  const client = await makeClient(partner, "partner");
  await review(sql, client);
  const key = await addAddress(partner, client);
  canary("secret", key);
  await partner.tick("I have stored the key");
  await partner.press("Continue");
  await partner.press("Send a test message", partner.page.locator("#webhook"));
  await expect(partner.page).toHaveURL(/\/deliveries\?done=sent$/);
  const row = partner.page.locator("[data-type='webhook.test']");
  await lookUntil(partner, () => expect(row).toHaveAttribute("data-delivery", "answered", { timeout: 500 }));
  await expect(row).toContainText("answered 200");

  await receiver.stop();
  const member = await makeMember(sql);
  await signIn(person, member);
  await person.open(`/link-client?as=partner&clientId=${encodeURIComponent(client.clientId)}`);
  await giveAccess(person);
  await seeReceipt(person);
  await lookUntil(person, () =>
    expect(person.page.getByText(/^Retrying: their server did not accept it/)).toBeVisible({ timeout: 500 }),
  );

  await receiver.start();
  // A slow machine may have missed the first try after five seconds, and the second comes after five minutes.
  await sql`update deliveries set due_at = now() where answered_at is null and endpoint_id in
    (select e.id from endpoints e join clients c on c.id = e.client_row_id where c.client_id = ${client.clientId})`;
  await lookUntil(person, async () => {
    await expect(person.page.getByText(/^Their server answered 200 at/)).toBeVisible({ timeout: 500 });
    const lamp = person.page.locator(".chain-box [data-lamp=told]");
    await expect(lamp).toHaveAttribute("data-state", "lit", { timeout: 500 });
  });
  const [test_, created] = receiver.read(key);
  expect(test_?.type).toBe("webhook.test");
  expect(created).toMatchObject({
    type: "link.created",
    data: { sellerId: member.sellerId, clientId: client.clientId, status: "open" },
  });
  expect(JSON.stringify(receiver.messages)).not.toContain(client.secret);

  // Lost there: the log has every try, and the same message can be had again.
  const log = partner.page.locator("[data-type='link.created']");
  await lookUntil(partner, () => expect(log).toContainText("no connection", { timeout: 500 }));
  await expect(log).toContainText("answered 200");
  await partner.press("Send again", log);
  await expect(async () => expect(receiver.messages).toHaveLength(3)).toPass({ timeout: 15_000 });
  expect(receiver.read(key)[2]?.id).toBe(created?.id);
});

test("the portal API is switched on by its owner, answers the next token, and stops at once", async ({
  person,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  await signIn(person, await makeMember(sql, { kind: "aggregator" }));
  const client = await makeClient(person, "aggregator");
  const ask = async (token: string) => {
    const answer = await page.request.get("/api/v1/links", { headers: { authorization: `Bearer ${token}` } });
    return { status: answer.status(), body: await answer.json() };
  };
  const before = await askForToken(client.clientId, client.secret);
  canary("token", before.token);
  expect(await ask(before.token)).toMatchObject({ status: 403, body: { code: "not_allowed" } });

  await person.open(client.path);
  const section = page.locator("#portal-api");
  await person.press("Switch it on", section);
  await expect(section).toContainText("The portal API is switched on.");
  expect(await ask(before.token)).toMatchObject({ status: 401, body: { code: "token_invalid" } });
  const { token } = await askForToken(client.clientId, client.secret);
  canary("token", token);
  expect(await ask(token)).toEqual({ status: 200, body: { items: [], next: null } });

  await person.press("Switch it off", section);
  await expect(section).toContainText("Switched off.");
  expect(await ask(token)).toMatchObject({ status: 403, body: { code: "not_allowed" } });
  await person.follow("How the portal API works", section);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The portal API");
});

test("an address is refused at its field, kept as typed, and removed again where it was taken", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  await signIn(person, await makeMember(sql, { kind: "partner" }));
  const client = await makeClient(person, "partner");
  const section = page.locator("#webhook");
  await person.open(client.path);
  await person.type("Address", "https://me:mine@hooks.partner.com/in", section);
  await section.getByRole("checkbox", { name: "A secret will stop working soon" }).uncheck();
  await person.press("Add this address", section);
  await expect(section.locator("[data-field=url]")).toContainText("user name or password");
  await expect(section.getByLabel("Address", { exact: true })).toHaveValue(
    "https://me:mine@hooks.partner.com/in",
  );
  await expect(section.getByRole("checkbox", { name: "A secret will stop working soon" })).not.toBeChecked();
  await person.type("Address", receiver.url, section);
  await person.press("Add this address", section);
  await person.tick("I have stored the key");
  await person.press("Continue");
  await expect(section).not.toContainText("A secret will stop working soon");
  await person.unfold("Remove this address", section);
  await person.press("Remove it", section);
  await expect(section).toContainText("No address is set.");
  await expect(section).toContainText("The address is removed.");
});

test("a seller's client has neither", async ({ person, signIn, sql }) => {
  await signIn(person, await makeMember(sql));
  const client = await makeClient(person);
  await person.open(client.path);
  await expect(person.page.locator("#webhook, #portal-api")).toHaveCount(0);
  const log = await person.page.request.get(`${client.path}/deliveries`);
  expect(log.status()).toBe(404);
});
