import { expect } from "@playwright/test";
import type { Sql } from "postgres";
import { makeClient } from "./clients";
import { type Member, makeMember } from "./people";
import type { Person } from "./person";

/** A partner signed in at their browser, with one client that has been reviewed. */
export async function makeInviter(
  person: Person,
  sql: Sql,
  signIn: (person: Person, member: Member) => Promise<void>,
) {
  const member = await makeMember(sql, { kind: "partner" });
  await signIn(person, member);
  const { clientId } = await makeClient(person, "partner");
  await sql`update clients set reviewed_at = now() where client_id = ${clientId}`;
  return { ...member, clientId };
}

/** Makes an invitation on its page; the path of its link, as the one answer shows it. */
export async function inviteFrom(
  person: Person,
  fields: { reference?: string; email?: string; only?: string; message?: string },
) {
  const { page } = person;
  await person.open("/invitations");
  const form = page.locator("#invite");
  if (fields.reference) await person.type("Your reference optional", fields.reference, form);
  if (fields.email)
    await person.type("E-mail address or SellerId of your customer optional", fields.email, form);
  if (fields.only) await person.type("Only for this SellerId optional", fields.only, form);
  if (fields.message) await person.type("A few words to your customer optional", fields.message, form);
  await person.press("Make the invitation");
  const made = page.locator("#made");
  await expect(made.getByRole("heading", { name: "The invitation is made" })).toBeVisible();
  await expect(made.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  const link = await made.locator("[data-copy-text]").first().innerText();
  expect(link).toMatch(/\/i\/[\w-]{43}$/);
  return new URL(link).pathname;
}

/** Says yes on the consent page. */
export async function giveAccess(person: Person) {
  await person.tick(/^I accept that this client acts/);
  await person.tick(/^I know who asks/);
  await person.press("Give access");
  await expect(person.page.getByText("Done: access is given", { exact: false })).toBeVisible();
}
