import { expect, test } from "./fixture";
import { makeOwnPortal } from "./own-portal";
import { makeMember, unique } from "./people";

// A portal of its own, whose way to the database can be cut.
const own = makeOwnPortal();
test.use({ baseURL: own.url });
test.describe.configure({ mode: "serial" });
test.beforeAll(() => own.start());
test.afterAll(() => own.stop());
test.afterEach(() => own.mend());

test("The database is gone: a plain page with a reference, and all is well when it is back", async ({
  person,
}) => {
  const { page } = person;
  expect((await person.open("/sign-in"))?.status()).toBe(200);
  await person.look();
  own.cut();
  await expect(async () => expect((await page.goto("/sign-in"))?.status()).toBe(503)).toPass({
    timeout: 15_000,
  });
  await expect(page.locator("[role=alert][data-code=unavailable]")).toBeVisible();
  const reference = await page.locator("main code").innerText();
  expect(reference).toMatch(/^[0-9a-f-]{36}$/);
  expect(own.log()).toContain(reference);
  await person.look();
  own.mend();
  await expect(async () => expect((await page.goto("/sign-in"))?.status()).toBe(200)).toPass({
    timeout: 15_000,
  });
  await person.settle();
});

for (const how of ["cut", "hang"] as const) {
  test(`The database is gone while a form is sent (${how}): nothing was saved, and the form can be sent again`, async ({
    person,
    signIn,
    sql,
  }) => {
    const { page } = person;
    const member = await makeMember(sql);
    await signIn(person, member);
    await person.open("/new-client?as=seller");
    const clientId = unique("after-the-storm-");
    await person.type("clientId", clientId);
    await person.tick(/^I keep the secret/);
    await person.look();
    own[how]();
    await page.getByRole("button", { name: "Create clientId and secret" }).click({ noWaitAfter: true });
    const alert = page.locator("[role=alert][data-code=unavailable]");
    await expect(alert).toContainText(/nothing was saved/i, { timeout: 30_000 });
    await expect(page.locator("main")).toContainText(/Reference:? ?[0-9a-f-]{36}/);
    expect(await sql`select from clients where client_id = ${clientId}`).toHaveLength(0);

    own.mend();
    await expect(async () => expect((await page.request.get("/sign-in")).status()).toBe(200)).toPass({
      timeout: 15_000,
    });
    if (!person.hasScripts) {
      // The page said to go back; the browser has kept what was typed, or fetches the form anew.
      await page.goBack();
      await page.waitForLoadState("load");
      await page.getByRole("textbox", { name: "clientId" }).fill(clientId);
      await page.getByRole("checkbox", { name: /^I keep the secret/ }).check();
    }
    await person.press("Create clientId and secret");
    await expect(page.locator("#reveal")).toContainText(clientId);
    expect(await sql`select from clients where client_id = ${clientId}`).toHaveLength(1);
  });
}
