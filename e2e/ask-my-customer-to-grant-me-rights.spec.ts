import { expect, test } from "./fixture";
import { giveAccess, inviteFrom, makeInviter } from "./invitations";
import { readLetters } from "./letters";
import { makeMember, unique } from "./people";

test("Ask my customer to grant me rights: a link, and a customer who signs up on the way", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const { company, clientId } = await makeInviter(person, sql, signIn);
  const reference = unique("ref");
  const path = await inviteFrom(person, { reference, message: "We met at the fair" });
  await expect(page.locator("#made .code")).toHaveCount(2);
  await expect(page.locator("#made .code").first()).toContainText(clientId);
  await person.reload();
  await expect(page.locator("#list")).toContainText("Not opened yet");
  await expect(page.locator("main")).not.toContainText(path);

  const customer = await another();
  const [shop, email] = [`Shop ${unique("s")}`, `${unique("new")}@people.test`];
  await customer.open(path);
  await expect(customer.page.getByRole("heading", { level: 1 })).toContainText(company);
  await expect(customer.page.locator("main")).toContainText(clientId);
  await expect(customer.page.locator("main")).toContainText("We met at the fair");
  await expect(customer.page.locator("main")).not.toContainText(reference);
  await customer.follow("I have no account yet");
  await customer.type("Company name", shop);
  await customer.type("Your name", "Somebody");
  await customer.type("E-mail address", email);
  await customer.tick(/^I may act for this company/);
  await customer.press("Sign up");
  let mailed: URL | undefined;
  await expect(async () => {
    const [letter] = await readLetters(page.request, email);
    const link = letter?.links.find((one) => one.includes("/verify/"));
    expect(link).toBeDefined();
    mailed = new URL(link ?? "");
  }).toPass({ timeout: 10_000 });
  await customer.open(`${mailed?.pathname}${mailed?.search}`);
  await customer.type("Password", unique("my own password "));
  await customer.press("Set password and go on");
  await expect(customer.page).toHaveURL(/\/link-client\?/);
  await giveAccess(customer);

  await person.open("/invitations?state=accepted");
  const row = page.locator("[data-invitation]").filter({ hasText: reference });
  await expect(row).toHaveAttribute("data-state", "accepted");
  await expect(row).toContainText(shop);
  const [link] = await sql`select reference, via from seller_links where reference = ${reference}`;
  expect(link?.via).toBe("invitation");
  await customer.open(path);
  await expect(customer.page.locator("[role=alert][data-code=expired]")).toContainText("accepted already");
});

test("Ask my customer to grant me rights: a request waits, is declined with a reason, or accepted", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const { company, clientId } = await makeInviter(person, sql, signIn);
  const seller = await makeMember(sql);
  const customer = await another();
  await signIn(customer, seller);
  const [no, yes] = [unique("no"), unique("yes")];
  await inviteFrom(person, { reference: no, email: seller.email });
  const letters = await readLetters(page.request, seller.email);
  expect(letters[0]?.text).toContain(company);
  expect(letters[0]?.links.some((link) => link.includes("/i/"))).toBe(true);

  await customer.open("/seller");
  const waiting = customer.page.locator("[data-request]");
  await expect(waiting).toHaveCount(1);
  await customer.unfold("Decline", waiting);
  await customer.type(/^Reason/, "We use another tool", waiting);
  await customer.press("Decline the invitation", waiting);
  await expect(customer.page.getByText("You declined.", { exact: false })).toBeVisible();
  await expect(waiting).toHaveCount(0);
  await person.open("/invitations?state=declined");
  await expect(page.locator("[data-invitation]").filter({ hasText: no })).toContainText(
    "Reason: We use another tool",
  );

  await inviteFrom(person, { reference: yes, email: String(seller.sellerId) });
  await customer.open("/seller");
  await customer.press("See it and accept", waiting);
  await expect(customer.page.locator("main")).toContainText(clientId);
  await giveAccess(customer);
  await customer.open("/seller");
  await expect(waiting).toHaveCount(0);
  const [link] = await sql`select via from seller_links where reference = ${yes}`;
  expect(link?.via).toBe("request");
});

