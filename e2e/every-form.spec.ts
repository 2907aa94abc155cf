import type { Locator } from "@playwright/test";
import type { Sql } from "postgres";
import { makeClient } from "./clients";
import { expect, test } from "./fixture";
import { type Member, makeMember, unique } from "./people";
import type { Person } from "./person";

type Making = { person: Person; member: Member; sql: Sql };

/** A form: how to stand before it, its button, and the fields that complain when it is sent as it is. */
type Form = {
  name: string;
  signedIn?: true;
  reach: (making: Making) => Promise<Locator | undefined>;
  submit: string;
  empty: string[];
};

const onPage = (path: string) => async (making: Making) => {
  await making.person.open(path);
  return undefined;
};

const forms: Form[] = [
  {
    name: "sign-up",
    reach: onPage("/sign-up"),
    submit: "Sign up",
    empty: ["kind", "companyName", "name", "email", "terms"],
  },
  { name: "sign-in", reach: onPage("/sign-in"), submit: "Sign in", empty: ["email", "password"] },
  { name: "reset", reach: onPage("/reset"), submit: "Send the link", empty: ["email"] },
  {
    name: "a new client",
    signedIn: true,
    reach: async ({ person }) => {
      await person.open("/new-client?as=seller");
      for (const label of ["clientId", "E-mail for news about this client"]) await person.type(label, "");
      return undefined;
    },
    submit: "Create clientId and secret",
    empty: ["clientId", "contactEmail", "terms"],
  },
  {
    name: "first call",
    signedIn: true,
    reach: onPage("/first-call?clientId=&sellerId="),
    submit: "Make the call",
    empty: ["clientId", "clientSecret", "sellerId"],
  },
  {
    name: "change of password",
    signedIn: true,
    reach: onPage("/account"),
    submit: "Change password",
    empty: ["currentPassword", "password"],
  },
  {
    name: "an invitation into the team",
    signedIn: true,
    reach: async ({ person }) => {
      await person.open("/team");
      return person.page.locator("#invite");
    },
    submit: "Send invitation",
    empty: ["email"],
  },
  {
    name: "deletion of a client",
    signedIn: true,
    reach: async ({ person }) => {
      await person.open((await makeClient(person)).path);
      await person.unfold("Delete this client");
      return person.page.locator("#delete");
    },
    submit: "Delete for good",
    empty: ["typedClientId"],
  },
  {
    name: "deletion of one's account",
    signedIn: true,
    reach: async ({ person }) => {
      await person.open("/account");
      await person.unfold("Delete my account");
      return person.page.locator("#leave-for-good");
    },
    submit: "Delete my account for good",
    empty: ["typedEmail"],
  },
];

for (const { name, signedIn, reach, submit, empty } of forms) {
  test(`The form of ${name}, sent empty: each field says what it lacks, and the summary has the focus`, async ({
    person,
    signIn,
    sql,
  }) => {
    const { page } = person;
    const member = await makeMember(sql);
    if (signedIn) await signIn(person, member);
    const form = await reach({ person, member, sql });
    await person.press(submit, form);
    const alert = page.locator("main [role=alert][data-code=invalid]");
    await expect(alert).toBeVisible();
    if (person.hasScripts) await expect(alert).toBeFocused();
    for (const field of empty) {
      const complaint = page.locator(`main [data-field=${field}]`);
      await expect(complaint).toBeVisible();
      await expect(complaint).not.toHaveText("");
    }
    await expect(page.locator("main [data-field]")).toHaveCount(empty.length);
    // The summary leads to the fields, each of which knows its complaint.
    for (const link of await alert.locator("li").getByRole("link").all()) {
      const id = ((await link.getAttribute("href")) ?? "").slice(1);
      const field = page.locator(`[id="${id}"]`);
      await expect(field).toHaveAttribute("aria-invalid", "true");
    }
    await expect(alert.locator("li").getByRole("link")).toHaveCount(empty.length);
  });
}

/** Types also what the field itself would cut off, as a program could send it. */
async function typeAll(person: Person, label: string, text: string) {
  const field = person.page.getByLabel(label, { exact: true });
  await field.evaluate((input) => input.removeAttribute("maxlength"));
  await person.type(label, text);
}

/** What people and their keyboards send; `keeps` says whether a line of text may be stored with it. */
const strange = [
  { text: "a".repeat(5000), keeps: false },
  { text: "Bell\u0007 and escape\u001b", keeps: false },
  { text: "shop\u202Egnp.exe", keeps: false },
  { text: "Café 🛍️ 👩‍👩‍👧 Ünïcödé", keeps: true },
  { text: "חנות שלום متجر", keeps: true },
  { text: "Μаison Lumіere", keeps: true },
  { text: `<b>"O'Neil" & Sons</b> \${x} {{y}} %00`, keeps: true },
];

