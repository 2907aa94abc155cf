import { makeClient } from "./clients";
import { expect, test } from "./fixture";
import { readLetters, readLink } from "./letters";
import { addMembership, makeMember, unique } from "./people";
import type { Person } from "./person";
import { postForm } from "./post-form";

async function invite(person: Person, email: string, role: string) {
  const form = person.page.locator("#invite");
  await person.type("E-mail address", email, form);
  await person.tick(role, form);
  await person.press("Send invitation", form);
}

test("Invite a colleague: they join by the mailed link, are promoted, and removed in the middle of their work", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const owner = await makeMember(sql, { company: unique("Maison ") });
  const email = `${unique("new")}@people.test`;
  await signIn(person, owner);
  await person.open("/team");
  await invite(person, email, "Viewer");
  await expect(page.getByText("The invitation is on its way.", { exact: false })).toBeVisible();
  await expect(page.locator(`[data-team-invitation="${email}"]`)).toContainText("Open until");
  const link = await readLink(page.request, email, "/join/");
  canary("link", link.split("/").at(-1) ?? "");

  const colleague = await another();
  await colleague.open(link);
  await colleague.reload();
  await expect(colleague.page.getByRole("heading", { level: 1 })).toHaveText(`Join ${owner.company}`);
  await colleague.type("Your name", "Grace");
  await colleague.type("Password", "short");
  await colleague.press("Make my account and join");
  await expect(colleague.page.locator("[role=alert][data-code=invalid]")).toBeVisible();
  await expect(colleague.page.getByLabel("Your name")).toHaveValue("Grace");
  const password = unique("my own password ");
  canary("password", password);
  await colleague.type("Password", password);
  await colleague.press("Make my account and join");
  await expect(colleague.page).toHaveURL("/team?done=joined");
  await expect(
    colleague.page.getByText(`You are in the team of ${owner.company} now.`, { exact: false }),
  ).toBeVisible();
  await expect(colleague.page.getByRole("button", { name: "Send invitation" })).toHaveCount(0);
  await colleague.open(link);
  await expect(colleague.page.locator("[role=alert][data-code=expired]")).toBeVisible();
  await colleague.open("/new-client?as=seller");
  await expect(colleague.page.locator("[role=alert][data-code=not_allowed]")).toContainText(owner.name);

  await person.open("/team");
  const row = page.locator(`[data-member="${email}"]`);
  await person.unfold("Change role", row);
  await person.choose("Role", "editor", row);
  await person.press("Save role", row);
  await expect(row).toHaveAttribute("data-role", "editor");
  await colleague.open("/new-client?as=seller");
  await colleague.tick(/^I keep the secret/);

  await person.unfold("Remove", row);
  await person.press("Remove from the team", row);
  await expect(page.getByText("They are no longer in the team", { exact: false })).toBeVisible();
  await expect(row).toHaveCount(0);
  await colleague.press("Create clientId and secret");
  await expect(
    colleague.page
      .locator("[role=alert][data-code=sign_in_again]")
      .or(colleague.page.getByRole("heading", { level: 1, name: "Sign in" })),
  ).toBeVisible();
  expect(await sql`select from clients where organisation_id = ${owner.organisationId}`).toHaveLength(0);
  await colleague.open("/clients");
  await expect(colleague.page).toHaveURL(/\/sign-in\?next=/);
  await expect(colleague.page.getByText(owner.company)).toHaveCount(0);
  await colleague.type("E-mail address", email);
  await colleague.type("Password", password);
  await colleague.press("Sign in");
  await expect(colleague.page.getByText("you belong to no organisation now", { exact: false })).toBeVisible();
  const [news] = await readLetters(page.request, email);
  expect(news?.subject).toBe("You are no longer in a team");

  // Their account belongs nowhere now; another letter lets them in with the password they have.
  await invite(person, email, "Editor");
  const again = await readLink(page.request, email, "/join/");
  canary("link", again.split("/").at(-1) ?? "");
  await colleague.open(again);
  await colleague.type("Password", "not the password");
  await colleague.press("Join the team");
  await expect(colleague.page.locator("[role=alert][data-code=invalid]")).toBeVisible();
  await colleague.type("Password", password);
  await colleague.press("Join the team");
  await expect(colleague.page).toHaveURL("/team?done=joined");
});

test("Invite a colleague: somebody with an account signs in, or out of another one, and comes back", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const owner = await makeMember(sql, { company: unique("Maison ") });
  const [asked, stranger] = [await makeMember(sql, { kind: "partner" }), await makeMember(sql)];
  await signIn(person, owner);
  await person.open("/team");
  await invite(person, asked.email.toUpperCase(), "Editor");
  const link = await readLink(person.page.request, asked.email.toUpperCase(), "/join/");
  await invite(person, owner.email, "Editor");
  await expect(person.page.locator("[role=alert][data-code=taken]")).toContainText("in the team already");

  const guest = await another();
  const { page } = guest;
  await signIn(guest, stranger);
  await guest.open(link);
  await expect(page.getByText(`You are signed in as ${stranger.email}`, { exact: false })).toBeVisible();
  await guest.press("Sign out and come back");
  await expect(page).toHaveURL(link);
  await guest.follow("Sign in", page.locator("main"));
  await guest.type("E-mail address", asked.email);
  await guest.type("Password", asked.password);
  await guest.press("Sign in");
  await expect(page).toHaveURL(link);
  await guest.press("Join the team");
  await expect(
    page.getByText(`You are in the team of ${owner.company} now.`, { exact: false }),
  ).toBeVisible();
  await expect(page.locator("header .menu").first()).toContainText(owner.company);
  await guest.open(link);
  await expect(page.locator("[role=alert][data-code=expired]")).toContainText(owner.company);
  expect((await guest.open("/join/no-such-token"))?.status()).toBe(404);
});

