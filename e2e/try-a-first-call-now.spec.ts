import { expect, test } from "./fixture";

test("Try a first call now: a visitor with nothing, one press, 200 and what was used", async ({
  person,
  another,
}) => {
  const { page } = person;
  await person.open("/");
  await person.press("Try a first call now");
  await expect(page).toHaveURL(/\/first-call\/[0-9a-f-]{36}$/);
  expect(person.cost).toMatchObject({ clicks: 1, typed: 0 });
  await expect(page.locator("[data-verdict]")).toHaveAttribute("data-verdict", "ok");
  for (const step of ["settings", "dns", "token", "claims", "call", "shape"])
    await expect(page.locator(`[data-step=${step}]`)).toHaveAttribute("data-code", "ok");
  await expect(page.locator("[data-step=call]")).toContainText("Status 200");
  await expect(
    page.getByText(/^This call used the starter client .+ and the open test seller 98979/),
  ).toBeVisible();
  await expect(page.locator("main")).toContainText('"seller_id": 98979');

  const stranger = await another();
  expect((await stranger.open(new URL(page.url()).pathname))?.status()).toBe(404);

  await person.follow("Sign up and make your own client");
  await expect(page.getByRole("heading", { level: 1, name: "Sign up" })).toBeVisible();
});

test("Try a first call now: on the page of first calls as well, and twice pressed is one call", async ({
  person,
  sql,
}) => {
  const { page } = person;
  await person.open("/first-call");
  await expect(page.getByLabel("clientSecret")).toHaveCount(0);
  const cookies = await page.context().cookies();
  const visitorId = cookies.find(({ name }) => name === "portal-visitor")?.value ?? "";
  await person.look();
  await page.getByRole("button", { name: "Try a first call now" }).dblclick();
  const seen = page.locator("[data-verdict], [role=alert][data-code=stale]");
  await expect(seen).toBeVisible();
  await person.settle();
  const calls = await sql`select from first_calls where visitor_id = ${visitorId}`;
  expect(calls).toHaveLength(1);
});
