import { demoPassword } from "@/db/seed/demo-accounts";
import { makeClient } from "./clients";
import { expect, test } from "./fixture";
import { readLetters, readLink } from "./letters";
import { addMembership, makeMember, unique } from "./people";
import type { Person } from "./person";

async function signUpAs(person: Person, email: string) {
  await person.open("/sign-up?kind=partner");
  await person.type("Company name", "Somebody Ltd");
  await person.type("Your name", "Somebody");
  await person.type("E-mail address", email);
  await person.tick(/^I may act for this company/);
  await person.press("Sign up");
  const said = await person.page.locator("main").innerText();
  return said.replaceAll(email, "<address>");
}

async function signInAs(person: Person, email: string, password: string) {
  await person.type("E-mail address", email);
  await person.type("Password", password);
  await person.press("Sign in");
}

test("Sign up: the answer is the same for an address that is known", async ({ person, sql }) => {
  const known = await makeMember(sql);
  const unknown = `${unique("new")}@people.test`;
  const first = await signUpAs(person, unknown);
  expect(first).toContain("We sent a letter to <address>.");
  expect(await signUpAs(person, known.email.toUpperCase())).toBe(first);
  const { request } = person.page;
  await readLink(request, unknown, "/verify/");
  const [letter] = await readLetters(request, known.email);
  expect(letter?.links.some((link) => link.includes("/verify/"))).toBe(false);
  expect(await sql`select from people where email = ${unknown}`).toHaveLength(0);
});

test("Sign up: the mailed link works once, and looking at it changes nothing", async ({
  person,
  another,
  canary,
}) => {
  const { page } = person;
  const email = `${unique("once")}@people.test`;
  await signUpAs(person, email);
  const link = await readLink(page.request, email, "/verify/");
  canary("link", link.split("/").at(-1) ?? "");
  await person.open(link);
  await person.reload();
  await person.type("Password", "short");
  await person.press("Set password and go on");
  await expect(page.locator("[role=alert][data-code=invalid]")).toBeVisible();
  await expect(page.locator("[data-field=password]")).toBeVisible();
  await expect(page.getByLabel("Password")).toHaveValue("");
  const password = unique("my own password ");
  canary("password", password);
  await person.type("Password", password);
  await person.press("Set password and go on");
  await expect(page.getByText("Account:")).toBeAttached();

  const late = await another();
  await late.open(link);
  await expect(late.page.locator("[role=alert][data-code=expired]")).toBeVisible();
  await expect(late.page.getByLabel("Password")).toHaveCount(0);
  expect((await late.open("/verify/no-such-token"))?.status()).toBe(404);
});

test("Sign in: a wrong password is answered alike for known and unknown addresses", async ({
  person,
  sql,
}) => {
  const { page } = person;
  const { email, password } = await makeMember(sql);
  const said: string[] = [];
  for (const address of [email, `${unique("nobody")}@people.test`]) {
    await person.open("/sign-in");
    await signInAs(person, address, "not the password");
    await expect(page.locator("[role=alert][data-code]")).toBeVisible();
    await expect(page.getByLabel("E-mail address")).toHaveValue(address);
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
    said.push((await page.locator("main").innerHTML()).replaceAll(address, "").replace(/value="[^"]*"/g, ""));
  }
  expect(withoutIds(said[1])).toBe(withoutIds(said[0]));
  await person.open("/sign-in");
  await signInAs(person, email.toUpperCase(), password);
  await expect(page).toHaveURL("/seller");
});

const withoutIds = (html = "") => html.replace(/ (id|for|href|aria-describedby)="[^"]*"/g, "");

test("Sign in: a members' page asks first and then leads there", async ({ person, sql }) => {
  const { page } = person;
  const { email, password } = await makeMember(sql);
  await person.open("/clients?done=resumed");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signInAs(person, email, password);
  await expect(page).toHaveURL(/\/clients(\?.*)?$/);
  await expect(page.getByRole("heading", { level: 1, name: "Clients" })).toBeVisible();

  for (const next of [
    "//evil.test/",
    "https://evil.test/",
    "/\\evil.test",
    "/%2f/evil.test",
    "javascript:alert(1)",
  ]) {
    await person.open(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(new URL(page.url()).origin).toBe(new URL(page.url()).origin);
    await expect(page).not.toHaveURL(/evil\.test/);
  }
});

test("Reset: a new password from a letter ends every other session", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql);
  const elsewhere = await another();
  await signIn(elsewhere, member);
  await elsewhere.open("/clients");

  await person.open("/sign-in");
  await person.follow("Password lost?");
  await person.type("E-mail address", member.email);
  await person.press("Send the link");
  await expect(
    page.getByText(`If ${member.email} has an account, a letter with the link is on its way.`),
  ).toBeVisible();
  const link = await readLink(page.request, member.email, "/reset/");
  canary("link", link.split("/").at(-1) ?? "");
  const password = unique("another password ");
  canary("password", password);
  await person.open(link);
  await person.type("Password", password);
  await person.press("Set new password");
  await expect(page).toHaveURL("/seller");
  await elsewhere.reload();
  await expect(elsewhere.page).toHaveURL(/\/sign-in\?next=/);
  await signInAs(elsewhere, member.email, member.password);
  await expect(elsewhere.page.locator("[role=alert][data-code]")).toBeVisible();
  await elsewhere.open(link);
  await expect(elsewhere.page.locator("[role=alert][data-code=expired]")).toBeVisible();
  const [news] = await readLetters(page.request, member.email);
  expect(news?.text).not.toContain(password);
});