test("Invite a colleague: a link that was taken back or replaced opens nothing", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  await signIn(person, await makeMember(sql));
  const email = `${unique("new")}@people.test`;
  const row = page.locator(`[data-team-invitation="${email}"]`);
  await person.open("/team");
  await invite(person, email, "Editor");
  const first = await readLink(page.request, email, "/join/");
  await person.press("Send again", row);
  await expect(row).toContainText("sent 2 times");
  let second = first;
  await expect(async () => {
    second = await readLink(page.request, email, "/join/");
    expect(second).not.toBe(first);
  }).toPass();
  const colleague = await another();
  await colleague.open(first);
  await expect(colleague.page.locator("[role=alert][data-code=expired]")).toBeVisible();
  await colleague.open(second);
  await colleague.type("Your name", "Grace");
  await colleague.type("Password", "a password of my own");
  await person.press("Withdraw", row);
  await expect(row).toHaveCount(0);
  await colleague.press("Make my account and join");
  await expect(colleague.page.locator("[role=alert][data-code=expired]")).toBeVisible();
  expect(await sql`select from people where email = ${email}`).toHaveLength(0);
});

test("Team: the last owner stays until a colleague has taken the ownership over", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const owner = await makeMember(sql, { company: unique("Maison ") });
  await signIn(person, owner);
  await person.open("/team");
  await expect(page.locator("#leave")).toContainText("Invite a colleague as owner first.");
  const taker = await makeMember(sql, { joins: owner, role: "editor" });
  await person.reload();
  await expect(page.locator("#leave")).toContainText("Offer the ownership to a colleague");
  await person.unfold("Offer the ownership", page.locator("#ownership"));
  await person.press("Offer ownership");
  await expect(page.locator("#ownership")).toContainText(`has offered the ownership to ${taker.name}`);

  const colleague = await another();
  await signIn(colleague, taker);
  await colleague.open("/team");
  await expect(colleague.page.locator("#ownership")).toContainText(`${owner.name} offers you the ownership`);
  await colleague.press("Decline");
  await expect(colleague.page.getByText("You declined.", { exact: false })).toBeVisible();
  await person.reload();
  await person.unfold("Offer the ownership", page.locator("#ownership"));
  await person.press("Offer ownership");
  await colleague.open("/team");
  // What somebody typed long ago does not hand an organisation over.
  await sql`update sessions set fresh_at = now() - interval '11 minutes'
    where person_id = (select id from people where email = ${taker.email})`;
  await colleague.press("Accept the ownership");
  await expect(colleague.page.locator("[role=alert][data-code=sign_in_again]")).toBeVisible();
  await colleague.follow("Confirm with your password");
  await colleague.type("Password", taker.password);
  await colleague.press("Confirm");
  await expect(colleague.page).toHaveURL("/team");
  await colleague.press("Accept the ownership");
  await expect(colleague.page.getByText("You are an owner now.")).toBeVisible();

  await person.open("/team");
  await expect(page.locator(`[data-member="${owner.email}"]`)).toHaveAttribute("data-role", "editor");
  await expect(page.getByRole("button", { name: "Send invitation" })).toHaveCount(0);
  await person.unfold("Leave this team", page.locator("#leave"));
  await person.press("Leave the team");
  await expect(page).toHaveURL("/sign-in?left=1");
  await person.open("/team");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test("Team: in several organisations a form says whom it acts for, and keeps to it after a switch elsewhere", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  const first = await makeMember(sql, { company: unique("First ") });
  await signIn(person, first);
  const { path } = await makeClient(person);
  await person.open(path);
  await expect(page.getByText("You act for")).toHaveCount(0);
  const second = await makeMember(sql, { company: unique("Second "), kind: "partner" });
  await addMembership(sql, first.email, second.organisationId);
  await person.reload();
  await expect(page.locator("#suspend")).toContainText(`You act for ${first.company}`);
  await postForm(page.context().request, "/clients", { organisationId: second.organisationId });
  const tab = await page.context().newPage();
  await tab.goto("/team");
  await expect(tab.getByRole("heading", { name: "Team" })).toBeVisible();
  await expect(tab.locator("main")).toContainText(`Who acts for ${second.company}`);
  await tab.close();
  await person.press("Suspend this client", page.locator("#suspend"));
  await expect(page.getByText("The client is suspended.", { exact: false })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(path));
  await expect(page.locator("header .menu").first()).toContainText(first.company);
  await person.open("/account");
  // What is one's own is done for nobody else; only the organisation's deletion says which one it means.
  await expect(page.locator("main").getByText("You act for")).toHaveCount(1);
  await expect(page.locator("#leave-for-good")).toContainText(`You act for ${first.company}`);
});
