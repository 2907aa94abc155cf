import { readFile } from "node:fs/promises";
import { makeClient } from "./clients";
import { expect, test } from "./fixture";
import { readLetters } from "./letters";
import { makeMember, unique } from "./people";

test("Take my data along and leave: one file with all of it, my organisation and my account gone, the audit trail stays", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const owner = await makeMember(sql, { kind: "partner", company: unique("Atelier ") });
  const colleague = await makeMember(sql, { joins: owner, role: "viewer" });
  await signIn(person, owner);
  const client = await makeClient(person, "partner");
  await person.open("/account");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download my data" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("my-data.json");
  const text = await readFile(await download.path(), "utf8");
  const data = JSON.parse(text);
  expect(data.person.email).toBe(owner.email);
  expect(data.organisations[0].clients[0].client_id).toBe(client.clientId);
  expect(text).not.toMatch(/mps_test_|password_hash|\$argon2/);

  // Somebody else is in the organisation, so its only owner cannot simply go.
  await expect(page.locator("#leave-for-good")).toContainText(`You are the only owner of ${owner.company}`);

  const other = await another();
  await signIn(other, colleague);
  await other.open("/account");
  await other.unfold("Delete my account");
  await other.type(`Type ${colleague.email} to confirm`, owner.email);
  await other.press("Delete my account for good");
  await expect(other.page.locator("[role=alert][data-code=invalid]")).toBeVisible();
  await other.type(`Type ${colleague.email} to confirm`, colleague.email);
  await other.press("Delete my account for good");
  await expect(other.page).toHaveURL("/privacy?gone=account");
  await expect(other.page.getByText("Your account is deleted.", { exact: false })).toBeVisible();
  const [left] =
    await sql`select actor_name from events where type = 'member.left' and organisation_id = ${owner.organisationId}`;
  expect(left?.actor_name).toBe(colleague.name);
  expect(await sql`select from people where email = ${colleague.email}`).toHaveLength(0);
  await expect(async () => {
    const subjects = (await readLetters(page.request, colleague.email)).map(({ subject }) => subject);
    expect(subjects).toContain("Your account is deleted");
  }).toPass({ timeout: 10_000 });

  await person.open("/account");
  await person.unfold(`Delete ${owner.company}`);
  await person.type(`Type ${owner.company} to confirm`, owner.company.toLowerCase());
  await person.press("Delete the organisation for good");
  await expect(page.locator("[role=alert][data-code=invalid]")).toBeVisible();
  await person.type(`Type ${owner.company} to confirm`, owner.company);
  await person.press("Delete the organisation for good");
  await expect(page).toHaveURL("/privacy?gone=organisation");
  const [gone] = await sql`select deleted_at from clients where client_id = ${client.clientId}`;
  expect(gone?.deleted_at).not.toBeNull();
  await person.open("/clients");
  await expect(page).toHaveURL(/\/sign-in/);

  await person.open("/privacy");
  await expect(page.getByRole("table")).toContainText("The audit trail");
  await expect(page.getByRole("table")).toContainText("3 years");
  const security = await page.request.get("/.well-known/security.txt");
  expect(security.headers()["content-type"]).toContain("text/plain");
  expect(await security.text()).toMatch(/^Contact: \S+\nExpires: \d{4}-.*\n/);
});