test("A company's name, in every strange way: stored exactly or refused in place", async ({
  person,
  sql,
}) => {
  const { page } = person;
  for (const { text, keeps } of strange) {
    const email = `${unique("strange")}@people.test`;
    await person.open("/sign-up?kind=seller");
    await typeAll(person, "Company name", text);
    await typeAll(person, "Your name", text);
    await person.type("E-mail address", email);
    await person.tick(/^I may act for this company/);
    await person.press("Sign up");
    if (keeps) {
      await expect(page.getByText(`We sent a letter to ${email}.`, { exact: false })).toBeVisible();
      const [row] = await sql`select company_name, name from sign_ups where email = ${email}`;
      expect(row).toMatchObject({ company_name: text, name: text });
      continue;
    }
    await expect(page.locator("main [role=alert][data-code=invalid]")).toBeVisible();
    for (const field of ["companyName", "name"])
      await expect(page.locator(`main [data-field=${field}]`)).toBeVisible();
    // Kept as far as anybody would read it again.
    await expect(page.getByLabel("Company name")).toHaveValue(text.slice(0, 2000));
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
    await expect(page.getByRole("checkbox", { name: /^I may act for this company/ })).toBeChecked();
    expect(await sql`select from sign_ups where email = ${email}`).toHaveLength(0);
  }
});

test("A clientId, in every strange way: refused in place, and in a first call never a 500", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql);
  await signIn(person, member);
  for (const { text } of strange) {
    await person.open("/new-client?as=seller");
    await typeAll(person, "clientId", text);
    await person.type("What is it for? (optional)", "kept");
    await person.tick(/^I keep the secret/);
    await person.press("Create clientId and secret");
    await expect(page.locator("main [role=alert][data-code=invalid]")).toBeVisible();
    await expect(page.locator("main [data-field=clientId]")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "clientId" })).toHaveValue(text.slice(0, 2000));
    await expect(page.getByLabel("What is it for? (optional)")).toHaveValue("kept");

    await person.open("/first-call");
    await typeAll(person, "clientId", text);
    await person.type("clientSecret", "some secret");
    await person.type("SellerId", "98979");
    await person.press("Make the call");
    const seen = "[data-verdict='token.client_unknown'], main [role=alert][data-code=invalid]";
    await expect(page.locator(seen)).toBeVisible({ timeout: 15_000 });
  }
  expect(await sql`select from clients where organisation_id = ${member.organisationId}`).toHaveLength(0);
});

test("A secret's label, in every strange way: stored exactly or refused in place", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql);
  await signIn(person, member);
  const { organisationId } = member;
  const { path } = await makeClient(person);
  for (const { text, keeps } of strange) {
    await person.open(path);
    await person.choose("How long should the old one still work?", "0");
    await typeAll(person, "Label (optional)", text);
    await person.press("Make a new secret");
    if (keeps) await expect(page.locator("#reveal")).toBeVisible();
    else {
      await expect(page.locator("main [role=alert][data-code=invalid]")).toBeVisible();
      await expect(page.locator("main [data-field=label]")).toBeVisible();
    }
    const rows = await sql`select from secrets where organisation_id = ${organisationId} and label = ${text}`;
    expect(rows).toHaveLength(keeps ? 1 : 0);
  }
});

test("An e-mail address, in every strange way: refused in place or the same address", async ({ person }) => {
  const { page } = person;
  for (const address of [
    "ada",
    "ada@",
    "ada@@people.test",
    "a b@people.test",
    "ada@people.test,eve@evil.test",
  ]) {
    await person.open("/reset");
    await person.type("E-mail address", address);
    await person.press("Send the link");
    await expect(page.locator("main [role=alert][data-code=invalid]")).toBeVisible();
    await expect(page.locator("main [data-field=email]")).toBeVisible();
    await expect(page.getByLabel("E-mail address")).toHaveValue(address);
  }
});

test("A button pressed twice has one effect", async ({ person, signIn, sql }) => {
  const { page } = person;
  const member = await makeMember(sql);
  await signIn(person, member);
  await person.open("/new-client?as=seller");
  await person.tick(/^I keep the secret/);
  await page.getByRole("button", { name: "Create clientId and secret" }).dblclick({ noWaitAfter: true });
  await expect(page.locator("#reveal, main [role=alert][data-code=stale]")).toBeVisible();
  await person.settle();
  const rows =
    await sql`select c.id, (select count(*)::int from secrets s where s.client_row_id = c.id) as secrets,
    (select count(*)::int from seller_links l where l.client_row_id = c.id) as links
    from clients c where organisation_id = ${member.organisationId}`;
  expect(rows).toMatchObject([{ secrets: 1, links: 1 }]);
});

test("A form of somebody who has signed out meanwhile changes nothing and leads back", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql);
  await signIn(person, member);
  const { path } = await makeClient(person);
  await person.open(path);
  await sql`update sessions set ended_at = now() where person_id = (select id from people where email = ${member.email})`;
  await person.press("Suspend this client");
  const alert = page.locator("main [role=alert][data-code=sign_in_again]");
  await expect(alert.or(page.getByRole("heading", { level: 1, name: "Sign in" }))).toBeVisible();
  const rows =
    await sql`select from clients where organisation_id = ${member.organisationId} and suspended_at is not null`;
  expect(rows).toHaveLength(0);
});
