import { askForToken, callSellers, makeClient, readReveal } from "./clients";
import { expect, test } from "./fixture";
import { readLink } from "./letters";
import { makeLink } from "./linked";
import { makeMember, unique } from "./people";
import type { Person } from "./person";

/** What a way back cost, in clicks: of everybody who took part in it. */
async function clicksOf(people: Person[], work: () => Promise<unknown>) {
  const sum = () => people.reduce((clicks, { cost }) => clicks + cost.clicks, 0);
  const before = sum();
  await work();
  return sum() - before;
}

test("I mend it myself, in three clicks at most: a lost secret, and an access that I ended by mistake", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const [partner, seller] = [await makeMember(sql, { kind: "partner" }), await makeMember(sql)];
  await signIn(person, partner);
  const client = await makeClient(person, "partner");
  await person.open("/clients");
  const lostSecret = await clicksOf([person], async () => {
    await person.follow(client.clientId);
    await person.press("Make a new secret");
    canary("secret", (await readReveal(person)).secret);
  });
  expect(lostSecret).toBeLessThanOrEqual(3);

  await makeLink(sql, client.clientId, seller);
  const { token } = await askForToken(client.clientId, client.secret);
  const shopkeeper = await another();
  const { page } = shopkeeper;
  await signIn(shopkeeper, seller);
  await shopkeeper.open("/links");
  await shopkeeper.unfold("End this link");
  await shopkeeper.choose("Why?", "mistake");
  await shopkeeper.press("End the link");
  await expect(page.getByText("The link has ended.", { exact: false })).toBeVisible();
  expect(await callSellers(token, seller.sellerId)).toMatchObject({ code: "seller_not_granted" });
  const endedByMistake = await clicksOf([shopkeeper], async () => {
    await shopkeeper.press("Take the end back");
    await expect(page.getByText("The link is open again", { exact: false })).toBeVisible();
  });
  expect(endedByMistake).toBeLessThanOrEqual(3);
  expect((await callSellers(token, seller.sellerId)).status).toBe(200);
  await expect(page.getByRole("button", { name: "Take the end back" })).toHaveCount(0);
});

test("I mend it myself, in three clicks at most: a letter that got lost, and an owner who was removed", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const owner = await makeMember(sql, { company: unique("Maison ") });
  const removed = await makeMember(sql, { joins: owner });
  const colleague = await another();
  await colleague.open("/sign-in");
  const lostLetter = await clicksOf([colleague], async () => {
    await colleague.follow("Password lost?");
    await colleague.type("E-mail address", removed.email);
    await colleague.press("Send the link");
    await colleague.open(await readLink(page.request, removed.email, "/reset/"));
    const password = unique("another password ");
    canary("password", password);
    await colleague.type("Password", password);
    await colleague.press("Set new password");
    await expect(colleague.page).toHaveURL("/seller");
  });
  expect(lostLetter).toBeLessThanOrEqual(3);

  await signIn(person, owner);
  await person.open("/team");
  const row = page.locator(`[data-member="${removed.email}"]`);
  await person.unfold("Remove", row);
  await person.press("Remove from the team", row);
  await expect(row).toHaveCount(0);
  await sql`update people set password_hash = (select password_hash from people where email = ${owner.email})
    where email = ${removed.email}`;
  const removedOwner = await clicksOf([person, colleague], async () => {
    const form = page.locator("#invite");
    await person.type("E-mail address", removed.email, form);
    await person.tick("Owner", form);
    await person.press("Send invitation", form);
    await colleague.open(await readLink(page.request, removed.email, "/join/"));
    await colleague.type("Password", removed.password);
    await colleague.press(/join/i, colleague.page.locator("main"));
    await expect(colleague.page).toHaveURL("/team?done=joined");
  });
  expect(removedOwner).toBeLessThanOrEqual(3);
});
