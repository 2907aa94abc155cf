import { askForToken, type Client, callSellers, makeClient } from "./clients";
import { expect, test } from "./fixture";
import { makeMember } from "./people";
import type { Person } from "./person";
import { postForm } from "./post-form";

type Typed = { clientId?: string; secret?: string; sellerId?: string; scenario?: string };

/** Fills the tester's form and presses its button, and waits for nothing. */
async function begin(person: Person, client: Client, typed: Typed) {
  const { page } = person;
  await person.open(`/first-call?clientId=${client.clientId}&sellerId=${client.sellerId}`);
  if (typed.clientId) await person.type("clientId", typed.clientId);
  await person.type("clientSecret", typed.secret ?? client.secret);
  if (typed.sellerId) await person.type("SellerId", typed.sellerId);
  if (typed.scenario) {
    await person.unfold("Play a fault");
    await person.choose("Fault", typed.scenario);
  }
  await person.look();
  await page.getByRole("button", { name: "Make the call" }).click({ noWaitAfter: true });
}

/** One call, its verdict, and the one way out of it, which must lead somewhere. */
async function call(person: Person, client: Client, typed: Typed, verdict: string, fix: string) {
  const { page } = person;
  await begin(person, client, typed);
  const card = page.locator("[data-verdict]");
  await expect(card).toHaveAttribute("data-verdict", verdict, { timeout: 15_000 });
  await person.settle();
  // Told step by step or not, the address is the report's now.
  await expect(page).toHaveURL(/\/first-call\/[0-9a-f-]{36}$/);
  const failed = page.locator("[data-step][data-state=failed]");
  await expect(failed).toHaveCount(verdict === "ok" ? 0 : 1);
  if (verdict !== "ok") await expect(failed).toHaveAttribute("data-code", verdict);
  const ways = card.locator("a.button");
  await expect(ways).toHaveCount(1);
  await expect(ways).toHaveText(fix);
  const answer = await page.request.get((await ways.getAttribute("href")) ?? "");
  expect(answer.status(), `the way out of ${verdict}`).toBe(200);
}

test("First call: what is wrong with the client is told, with one way to mend it", async ({
  person,
  signIn,
  canary,
  sql,
}) => {
  await signIn(person, await makeMember(sql));
  const client = await makeClient(person);
  canary("secret", client.secret);
  const wrong = `mps_test_${"x".repeat(46)}`;
  canary("secret", wrong);
  await call(person, client, { secret: wrong }, "token.secret_wrong", "Make a new secret");
  await call(person, client, { clientId: "nobody-has-this" }, "token.client_unknown", "Type it again");
  await call(
    person,
    client,
    { secret: client.secret.slice(-4) },
    "token.secret_is_fingerprint",
    "Make a new secret",
  );
  await call(person, client, { secret: `${client.secret} ` }, "token.secret_wrong", "Make a new secret");
  await expect(person.page.locator("[data-verdict]")).toContainText("a space or a line break at one end");
  const swapped = { clientId: client.secret, secret: client.clientId };
  await call(person, client, swapped, "token.swapped", "Type it again");
  await call(person, client, {}, "ok", "Go on with the guide");
  await postForm(person.page.context().request, client.path, { overlap: "0", label: "newer" });
  await call(person, client, {}, "token.secret_retired", "Make a new secret");
  await sql`update clients set suspended_at = now() where client_id = ${client.clientId}`;
  await expect(async () => {
    expect((await askForToken(client.clientId, client.secret)).status).toBe(401);
  }).toPass({ timeout: 3000 });
  await call(person, client, {}, "token.client_suspended", "Resume the client");
});

