import { makeClient } from "./clients";
import { expect, test } from "./fixture";
import { makeMember } from "./people";
import type { Person } from "./person";
import { callFromHere } from "./tester";

const openSeller = "98979";
const answerOf = ({ page }: Person) =>
  page
    .locator("main")
    .getByText(/"status":/)
    .first();

test("Look up a call and try it: found by words, made with my values, and its effect seen", async ({
  person,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  await person.open("/guide");
  await person.type("Words, a route or an error code", "accept order");
  await person.press("Search");
  await person.follow("Accept or refuse an order");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accept or refuse an order");
  await expect(page.locator("#example")).toContainText("your-client-id");
  await expect(page.locator("#errors")).toContainText("validation_failed");

  await signIn(person, await makeMember(sql));
  const client = await makeClient(person);
  canary("secret", client.secret);
  await person.open("/guide/reference/orders.approve");
  await expect(page.locator("#example")).toContainText(client.clientId);
  await person.follow("Try it");
  await expect(page).toHaveURL(/operation=orders\.approve/);
  await expect(page.getByLabel("clientId", { exact: true })).toHaveValue(client.clientId);

  // A change in the sandbox, ready to send, and seen by the next call that reads it.
  const known = `clientId=${client.clientId}&sellerId=${openSeller}`;
  await person.open(`/first-call?operation=orders.approve&${known}`);
  const orderId = await page.getByLabel("orderId").inputValue();
  expect(orderId).not.toBe("");
  await callFromHere(person, client.secret);
  await person.open(`/first-call?operation=orders.get&${known}`);
  await person.type("orderId", orderId);
  await callFromHere(person, client.secret);
  if (page.url().includes("?")) throw new Error("the address is the report's now");
  await person.open(new URL(page.url()).pathname);
  await expect(answerOf(person)).toContainText('"status": "Accepted"');
  await expect(page.locator("main")).toContainText(`/orders/${orderId}`);

  // The same once more: the order waits no longer, and the API says so.
  await person.open(`/first-call?operation=orders.approve&${known}`);
  await person.type("orderId", orderId);
  await callFromHere(person, client.secret, "api.validation");

  // A body of another shape does not go out.
  await person.open(`/first-call?operation=orders.approve&${known}`);
  await person.type("Body (JSON)", '{"approval_status":"Perhaps"}');
  await person.type("clientSecret", client.secret);
  await person.press("Make the call");
  await expect(page.locator("[role=alert][data-code=invalid]")).toBeVisible();
  await expect(page.locator("[data-field=body]").first()).toContainText("approval_status");
});

test("Choose what I need: another call brings its fields, areas shrink what is shown, a checklist says the rest", async ({
  person,
  signIn,
  sql,
}) => {
  const { page, hasScripts } = person;
  await signIn(person, await makeMember(sql, { kind: "aggregator" }));
  const client = await makeClient(person, "aggregator");
  await person.open(`/first-call?clientId=${client.clientId}&sellerId=${openSeller}`);
  if (hasScripts) {
    await person.type("clientSecret", client.secret);
    await person.choose("Call", "offers.list");
    await expect(page.getByLabel("salesChannelId")).toHaveValue("CDISFR");
    await expect(page.getByLabel("clientSecret")).toHaveValue(client.secret);
  } else {
    await page.locator("#choose-operation").selectOption("offers.list");
    await person.press("Show its fields");
    await expect(page.getByLabel("salesChannelId")).toHaveValue("CDISFR");
  }
  await callFromHere(person, client.secret);

  await person.open("/guide/areas");
  await person.tick("Discussions");
  await person.press("Show these");
  await expect(page).toHaveURL(/areas=discussions/);
  await person.press("Remember this choice");
  await expect(page.getByText("Remembered.")).toBeVisible();
  await person.follow("Seller API reference");
  await expect(page.locator("[data-operation='messages.send']")).toBeVisible();
  await expect(page.locator("[data-operation='orders.list']")).toHaveCount(0);
  await person.open(`/first-call?clientId=${client.clientId}`);
  const offered = page.locator("form:has([name=clientSecret]) select[name=operation] option");
  await expect(offered.filter({ hasText: "Send a message" })).toHaveCount(1);
  await expect(offered.filter({ hasText: "List the offers" })).toHaveCount(0);
  await person.follow("Show everything");
  await expect(offered.filter({ hasText: "List the offers" })).toHaveCount(1);

  // The files start from what is remembered, until something else is ticked.
  await person.open(`/tools/collections?clientId=${client.clientId}`);
  const discussions = page.getByLabel("Discussions", { exact: true });
  await expect(discussions).toBeChecked();
  await expect(page.getByText(`what is remembered for ${client.clientId}`)).toBeVisible();
  await discussions.uncheck();
  await person.press("Fill in");
  await expect(page).toHaveURL(/tickedFor=/);
  await expect(discussions).not.toBeChecked();

  await person.open("/guide/areas/finance");
  await expect(page.locator("#elsewhere")).toContainText("GET /payments");
  await person.open("/guide/best-practices");
  await person.tick("Fetch orders");
  await person.press("Show my checklist");
  await expect(page.locator("[data-feature=readOrders]")).toHaveAttribute("data-state", "there");
  await expect(page.locator("[data-feature=shipOrders]")).toHaveAttribute("data-state", "missing");
  await expect(page.locator("#checklist")).toContainText("- [ ] Tell parcels and carriers (Missing)");
  await person.open("/guide/glossary");
  await person.follow("This is wrong");
  await expect(page).toHaveURL(/\/help\?path=%2Fguide%2Fglossary/);
});
