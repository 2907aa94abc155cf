import { expect, test } from "./fixture";
import { readLetters } from "./letters";
import { makeListed, misspell } from "./listings";
import { makeMember, unique } from "./people";
import type { Person } from "./person";

async function search(person: Person, words: string) {
  await person.type("Name of your aggregator or plugin", words);
  await person.press("Search");
  await expect(person.page).toHaveURL(/[?&]q=/);
}

async function giveAccess(person: Person) {
  await person.tick(/^I accept that this client acts/);
  await person.tick(/^I know who asks/);
  await person.press("Give access");
  await expect(person.page.getByText("Done: access is given", { exact: false })).toBeVisible();
}

test("My aggregator requests my SellerId: found with a typing error, allowed, told", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  const listed = await makeListed(sql);
  const { company, ...member } = await makeMember(sql);
  await signIn(person, { ...member });
  await person.open("/seller");
  await person.follow("My aggregator or plugin requests my SellerId");
  await search(person, misspell(listed.name));
  await expect(page.locator("[data-listing]").first()).toHaveAttribute("data-listing", listed.clientId);
  await person.follow(`Connect ${listed.name}`);
  await expect(page.locator("main")).toContainText(company);
  await expect(page.locator("main")).toContainText(String(member.sellerId));
  await giveAccess(person);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(listed.name);
  const [link] = await sql`select via from seller_links where seller_id = ${member.sellerId}`;
  expect(link?.via).toBe("directory");
  expect(person.cost.typed).toBe(1);
});

test("My aggregator requests my SellerId: of two accounts the second", async ({ person, signIn, sql }) => {
  const { page } = person;
  const listed = await makeListed(sql);
  const { company, ...member } = await makeMember(sql, { sellers: 2 });
  await signIn(person, { ...member });
  await person.open(`/choose-aggregator?q=${encodeURIComponent(listed.name)}`);
  await person.follow(`Connect ${listed.name}`);
  await person.tick(new RegExp(`^${company} 2`));
  await giveAccess(person);
  const links = await sql`select s.shop_name from seller_links l join sellers s using (seller_id)
    where s.owner_organisation_id = ${member.organisationId} and l.unlinked_at is null`;
  expect(links.map((row) => row.shop_name)).toEqual([`${company} 2`]);
  await expect(page.locator("main")).toContainText(`${company} 2`);
});

test("My aggregator requests my SellerId: signed out first, the way is kept", async ({ person, sql }) => {
  const { page } = person;
  const listed = await makeListed(sql);
  const member = await makeMember(sql);
  await person.open("/choose-aggregator");
  await search(person, listed.name.toUpperCase());
  await person.follow(`Connect ${listed.name}`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await person.type("E-mail address", member.email);
  await person.type("Password", member.password);
  await person.press("Sign in");
  await expect(page).toHaveURL(/\/link-client\?/);
  await giveAccess(person);
});

test("My aggregator requests my SellerId: new here, the way is kept through sign-up", async ({
  person,
  canary,
  sql,
}) => {
  const { page } = person;
  const listed = await makeListed(sql);
  const email = `${unique("new")}@people.test`;
  await person.open(`/choose-aggregator?q=${encodeURIComponent(listed.name)}`);
  await person.follow(`Connect ${listed.name}`);
  await person.follow("Sign up", page.locator("main"));
  await person.tick(/^I sell/);
  await person.type("Company name", "New Shop");
  await person.type("Your name", "Somebody");
  await person.type("E-mail address", email);
  await person.tick(/^I may act for this company/);
  await person.press("Sign up");
  let mailed: URL | undefined;
  await expect(async () => {
    const [letter] = await readLetters(page.request, email);
    const link = letter?.links.find((one) => one.includes("/verify/"));
    expect(link).toBeDefined();
    mailed = new URL(link ?? "");
  }).toPass({ timeout: 10_000 });
  canary("link", mailed?.pathname.split("/").at(-1) ?? "");
  expect(mailed?.searchParams.get("next")).toMatch(/^\/link-client\?/);
  await person.open(`${mailed?.pathname}${mailed?.search}`);
  const password = unique("my own password ");
  canary("password", password);
  await person.type("Password", password);
  await person.press("Set password and go on");
  await expect(page).toHaveURL(/\/link-client\?/);
  await giveAccess(person);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(listed.name);
});

test("My aggregator requests my SellerId: not in the list, the clientId is typed", async ({
  person,
  signIn,
  sql,
}) => {
  const { page } = person;
  const { clientId } = await makeListed(sql);
  const member = await makeMember(sql);
  await signIn(person, member);
  await person.open("/choose-aggregator");
  await search(person, "qqxqzzqx");
  await expect(page.getByText("Nothing has that name")).toBeVisible();
  await expect(page.locator("[data-listing]")).toHaveCount(0);
  await person.type("clientId of your aggregator or plugin", clientId);
  await person.press("Go on with this clientId");
  await expect(page).toHaveURL(/via=typed/);
  await giveAccess(person);
  const [link] = await sql`select via from seller_links where seller_id = ${member.sellerId}`;
  expect(link?.via).toBe("typed");
});

test("My aggregator requests my SellerId: the list, its pages, and what is near", async ({ person, sql }) => {
  const { page } = person;
  const { name } = await makeListed(sql, { methods: ["own-credentials"] });
  for (const words of ["feedwsie", "FEED WISE", "féédwise"]) {
    await person.open("/choose-aggregator");
    await search(person, words);
    await expect(page.locator("[data-listing]").first()).toHaveAttribute("data-listing", "FeedWise");
  }
  await search(person, "wisefeed");
  await expect(page.getByText("Did you mean one of these?")).toBeVisible();
  await expect(page.locator("[data-listing=FeedWise]")).toBeVisible();

  await person.open("/choose-aggregator");
  const first = await page.locator("[data-listing]").count();
  await person.follow("Next page");
  await expect(page).toHaveURL(/page=2/);
  await person.follow("Previous page");
  expect([first, await page.locator("[data-listing]").count()]).toEqual([20, 20]);
  await person.open("/choose-aggregator?page=499");
  await expect(page.getByText("The list is not that long.")).toBeVisible();
  expect((await person.open(`/choose-aggregator?q=${"%25_".repeat(300)}&page=x`))?.status()).toBe(200);
  await expect(page.locator("[data-listing]")).toHaveCount(20);

  await search(person, name);
  await expect(page.getByRole("link", { name: `Connect ${name}` })).toHaveCount(1);
  await person.follow(`Make the three values for ${name}`);
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fnew-client/);
});
