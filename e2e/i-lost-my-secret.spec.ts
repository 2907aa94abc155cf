import { createClient, goOn, makeClient, readReveal } from "./clients";
import { expect, test } from "./fixture";
import { makeMember, unique } from "./people";
import { readForm, sendForm } from "./post-form";

const aSecret = /mps_test_[0-9A-Za-z]{46}/g;
const howMany = (html: string, pattern: RegExp) => new Set(html.match(pattern)).size;

test("I lost my secret: it is gone after a reload, and a new one is a press away", async ({
  person,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  await signIn(person, await makeMember(sql));
  const { clientId, secret } = await createClient(person);
  canary("secret", secret);
  // Without JavaScript a reload sends the form again, which says what it made and where that is.
  await person.reload();
  await expect(page.getByText(secret)).toHaveCount(0);
  if (!person.hasScripts) {
    await expect(page.locator("[role=alert][data-code=stale]")).toContainText("was shown once");
    await person.follow(/Open the client/);
  }
  await expect(page.getByText(/was shown once and is gone from here/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: clientId })).toBeVisible();

  await person.press("Make a new secret");
  const second = await readReveal(person);
  canary("secret", second.secret);
  expect(second).toMatchObject({ clientId });
  expect(second.secret).not.toBe(secret);
  await goOn(person);
  await expect(page.getByText(secret).or(page.getByText(second.secret))).toHaveCount(0);
});

test("I lost my secret: the back button neither shows it again nor makes another client", async ({
  person,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const member = await makeMember(sql);
  await signIn(person, member);
  await person.open("/clients");
  const { secret } = await createClient(person);
  canary("secret", secret);
  await person.look();
  await page.goBack();
  await person.settle();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
  expect(await sql`select from clients where organisation_id = ${member.organisationId}`).toHaveLength(1);
});

test("I lost my secret: the same form sent again makes nothing and says so", async ({
  person,
  signIn,
  sql,
}) => {
  const { request } = person.page.context();
  const member = await makeMember(sql);
  await signIn(person, member);
  const form = await readForm(request, "/new-client?as=seller", ["clientId", "sellerId"]);
  const values = { clientId: unique("twice-"), terms: "on" };
  const first = await (await sendForm(request, form, values)).text();
  const second = await (await sendForm(request, form, { ...values, clientId: unique("twice-") })).text();
  expect(howMany(first, aSecret)).toBe(1);
  expect(howMany(second, /mps_test_/g)).toBe(0);
  expect(howMany(second, / data-code="stale"/g)).toBe(1);
  expect(await sql`select from clients where organisation_id = ${member.organisationId}`).toHaveLength(1);

  const { path } = await makeClient(person);
  const more = await readForm(request, path, ["overlap", "label"]);
  const [one, two] = [await sendForm(request, more, {}), await sendForm(request, more, {})];
  expect(howMany(await one.text(), aSecret)).toBe(1);
  expect(howMany(await two.text(), / data-code="stale"/g)).toBe(1);
  const live = await sql`select from secrets where client_row_id = ${path.split("/")[2] ?? ""}`;
  expect(live).toHaveLength(2);
});
