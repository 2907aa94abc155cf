import { demoPassword } from "@/db/seed/demo-accounts";
import { makeClient } from "./clients";
import { list } from "./consent";
import { expect, test } from "./fixture";
import { makeMember, unique } from "./people";
import { readForm, sendForm } from "./post-form";

const operator = { email: "operator@demo.test", password: demoPassword };

test("A message wants me to link a stranger: nothing happens by itself, I am warned, I report it, and it is stopped for everybody", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const famous = await another();
  const owner = await makeMember(sql, { kind: "aggregator", company: unique("Zephyr") });
  await signIn(famous, owner);
  const listed = await makeClient(famous, "aggregator");
  await list(sql, owner, listed);
  const attacker = await another();
  await signIn(attacker, await makeMember(sql, { kind: "partner", company: `${owner.company} Support` }));
  const bait = await makeClient(attacker, "partner");
  const shop = await makeMember(sql);
  await signIn(person, shop);
  const count = () =>
    sql`select 1 from seller_links where client_row_id = ${bait.path.split("/").at(-1) ?? ""}`;

  // The address in the message answers every question by itself, and claims to come out of the directory.
  const answers = new URLSearchParams({
    clientId: bait.clientId,
    as: "aggregator",
    via: "directory",
    sellerId: String(shop.sellerId),
    typedSellerId: String(shop.sellerId),
    duration: "none",
    terms: "on",
    confirm: "on",
  });
  await person.open(`/link-client?${answers}`);
  expect(await count()).toHaveLength(0);
  const card = page.locator("#partner");
  await expect(card).toContainText("This is not who you may think");
  await expect(card).toContainText("none proven");
  await expect(page.locator("#unreviewed")).toContainText("Nobody has reviewed this client");
  for (const box of await page.getByRole("checkbox").all()) await expect(box).not.toBeChecked();
  await expect(page.getByLabel("Type the SellerId of the account you chose")).toHaveValue("");

  // A form that the attacker rendered for an account of their own, sent by my browser: it says nothing there.
  const theirs = await another();
  await signIn(theirs, await makeMember(sql));
  const form = await readForm(theirs.page.context().request, `/link-client?${answers}`, ["confirm"]);
  const agreed = {
    sellerId: String(shop.sellerId),
    typedSellerId: String(shop.sellerId),
    duration: "none",
    terms: "on",
    confirm: "on",
  };
  const { request } = page.context();
  expect(await (await sendForm(request, form, agreed)).text()).toMatch(/data-code="stale"/);
  const elsewhere = await request.post(form.url, {
    multipart: { ...form.inputs, ...agreed },
    headers: { origin: "http://evil.test" },
    maxRedirects: 0,
  });
  expect(elsewhere.status()).toBe(403);
  expect(await count()).toHaveLength(0);

  await person.follow("Report this client", card);
  await expect(page.getByLabel("What is it about?")).toHaveValue(
    `I do not trust the client ${bait.clientId}`,
  );
  const along = page.locator("#context");
  await expect(along).toContainText(bait.clientId);
  await expect(along).toContainText("A client that somebody should look at");
  await person.type("What happened, and what did you want to do?", "A mail told me to link it at once.");
  await person.press("Send");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(bait.clientId);
  const ticket = new URL(page.url()).pathname.split("/").at(-1) ?? "";

  const desk = await another();
  await signIn(desk, operator);
  await desk.open(`/operator/tickets/${ticket}`);
  await expect(desk.page.getByText("A client that somebody should look at")).toBeVisible();
  await desk.follow(bait.clientId);
  const fold = desk.page
    .locator("details.fold")
    .filter({ has: desk.page.getByText("Suspend this client").first() })
    .last();
  await desk.unfold("Suspend this client", fold);
  await desk.type("Reason", "It imitates somebody else.", fold);
  await desk.press("Suspend this client", fold);
  await expect(desk.page.getByText(/^Suspended, within a second everywhere/)).toBeVisible();

  await person.open(`/link-client?${answers}`);
  await expect(page.locator("main [role=alert][data-code=unavailable]")).toBeVisible();
  await expect(page.getByRole("button", { name: "Give access" })).toHaveCount(0);
  expect(await count()).toHaveLength(0);
});