test("Ask my customer to grant me rights: another account expected, withdrawn, sent again", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  await makeInviter(person, sql, signIn);
  const [seller, right] = [await makeMember(sql), await makeMember(sql)];
  const customer = await another();
  await signIn(customer, seller);
  const reference = unique("ref");
  const path = await inviteFrom(person, { reference, only: String(right.sellerId) });
  await customer.open(path);
  const alert = customer.page.locator("main [role=alert]");
  await expect(alert).toContainText(`SellerId ${right.sellerId}`);
  await expect(customer.page.getByRole("link", { name: "Go on" })).toHaveCount(0);

  await person.open("/invitations");
  const row = page.locator("[data-invitation]").filter({ hasText: reference }).first();
  await expect(row).toContainText("Opened and signed in");
  await person.unfold("Send again", row);
  await person.press("Send with a new link", row);
  await expect(row).toContainText("The old link leads nowhere from now on.");
  const fresh = new URL(await row.locator("[data-copy-text]").first().innerText()).pathname;
  expect(fresh).not.toBe(path);
  await customer.open(path);
  await expect(customer.page.locator("[role=alert][data-code=expired]")).toContainText("newer link");

  const owner = await another();
  await signIn(owner, right);
  await owner.open(fresh);
  await expect(owner.page.getByRole("link", { name: "Go on" })).toBeVisible();
  await person.open("/invitations");
  await person.unfold("Withdraw", row);
  await person.press("Withdraw the invitation", row);
  await expect(page.getByText("The invitation is withdrawn.", { exact: false })).toBeVisible();
  await owner.open(fresh);
  await expect(owner.page.locator("[role=alert][data-code=expired]")).toContainText("taken back");

  // The sender, and whoever else is no seller, sees what it is and cannot accept.
  const last = await inviteFrom(person, {});
  await person.open(last);
  await expect(page.locator("main [role=alert][data-code=not_allowed]")).toContainText("your own invitation");
  expect((await page.request.get(`${last.slice(0, -1)}_`)).status()).toBe(404);
});

test("Ask my customer to grant me rights: who may not, and what a form refuses", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const owner = await makeInviter(person, sql, signIn);
  await person.open("/invitations");
  const form = page.locator("#invite");
  await person.type("E-mail address or SellerId of your customer optional", "no address", form);
  await person.type("Only for this SellerId optional", "12ab", form);
  await person.type("A few words to your customer optional", "See https://elsewhere.example", form);
  await person.press("Make the invitation");
  await expect(form.locator("[role=alert][data-code=invalid]")).toBeVisible();
  for (const field of ["email", "expectedSellerId", "message"]) {
    await expect(form.locator(`[data-field=${field}]`)).toBeVisible();
  }
  await expect(form.getByLabel("E-mail address or SellerId of your customer")).toHaveValue("no address");

  for (const member of [await makeMember(sql, { role: "viewer", joins: owner }), await makeMember(sql)]) {
    const other = await another();
    await signIn(other, member);
    await other.open("/invitations");
    await expect(other.page.locator("[role=alert][data-code=not_allowed]")).toBeVisible();
    await expect(other.page.locator("main form")).toHaveCount(0);
  }
});

test("My customer shares a clientId with me: asked for, noted, changed, taken along, removed", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  await makeInviter(person, sql, signIn);
  await person.open("/partner");
  await expect(page.locator("#own-values .code")).toHaveCount(2);
  await expect(page.locator("#share")).toContainText("/link-client?clientId=");
  await person.follow("Note the customer");
  await person.type("SellerId", "104512", page.locator("#keep"));
  const form = page.locator("section#keep");
  await person.type("clientId", "their-own-client", form);
  await person.type("Notes optional", `mps_test_${"a".repeat(46)}`, form);
  await person.press("Note", form);
  await expect(form.locator("[data-field=notes]")).toContainText("clientSecret");
  await person.type("Notes optional", "=calls on Mondays", form);
  await person.press("Note", form);
  const row = page.locator("[data-kept='104512']");
  await expect(row).toContainText("their-own-client");
  const csv = await page.request.get("/kept-sellers/kept-sellers.csv");
  expect(await csv.text()).toContain("104512,their-own-client,,'=calls on Mondays");
  await person.unfold("Change", row);
  await person.type("Your reference", "ref 9", row);
  await person.press("Save", row);
  await expect(row).toContainText("ref 9");
  await person.unfold("Remove", row);
  await person.press("Remove from the list", row);
  await expect(row).toHaveCount(0);
});
