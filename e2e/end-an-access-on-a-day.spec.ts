import { askForToken, callSellers, makeClient } from "./clients";
import { giveAccess, review, seeReceipt } from "./consent";
import { expect, test } from "./fixture";
import { readLetters } from "./letters";
import { makeLink } from "./linked";
import { makeMember } from "./people";
import { callWith } from "./tester";

test("End an access on a day: open until then, over with the day, both told, given again, and given up by the partner", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const [owner, seller] = [await makeMember(sql, { kind: "partner" }), await makeMember(sql)];
  const partner = await another();
  await signIn(partner, owner);
  const client = await makeClient(partner, "partner");
  canary("secret", client.secret);
  await review(sql, client);
  const { linkId, clientRowId } = await makeLink(sql, client.clientId, seller);
  const { token } = await askForToken(client.clientId, client.secret);
  canary("token", token);
  const values = { ...client, sellerId: seller.sellerId };
  await signIn(person, seller);
  await person.open("/links");
  const row = page.locator("[data-link=open]").filter({ hasText: client.clientId });
  await person.unfold("End this link", row);
  await person.choose("Why?", "switching", row);
  await person.type("When?", `${new Date().getUTCFullYear() + 1}-01-31`, row);
  await person.press("End the link", row);
  await expect(page.getByText("The link will end on that day.")).toBeVisible();
  expect((await callSellers(token, seller.sellerId)).status).toBe(200);
  const theirPage = `/clients/${clientRowId}/links/${linkId}`;
  await partner.open(theirPage);
  await expect(partner.page.locator("main")).toContainText("Open until");

  // The day comes. Nothing has to run for that: the very next call is refused.
  await sql`update seller_links set ends_at = now() - interval '1 second' where id = ${linkId}`;
  expect(await callSellers(token, seller.sellerId)).toMatchObject({
    status: 403,
    code: "seller_not_granted",
  });
  await callWith(partner, values, "seller.ended");
  await expect(partner.page.locator("[data-verdict]")).toContainText("The seller ended the link");
  await partner.open(theirPage);
  await expect(partner.page.locator("[data-lamp=link]").first()).toHaveAttribute("data-state", "dark");
  await expect(partner.page.locator("main")).toContainText("changed to another tool");
  for (const [{ email }, words] of [
    [owner, "no longer has access"],
    [seller, "no longer has access"],
  ] as const) {
    await expect(async () => {
      const letters = await readLetters(page.request, email);
      expect(letters.some(({ text }) => text.includes(words) && text.includes(client.clientId))).toBe(true);
    }).toPass({ timeout: 30_000, intervals: [1000] });
  }

  await person.open("/links");
  await person.follow("Link again", page.locator("[data-link=ended]").filter({ hasText: client.clientId }));
  await giveAccess(person);
  await seeReceipt(person);
  await callWith(partner, values);

  await partner.open(`${client.path}?status=open`);
  await partner.follow(seller.company, partner.page.locator("#links"));
  await partner.unfold("End this access");
  await partner.press("End it now");
  await callWith(partner, values, "seller.ended");
  await expect(partner.page.locator("[data-verdict]")).toContainText("The client's own side ended the link");
  await person.open("/links");
  const ended = page.locator("[data-link=ended]").filter({ hasText: client.clientId });
  await expect(ended).toHaveCount(2);
  await expect(ended.filter({ hasText: "ended by the holder of the clientId" })).toHaveCount(1);
});
