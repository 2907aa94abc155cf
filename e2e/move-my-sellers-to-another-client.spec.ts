import type { Sql } from "postgres";
import { askForToken, callSellers, makeClient } from "./clients";
import { review } from "./consent";
import { expect, test } from "./fixture";
import { giveAccess } from "./invitations";
import { readLetters } from "./letters";
import { makeLink } from "./linked";
import { makeMember } from "./people";
import type { Person } from "./person";

test.describe.configure({ timeout: 150_000 });

/** Sends a form whose answer is another address. */
async function send(person: Person, button: string) {
  await Promise.all([person.page.waitForEvent("load"), person.press(button)]);
  await person.settle();
}

/** Spares the story the half minute in which an act can be called off. */
const hurry = (sql: Sql, { page }: Person) =>
  sql`update bulk_runs set due_at = now() - interval '1 second' where id = ${page.url().split("/").at(-1)?.split("?")[0] ?? ""}`;

test("Move my sellers to another client: each is asked, the old access ends where one accepts, the rest is taken back", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  await signIn(person, await makeMember(sql, { kind: "aggregator" }));
  const from = await makeClient(person, "aggregator");
  canary("secret", from.secret);
  const [keen, slow] = [await makeMember(sql), await makeMember(sql)];
  for (const seller of [keen, slow]) await makeLink(sql, from.clientId, seller);
  const isOpen = async (clientId: string, sellerId: number) => {
    const rows = await sql`select 1 from seller_links l join clients c on c.id = l.client_row_id
      where c.client_id = ${clientId} and l.seller_id = ${sellerId} and l.unlinked_at is null`;
    return rows.length === 1;
  };

  // With one client there is nowhere to move anybody.
  await person.open(from.path);
  const act = page.getByLabel("With the chosen sellers");
  await expect(act.locator("option[value=unlink]")).toHaveCount(1);
  await expect(act.locator("option[value=move]")).toHaveCount(0);
  const to = await makeClient(person, "aggregator");
  canary("secret", to.secret);
  await review(sql, to);

  await person.open(from.path);
  await person.tick(/^Instead of those ticked/);
  await person.choose("With the chosen sellers", "move");
  await send(person, "Go on");
  await expect(page.getByText("2 sellers are asked to let the other client in.")).toBeVisible();
  await expect(page.getByText("Nothing changes for them until they accept.", { exact: false })).toBeVisible();
  await person.choose("To which client?", to.clientId);
  await person.press("Ask these sellers");
  await expect(page).toHaveURL(/\/bulk\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Nothing has happened yet.", { exact: false })).toBeVisible();
  const address = page.url();
  await hurry(sql, person);
  const state = page.locator("h1 ~ .badge, .page-header .badge").first();
  await expect(state).toHaveText("Finished", { timeout: 30_000 });
  await person.open(address);
  const answer = (name: string) => page.locator(`[data-answer=${name}]`);
  await expect(answer("asked")).toHaveText("2");
  await expect(answer("open")).toHaveText("2");

  // Nobody has lost anything yet.
  const { token } = await askForToken(from.clientId, from.secret);
  canary("token", token);
  expect((await callSellers(token, keen.sellerId)).status).toBe(200);
  await expect(async () => {
    const letters = await readLetters(page.request, keen.email);
    expect(letters.some(({ text }) => text.includes(to.clientId))).toBe(true);
  }).toPass({ timeout: 15_000 });

  const seller = await another();
  await signIn(seller, keen);
  await seller.open("/seller");
  await seller.press("See it and accept", seller.page.locator("[data-request]"));
  await expect(
    seller.page.getByText(`This takes the place of ${from.clientId}`, { exact: false }),
  ).toBeVisible();
  await giveAccess(seller);
  expect(await isOpen(to.clientId, keen.sellerId)).toBe(true);
  expect(await isOpen(from.clientId, keen.sellerId)).toBe(false);
  expect(await isOpen(from.clientId, slow.sellerId)).toBe(true);
  expect(await callSellers(token, keen.sellerId)).toMatchObject({
    status: 403,
    code: "seller_not_granted",
  });
  expect((await callSellers(token, slow.sellerId)).status).toBe(200);

  await person.open(address);
  await expect(answer("accepted")).toHaveText("1");
  await person.press("Take it back");
  await expect(state).toHaveText("Finished", { timeout: 30_000 });
  await expect(page.locator("[data-changed]")).toHaveAttribute("data-changed", "1");
  await expect(page.locator("[data-skipped=answered]")).toHaveCount(1);
  await person.open(address);
  await expect(answer("withdrawn")).toHaveText("1");
  await expect(page.getByRole("button", { name: "Take it back" })).toHaveCount(0);
  expect(await isOpen(from.clientId, slow.sellerId)).toBe(true);
});
