import { demoPassword } from "@/db/seed/demo-accounts";
import { askForToken, callSellers, makeClient } from "./clients";
import { giveAccess, list, lookUp, seeLit, seeReceipt } from "./consent";
import { expect, test } from "./fixture";
import { makeMember } from "./people";

test("I know my aggregator's clientId: linked, told by a letter, and their first call lights the last lamp", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const aggregator = await another();
  const owner = await makeMember(sql, { kind: "aggregator" });
  await signIn(aggregator, owner);
  const client = await makeClient(aggregator, "aggregator");
  canary("secret", client.secret);
  await list(sql, owner, client);
  const member = await makeMember(sql);
  await signIn(person, member);

  await lookUp(person, "aggregator", client.clientId);
  const partner = page.locator("#partner");
  await expect(partner.getByText("Listed", { exact: true })).toBeVisible();
  await expect(partner.getByText("fewer than 10")).toBeVisible();
  await expect(page.getByLabel("Type the SellerId of the account you chose")).toHaveCount(0);
  await person.press("Give access");
  await expect(page.locator("main [role=alert][data-code=invalid]")).toBeVisible();
  for (const field of ["terms", "confirm"]) await expect(page.locator(`[data-field=${field}]`)).toBeVisible();
  await person.choose("For how long?", "90");
  await giveAccess(person);
  await seeReceipt(person);
  await expect(page.getByText(/^Open until /)).toBeVisible();
  await expect(page.locator("[data-copy-text]").filter({ hasText: String(member.sellerId) })).toBeVisible();
  await seeLit(person, "told");
  await expect(page.locator("[data-telling=mailed]")).toContainText("UTC");

  const { token } = await askForToken(client.clientId, client.secret);
  canary("token", token);
  expect(await callSellers(token, member.sellerId)).toMatchObject({ status: 200, shopName: member.company });
  await seeLit(person, "call");

  await person.open(`/link-client?clientId=${client.clientId}&as=aggregator`);
  await expect(page.getByRole("heading", { name: "Linked already" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Give access" })).toHaveCount(0);
  await person.follow("Open the link");
  await expect(page).toHaveURL(/\/links\/[0-9a-f-]{36}$/);
});

test("I know my aggregator's clientId, with two seller accounts and the wrong one chosen: taken back in one press", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const aggregator = await another();
  const owner = await makeMember(sql, { kind: "aggregator" });
  await signIn(aggregator, owner);
  const client = await makeClient(aggregator, "aggregator");
  await list(sql, owner, client);
  await signIn(person, { email: "multi@demo.test", password: demoPassword });
  const { token } = await askForToken(client.clientId, client.secret);
  canary("token", token);

  await lookUp(person, "aggregator", client.clientId);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await giveAccess(person);
  await expect(page.locator("main [role=alert][data-code=invalid]")).toBeVisible();
  await expect(page.locator("[data-field=sellerId]")).toBeVisible();
  await person.tick(/104514/);
  await giveAccess(person);
  await seeReceipt(person);
  expect((await callSellers(token, 104514)).status).toBe(200);

  await person.press("Undo");
  await expect(page.getByText("Taken back.", { exact: false })).toBeVisible();
  await expect(page.getByText("Reason: linked by mistake.")).toBeVisible();
  expect(await callSellers(token, 104514)).toMatchObject({ status: 403, code: "seller_not_granted" });

  await person.follow("Link it again");
  await person.tick(/104513/);
  await giveAccess(person);
  await seeReceipt(person);
  expect((await callSellers(token, 104513)).status).toBe(200);
  expect((await callSellers(token, 104514)).status).toBe(403);

  // The demo account is left without this link.
  await person.press("Undo");
  await expect(page.getByText("Taken back.", { exact: false })).toBeVisible();
});

test("I know my aggregator's clientId, with a slip in it: the listed one is offered, and nobody else", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const stranger = await another();
  await signIn(stranger, await makeMember(sql, { kind: "aggregator" }));
  const unlisted = await makeClient(stranger, "aggregator");
  await signIn(person, await makeMember(sql));

  await lookUp(person, "aggregator", unlisted.clientId.slice(0, -1));
  await expect(page.locator("main [role=alert][data-code=not_found]")).not.toContainText(unlisted.clientId);
  await person.type("clientId", "feedwsie");
  await person.press("Look it up");
  const alert = page.locator("main [role=alert][data-code=not_found]");
  await expect(alert).toContainText("Did you mean one of these?");
  await person.follow("FeedWise", alert);
  await expect(page.locator("#partner").getByText("Listed", { exact: true })).toBeVisible();
  await expect(page.locator("#partner")).toContainText("100 or more");

  await person.open(`/link-client?as=aggregator&clientId=${encodeURIComponent("FeedWisе")}`);
  await expect(page.locator("main [role=alert][data-code=not_found]")).toContainText("U+0435");
});

test("I know my aggregator's clientId: signed out, one comes back to it", async ({ person, sql }) => {
  const { page } = person;
  const { email, password } = await makeMember(sql);
  await person.open("/link-client?clientId=FeedWise&as=aggregator");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await person.type("E-mail address", email);
  await person.type("Password", password);
  await person.press("Sign in");
  await expect(page).toHaveURL(/\/link-client\?clientId=FeedWise&as=aggregator$/);
  await expect(page.getByRole("heading", { name: "Who asks" })).toBeVisible();
});
