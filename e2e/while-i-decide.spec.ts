import { askForToken, callSellers, makeClient } from "./clients";
import { giveAccess, list, seeReceipt } from "./consent";
import { expect, test } from "./fixture";
import { inviteFrom, makeInviter } from "./invitations";
import { readLetters } from "./letters";
import { makeMember, unique } from "./people";

test("While I decide, the aggregator is suspended: nothing is linked until it works again", async ({
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
  const member = await makeMember(sql);
  await signIn(person, member);
  await person.open(`/choose-aggregator?q=${owner.company}`);
  await person.follow(`Connect ${owner.company}`);
  const consent = page.url();
  await aggregator.open(client.path);
  await aggregator.press("Suspend this client");
  await giveAccess(person);
  await expect(page.locator("main [role=alert][data-code=unavailable]")).toContainText(/suspended/);
  await person.open(consent);
  await expect(page.locator("main [role=alert][data-code=unavailable]")).toContainText(owner.company);
  await expect(page.getByRole("button", { name: "Give access" })).toHaveCount(0);
  expect(await sql`select from seller_links where seller_id = ${member.sellerId}`).toHaveLength(0);

  await aggregator.press("Resume this client");
  await person.open(consent);
  // Minds are changed before as well: leaving is a button, and does nothing.
  await person.follow("Do not link");
  await expect(page).toHaveURL("/seller");
  expect(await sql`select from seller_links where seller_id = ${member.sellerId}`).toHaveLength(0);
  await person.open(consent);
  await giveAccess(person);
  await seeReceipt(person);
  const { token } = await askForToken(client.clientId, client.secret);
  expect((await callSellers(token, member.sellerId)).status).toBe(200);
});

test("While I decide, the tab is closed: gone on with at another browser, by its address alone", async ({
  person,
  another,
  sql,
}) => {
  const { page } = person;
  const aggregator = await makeMember(sql, { kind: "aggregator" });
  const member = await makeMember(sql);
  const signIn = async (who: typeof person) => {
    await who.type("E-mail address", member.email);
    await who.type("Password", member.password);
    await who.press("Sign in");
  };
  const clientId = unique("client-");
  await sql`insert into clients (id, organisation_id, client_id, fold, contact_email, reviewed_at)
    values (gen_random_uuid(), ${aggregator.organisationId}, ${clientId}, ${clientId}, ${aggregator.email}, now())`;
  await person.open(`/link-client?clientId=${clientId}&as=aggregator`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  const address = page.url();

  const phone = await another();
  await phone.open(address);
  await signIn(phone);
  await expect(phone.page).toHaveURL(`/link-client?clientId=${clientId}&as=aggregator`);
  await expect(phone.page.locator("#partner")).toContainText(clientId);
  await giveAccess(phone);
  await seeReceipt(phone);

  // Back at the first browser, the tab still leads there, and sees that all is done.
  await signIn(person);
  await expect(page.getByRole("heading", { name: "Linked already" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Give access" })).toHaveCount(0);
  expect(await sql`select from seller_links where seller_id = ${member.sellerId}`).toHaveLength(1);
});

test("While I decide, I learn that I may only look: the owner goes on with the address I send", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const aggregator = await another();
  const theirs = await makeMember(sql, { kind: "aggregator", company: unique("Zephyr") });
  await signIn(aggregator, theirs);
  await list(sql, theirs, await makeClient(aggregator, "aggregator"));
  const owner = await makeMember(sql);
  await signIn(person, await makeMember(sql, { joins: owner, role: "viewer" }));
  await person.open(`/choose-aggregator?q=${theirs.company}`);
  await person.follow(`Connect ${theirs.company}`);
  await expect(page.locator("main [role=alert][data-code=not_allowed]")).toContainText(owner.name);
  const { pathname, search } = new URL(await page.locator("main [data-copy-text]").first().innerText());

  const other = await another();
  await signIn(other, owner);
  await other.open(pathname + search);
  await giveAccess(other);
  await seeReceipt(other);
  // The viewer sees who has access now, and nothing to press.
  await person.open("/links");
  await expect(page.locator("[data-link=open]")).toContainText(theirs.company);
  await expect(page.locator("main form")).toHaveCount(0);
});

test("While I decide, the request is taken back, or runs out: nothing is linked by it", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const { clientId } = await makeInviter(person, sql, signIn);
  const seller = await makeMember(sql);
  const customer = await another();
  await signIn(customer, seller);
  const reference = unique("ref");
  await inviteFrom(person, { reference, email: seller.email });
  await customer.open("/seller");
  await customer.press("See it and accept", customer.page.locator("[data-request]"));
  const consent = customer.page.url();
  await person.open("/invitations");
  const row = page.locator("[data-invitation]").filter({ hasText: reference }).first();
  await person.unfold("Withdraw", row);
  await person.press("Withdraw the invitation", row);
  await giveAccess(customer);
  await expect(customer.page.locator("main [role=alert][data-code=expired]")).toBeVisible();
  expect(await sql`select from seller_links where seller_id = ${seller.sellerId}`).toHaveLength(0);
  await customer.open("/seller");
  await expect(customer.page.locator("[data-request]")).toHaveCount(0);
  await customer.open(consent);
  await customer.follow("Link without the invitation");
  await expect(customer.page.locator("#partner")).toContainText(clientId);
  await expect(customer.page.getByRole("button", { name: "Give access" })).toBeVisible();

  // The letter comes late: its link has run out, and the sender makes a new one in one press.
  const late = unique("late");
  const path = await inviteFrom(person, { reference: late });
  await customer.open(path);
  await customer.follow("Go on");
  await sql`update invitations set sent_at = now() - interval '30 days', expires_at = now() - interval '1 second'
    where reference = ${late}`;
  await giveAccess(customer);
  await expect(customer.page.locator("main [role=alert][data-code=expired]")).toBeVisible();
  await customer.open(path);
  await expect(customer.page.locator("[role=alert][data-code=expired]")).toContainText("too old");
  expect(await sql`select from seller_links where seller_id = ${seller.sellerId}`).toHaveLength(0);
  await person.open("/invitations");
  const old = page.locator("[data-invitation]").filter({ hasText: late });
  await expect(old).toContainText("Came to the consent page");
  await person.unfold("Send again", old);
  await person.press("Send with a new link", old);
  const fresh = new URL(await old.locator("[data-copy-text]").first().innerText()).pathname;
  await customer.open(fresh);
  await customer.follow("Go on");
  await giveAccess(customer);
  await seeReceipt(customer);
  const [link] = await sql`select via from seller_links where reference = ${late}`;
  expect(link?.via).toBe("invitation");
});

test("While I fill the form, the seller account goes to somebody else: no client is made without its link", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  const [member, other] = [await makeMember(sql), await makeMember(sql)];
  await signIn(person, member);
  const clientId = unique("client-");
  const owned = (organisationId: string) =>
    sql`update sellers set owner_organisation_id = ${organisationId} where seller_id = ${member.sellerId}`;
  await person.open("/new-client?as=seller");
  await person.type("clientId", clientId);
  await person.type("What is it for? (optional)", "the till");
  await person.tick(/^I keep the secret/);
  await owned(other.organisationId);
  await person.press("Create clientId and secret");
  await expect(page.locator("#reveal")).toHaveCount(0);
  expect(await sql`select from clients where client_id = ${clientId}`).toHaveLength(0);
  expect(await sql`select from seller_links where seller_id = ${member.sellerId}`).toHaveLength(0);

  await owned(member.organisationId);
  await person.open(`/new-client?as=seller&clientId=${clientId}`);
  await person.tick(/^I keep the secret/);
  await person.press("Create clientId and secret");
  await expect(page.locator("#reveal")).toContainText(clientId);
});

test("While I decide, I see that this is not who I thought: a name that imitates a listed one, and a clientId of nobody", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const aggregator = await another();
  const owner = await makeMember(sql, { kind: "aggregator", company: unique("Zephyr") });
  await signIn(aggregator, owner);
  const listed = await makeClient(aggregator, "aggregator");
  await list(sql, owner, listed);
  const stranger = await makeMember(sql, { kind: "partner", company: `${owner.company} Help` });
  const imitation = `${listed.clientId}-help`;
  await sql`insert into clients (id, organisation_id, client_id, fold, contact_email)
    values (gen_random_uuid(), ${stranger.organisationId}, ${imitation}, ${imitation}, ${stranger.email})`;
  const member = await makeMember(sql);
  await signIn(person, member);

  await person.open("/link-client?as=partner");
  const nobody = unique("nobody-");
  await person.type("clientId", nobody);
  await person.press("Look it up");
  await expect(page.locator("main [role=alert][data-code=not_found]")).toContainText(nobody);
  await expect(page.getByLabel("clientId", { exact: true })).toHaveValue(nobody);
  await expect(page.getByRole("button", { name: "Give access" })).toHaveCount(0);

  await person.type("clientId", imitation);
  await person.press("Look it up");
  const card = page.locator("#partner");
  await expect(card).toContainText("This is not who you may think");
  await expect(card).toContainText("Not reviewed");
  await person.follow(`Look at ${owner.company} instead`, card);
  await expect(card.getByText("Listed", { exact: true })).toBeVisible();
  await giveAccess(person);
  await seeReceipt(person);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(owner.company);
  expect((await readLetters(page.request, stranger.email)).length).toBe(0);
});