test("First call: what is wrong with the SellerId is told, with one way to mend it", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  await signIn(person, await makeMember(sql));
  const client = await makeClient(person);
  const other = await makeMember(sql);
  await call(
    person,
    client,
    { sellerId: String(other.sellerId) },
    "seller.not_linked",
    "Link it to the seller account",
  );
  await call(person, client, { sellerId: "0123" }, "seller.bad_format", "Type it again");
  await call(person, client, { sellerId: "Maison 🛍️" }, "seller.bad_format", "Type it again");
  await call(person, client, { sellerId: "98979" }, "ok", "Go on with the guide");

  // Who has the secret sees what the API answers, and nothing that only members know.
  const stranger = await another();
  await signIn(stranger, other);
  await call(stranger, client, { secret: "not it" }, "token.secret_wrong", "Type it again");
  await call(stranger, client, {}, "ok", "Go on with the guide");
  // A report belongs to those who made the call.
  const path = new URL(stranger.page.url()).pathname;
  expect((await person.open(path))?.status()).toBe(404);
});

test("First call: a test seller's quota that is used up says when there is room again", async ({
  person,
  signIn,
  sql,
}) => {
  await signIn(person, await makeMember(sql));
  const client = await makeClient(person);
  const { token } = await askForToken(client.clientId, client.secret);
  await expect(async () => {
    expect(await callSellers(token, "700982")).toMatchObject({ status: 429, code: "quota_exceeded" });
  }).toPass({ intervals: [1], timeout: 20_000 });
  await call(person, client, { sellerId: "700982" }, "seller.open_quota", "Run it again");
  await expect(person.page.locator("[data-verdict]")).toContainText(/There is room again in \d+ seconds\./);
});

test("First call: the faults of the other side are told apart", async ({ person, signIn, sql }) => {
  await signIn(person, await makeMember(sql));
  const client = await makeClient(person);
  for (const [scenario, verdict] of [
    ["500", "api.server"],
    ["502", "api.gateway"],
    ["html", "http.html_instead"],
    ["redirect", "http.redirect"],
    ["bad-json", "api.body_unreadable"],
    ["empty", "api.empty"],
    ["429", "api.rate_limited"],
  ] as const)
    await call(person, client, { scenario }, verdict, "Run it again");
});

test("First call: no answer is given up after ten seconds", async ({ person, signIn, sql }) => {
  await signIn(person, await makeMember(sql));
  const began = Date.now();
  await call(person, await makeClient(person), { scenario: "timeout" }, "net.timeout", "Run it again");
  expect(Date.now() - began).toBeGreaterThan(9000);
});

test("First call: a slow answer arrives; with scripts the steps come one by one and can be cancelled", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql);
  await signIn(person, member);
  const client = await makeClient(person);
  await begin(person, client, { scenario: "slow" });
  if (person.hasScripts) {
    await expect(page.locator("[data-step=token]")).toHaveAttribute("data-state", "ok");
    await expect(page.locator("[data-step=call]")).toHaveAttribute("data-state", "running");
    await expect(page.locator("[data-verdict]")).toHaveCount(0);
    await person.look();
  }
  await expect(page.locator("[data-verdict]")).toHaveAttribute("data-verdict", "ok", { timeout: 15_000 });
  await expect(page.locator("[data-step=call]")).toContainText(/[3-9]\d{3} ms/);

  if (!person.hasScripts) return;
  await begin(person, client, { scenario: "timeout" });
  await expect(page.locator("[data-step=call]")).toHaveAttribute("data-state", "running");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText(/^Cancelled\. /)).toBeVisible();
  const calls = await sql`select from first_calls where organisation_id = ${member.organisationId}`;
  expect(calls).toHaveLength(1);
  // The form is usable at once.
  await call(person, client, {}, "ok", "Go on with the guide");
});

test("First call: what was typed is judged in place, and the secret does not come back", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  await signIn(person, await makeMember(sql));
  await person.open("/first-call");
  await person.type("clientId", "some client");
  await person.type("SellerId", "x".repeat(300));
  await person.press("Make the call");
  const alert = page.locator("main [role=alert][data-code=invalid]");
  await expect(alert).toBeVisible();
  if (person.hasScripts) await expect(alert).toBeFocused();
  for (const field of ["clientSecret", "sellerId"])
    await expect(page.locator(`[data-field=${field}]`)).toBeVisible();
  await expect(page.getByLabel("clientId", { exact: true })).toHaveValue("some client");
  await expect(page.getByLabel("SellerId", { exact: true })).toHaveValue("x".repeat(300));
  await expect(page.getByLabel("clientSecret", { exact: true })).toHaveValue("");
});