test("Account: sign out everywhere else ends the other browser at once", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const member = await makeMember(sql);
  const other = await another();
  await signIn(person, member);
  await signIn(other, member);
  await other.open("/clients");
  await person.open("/account");
  await person.press("Sign out everywhere else");
  await expect(person.page.getByText("Every other browser was signed out.")).toBeVisible();
  await other.reload();
  await expect(other.page).toHaveURL(/\/sign-in\?next=/);
  await person.open("/clients");
  await expect(person.page).toHaveURL("/clients");

  await person.unfold(member.name);
  await person.press("Sign out", person.page.locator("header"));
  await expect(person.page).toHaveURL("/");
  await person.open("/account");
  await expect(person.page).toHaveURL(/\/sign-in\?next=/);
});

test("Account: a changed password works from now on", async ({ person, signIn, canary, sql }) => {
  const { page } = person;
  const member = await makeMember(sql);
  await signIn(person, member);
  await person.open("/account");
  const password = unique("yet another password ");
  canary("password", password);
  await person.type("Present password", "not it at all");
  await person.type("New password", password);
  await person.press("Change password");
  await expect(page.locator("[role=alert][data-code=invalid]")).toBeVisible();
  await expect(page.locator("[data-field=currentPassword]")).toBeVisible();
  for (const label of ["Present password", "New password"])
    await expect(page.getByLabel(label)).toHaveValue("");
  await person.type("Present password", member.password);
  await person.type("New password", password);
  await person.press("Change password");
  await expect(page.getByText("Your password was changed.", { exact: false })).toBeVisible();
});

test("A viewer sees everything and can change nothing", async ({ person, signIn }) => {
  const { page } = person;
  await signIn(person, { email: "viewer@demo.test", password: demoPassword });
  await person.open("/new-client?as=seller");
  const alert = page.locator("main [role=alert][data-code=not_allowed]");
  await expect(alert).toBeVisible();
  const [owner] = await nameOfOwner(person);
  await expect(alert).toContainText(owner ?? "");
  await expect(page.locator("main form:not([method=get])")).toHaveCount(0);
  await person.open("/clients");
  await person.follow("demo-seller-app");
  await expect(page.getByRole("heading", { level: 1, name: "demo-seller-app" })).toBeVisible();
  await expect(page.locator("main form:not([method=get])")).toHaveCount(0);
  await person.open("/links");
  await expect(page.getByRole("link", { name: "demo-seller-app" })).toBeVisible();
  await expect(page.locator("main form:not([method=get])")).toHaveCount(0);
  await person.open("/seller");
  await expect(page.locator("main form:not([method=get])")).toHaveCount(0);
});

/** Who the sentence must name: the owner of the demo's first organisation. */
async function nameOfOwner({ page }: Person) {
  const said = await page.locator("main [role=alert]").innerText();
  return /Owners can do it: ([^.]+)\./.exec(said)?.slice(1) ?? [];
}

test("Two organisations: neither sees the other's client, nor takes its name", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const other = await another();
  await signIn(person, await makeMember(sql));
  await signIn(other, await makeMember(sql, { kind: "aggregator" }));
  const mine = await makeClient(person);
  const theirs = await makeClient(other, "aggregator");
  expect((await person.open(theirs.path))?.status()).toBe(404);
  await expect(person.page.getByText(theirs.clientId)).toHaveCount(0);
  expect((await other.open(mine.path))?.status()).toBe(404);
  expect((await other.open("/clients/not-an-id"))?.status()).toBe(404);
  await person.open("/clients");
  await expect(person.page.getByText(theirs.clientId)).toHaveCount(0);

  await other.open("/new-client?as=aggregator");
  await other.type("clientId", mine.clientId);
  await other.tick(/^I keep the secret/);
  await other.press("Create clientId and secret");
  await expect(other.page.locator("[role=alert][data-code=taken]")).toBeVisible();
  await other.open("/new-client?as=seller");
  await expect(other.page.locator("main [role=alert][data-code=not_allowed]")).toBeVisible();
  await expect(other.page.locator("main form")).toHaveCount(0);
});

test("Two organisations: one person acts for both, and a form stays with the one it was made for", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql, { company: unique("First ") });
  const second = await makeMember(sql, { company: unique("Second ") });
  await addMembership(sql, member.email, second.organisationId);
  await signIn(person, member);
  await person.open("/clients");
  const shown = page.locator("header .menu").first();
  const [from, to] = (await shown.innerText()).includes(member.company) ? [member, second] : [second, member];
  await person.unfold(from.company);
  await person.press(to.company, page.locator("header"));
  await expect(shown.locator("summary")).toContainText(to.company);
  const { clientId } = await makeClient(person);
  await person.open("/clients");
  await expect(page.getByRole("link", { name: clientId })).toBeVisible();
  const [row] = await sql`select organisation_id from clients where client_id = ${clientId}`;
  expect(row?.organisation_id).toBe(to.organisationId);
});
