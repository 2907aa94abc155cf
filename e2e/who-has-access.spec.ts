import { askForToken, callSellers, makeClient } from "./clients";
import { expect, test } from "./fixture";
import { makeMember } from "./people";

test("Who has access: a link that is ended refuses the very next call, and can be made again", async ({
  person,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const { company, ...member } = await makeMember(sql);
  await signIn(person, { ...member });
  const { clientId, secret, path, sellerId } = await makeClient(person);
  const { token } = await askForToken(clientId, secret);
  canary("token", token);
  expect((await callSellers(token, sellerId)).status).toBe(200);

  await person.open("/links");
  const row = page.locator("[data-link=open]").filter({ hasText: clientId });
  await person.unfold("End this link", row);
  await expect(row.getByText(`${clientId} can no longer act for ${company}`, { exact: false })).toBeVisible();
  await person.choose("Why?", "switching", row);
  await person.press("End the link", row);
  await expect(page.getByText("The link has ended.", { exact: false })).toBeVisible();
  expect(await callSellers(token, sellerId)).toMatchObject({ status: 403, code: "seller_not_granted" });
  const ended = page.locator("[data-link=ended]").filter({ hasText: clientId });
  await expect(ended).toContainText("changed to another tool");

  await person.open(path);
  await expect(page.locator(".chain-box [data-lamp=link]")).toHaveAttribute("data-state", "dark");
  await person.press("Link");
  await expect(page.getByText("The seller account is linked.")).toBeVisible();
  expect(await callSellers(token, sellerId)).toMatchObject({ status: 200, shopName: company });
  await expect(page.locator("[data-event='link.ended']")).toHaveCount(1);
  await expect(page.locator("[data-event='link.created']")).toHaveCount(2);
});

test("Who has access: a day to come, and a day that is none", async ({ person, signIn, sql }) => {
  const { page } = person;
  await signIn(person, await makeMember(sql));
  const { clientId } = await makeClient(person);
  await person.open("/links");
  const row = page.locator("[data-link=open]").filter({ hasText: clientId });
  await person.unfold("End this link", row);
  for (const day of ["2027-02-30", "yesterday", "2020-01-01"]) {
    await person.type("When?", day, row);
    await person.press("End the link", row);
    await expect(row.locator("[role=alert][data-code=invalid]")).toBeVisible();
    await expect(row.locator("[data-field=when]")).toBeVisible();
    await expect(row.getByLabel("When?")).toHaveValue(day);
  }
  const nextYear = `${new Date().getUTCFullYear() + 1}-01-31`;
  await person.type("When?", nextYear, row);
  await person.press("End the link", row);
  await expect(page.getByText("The link will end on that day.")).toBeVisible();
  await expect(row).toContainText("Open until");

  // Minds are changed: until that day the plan can be taken back.
  await person.press("Keep it open", row);
  await expect(page.getByText("The link stays open", { exact: false })).toBeVisible();
  await expect(row).not.toContainText("Open until");
  await expect(row.getByRole("button", { name: "Keep it open" })).toHaveCount(0);

  await person.unfold("End this link", row);
  await expect(row.getByText("It has not made a call yet.", { exact: false })).toBeVisible();
  await person.press("End the link", row);
  const ended = page.locator("[data-link=ended]").filter({ hasText: clientId });
  await expect(ended).toContainText("not used any more");
  await person.follow("Link again", ended);
  await expect(page).toHaveURL(new RegExp(`/link-client\\?clientId=${clientId}`));
});

test("Who has access: one of several seller accounts", async ({ person, signIn, sql }) => {
  const { page } = person;
  const member = await makeMember(sql, { sellers: 2 });
  await signIn(person, member);
  const { clientId, path } = await makeClient(person);
  await person.open(path);
  await person.press("Link");
  await person.open("/links");
  const rows = page.locator("[data-link=open]").filter({ hasText: clientId });
  await expect(rows).toHaveCount(2);
  await person.unfold("End this link", rows.first());
  await expect(rows.first().getByText("1 other account stays linked to it.", { exact: false })).toBeVisible();
  await person.choose("Seller account", String(member.sellerId));
  await Promise.all([page.waitForEvent("load"), person.press("Show")]);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(String(member.sellerId));
});
