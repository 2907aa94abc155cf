import { askForToken, callSellers, makeClient } from "./clients";
import { expect, test } from "./fixture";
import { readLetters } from "./letters";
import { makeLink } from "./linked";
import { makeMember } from "./people";

test("End an access: the seller ends it, the partner is told, and the tester says what happened", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const [partner, seller] = [await makeMember(sql, { kind: "partner" }), await makeMember(sql)];
  await signIn(person, partner);
  const client = await makeClient(person, "partner");
  canary("secret", client.secret);
  const { linkId, clientRowId } = await makeLink(sql, client.clientId, seller);
  const { token } = await askForToken(client.clientId, client.secret);
  canary("token", token);
  expect((await callSellers(token, seller.sellerId)).status).toBe(200);

  const shopkeeper = await another();
  await signIn(shopkeeper, seller);
  await shopkeeper.open("/seller");
  await expect(shopkeeper.page.locator("#access").getByRole("link", { name: partner.company })).toBeVisible();
  await shopkeeper.open("/links");
  const row = shopkeeper.page.locator("[data-link=open]").filter({ hasText: client.clientId });
  // The name of the partner comes first: a clientId says nothing to a shopkeeper.
  await expect(row.getByRole("link").first()).toHaveText(partner.company);
  await shopkeeper.unfold("End this link", row);
  await expect(row.getByText("No other account of yours is linked to it.", { exact: false })).toBeVisible();
  await shopkeeper.choose("Why?", "security", row);
  await shopkeeper.press("End the link", row);
  await expect(shopkeeper.page.getByText("The link has ended.", { exact: false })).toBeVisible();
  expect(await callSellers(token, seller.sellerId)).toMatchObject({
    status: 403,
    code: "seller_not_granted",
  });

  await person.open(`/first-call?clientId=${client.clientId}&sellerId=${seller.sellerId}`);
  await person.type("clientSecret", client.secret);
  await person.look();
  await page.getByRole("button", { name: "Make the call" }).click({ noWaitAfter: true });
  await expect(page.locator("[data-verdict]")).toHaveAttribute("data-verdict", "seller.ended", {
    timeout: 15_000,
  });
  await person.settle();

  await person.open(`/clients/${clientRowId}/links/${linkId}`);
  await expect(page.locator("[data-lamp=link]").first()).toHaveAttribute("data-state", "dark");
  await expect(page.getByText("something looked wrong", { exact: false }).first()).toBeVisible();
  // Who of the other side did it is theirs to know.
  await expect(page.locator("[data-event='link.ended']")).toContainText("the other side");
  await expect(page.locator("[data-event='link.ended']")).not.toContainText(seller.name);
  await expect(async () => {
    const letters = await readLetters(page.request, partner.email);
    expect(letters.some(({ links }) => links.some((link) => link.endsWith(`/links/${linkId}`)))).toBe(true);
  }).toPass({ timeout: 10_000 });

  const again = shopkeeper.page.locator("[data-link=ended]").filter({ hasText: client.clientId });
  await shopkeeper.follow("Link again", again);
  await expect(shopkeeper.page).toHaveURL(new RegExp(`/link-client\\?clientId=${client.clientId}`));
  await expect(shopkeeper.page.getByText(partner.company).first()).toBeVisible();
});

test("End an access: the partner gives it up, and the seller is told why", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const [partner, seller] = [await makeMember(sql, { kind: "partner" }), await makeMember(sql)];
  await signIn(person, partner);
  const client = await makeClient(person, "partner");
  const { linkId, clientRowId } = await makeLink(sql, client.clientId, seller);
  const { token } = await askForToken(client.clientId, client.secret);
  canary("token", token);

  await person.open(`/clients/${clientRowId}`);
  await person.follow(seller.company, page.locator("#links"));
  await expect(page).toHaveURL(new RegExp(`/links/${linkId}$`));
  await person.unfold("End this access");
  await expect(
    page.getByText("Other sellers that stay linked to this client: 0.", { exact: false }),
  ).toBeVisible();
  await person.press("End it now");
  await expect(page.getByText("The access has ended, and the seller is told.")).toBeVisible();
  expect((await callSellers(token, seller.sellerId)).status).toBe(403);
  await expect(page.getByRole("button", { name: "End it now" })).toHaveCount(0);
  await expect(page.locator("[data-event='link.ended']")).toContainText(partner.name);

  const shopkeeper = await another();
  await signIn(shopkeeper, seller);
  await shopkeeper.open("/links");
  const row = shopkeeper.page.locator("[data-link=ended]").filter({ hasText: client.clientId });
  await expect(row).toContainText("ended by the holder of the clientId");
  const letters = await readLetters(page.request, seller.email);
  expect(letters.some(({ text }) => text.includes(client.clientId))).toBe(true);

  // Nobody else finds the link, on either page.
  const stranger = await another();
  await signIn(stranger, await makeMember(sql, { kind: "partner" }));
  expect((await stranger.page.request.get(`/clients/${clientRowId}/links/${linkId}`)).status()).toBe(404);
  expect((await shopkeeper.page.request.get(`/clients/${clientRowId}/links/${linkId}`)).status()).toBe(404);
  expect((await stranger.page.request.get(`/clients/${clientRowId}/links.csv`)).status()).toBe(404);
});
