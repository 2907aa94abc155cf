import { askForToken, callSellers, goOn, makeClient, readReveal } from "./clients";
import { giveAccess, lookUp, review, seeLit, seeReceipt } from "./consent";
import { endLink } from "./ending";
import { expect, test } from "./fixture";
import { inviteFrom } from "./invitations";
import { readLetters } from "./letters";
import { multi, right, wrong } from "./multi";
import { makeMember, unique } from "./people";
import { callFromHere, callWith } from "./tester";

test("I am a technical integration partner: a clientId linked to nobody, a customer of two accounts asked, and a first 200 with my own secret", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  await signIn(person, await makeMember(sql, { kind: "partner" }));
  await person.open("/partner");
  await person.follow("Create my clientId", page.locator(".page-header"));
  await person.type("clientId", unique("partner-"));
  await person.tick(/^I keep the secret/);
  await person.press("Create clientId and secret");
  const { clientId, secret, sellerId } = await readReveal(person);
  canary("secret", secret);
  expect(sellerId).toBe("");
  await expect(page.getByText("Linked to no seller account yet.")).toBeVisible();
  await goOn(person);
  const path = new URL(page.url()).pathname;
  const door = (lamp: string) => page.locator(`.chain-box [data-lamp=${lamp}]`);
  await person.open("/partner");
  for (const lamp of ["client", "secret"]) await expect(door(lamp)).toHaveAttribute("data-state", "lit");
  for (const lamp of ["link", "call"]) await expect(door(lamp)).not.toHaveAttribute("data-state", "lit");
  // Nobody sits and waits: the open test seller answers any client.
  await person.follow("Call the test seller");
  await callFromHere(person, secret);
  await person.open("/partner");
  await expect(door("token")).toHaveAttribute("data-state", "lit");
  await expect(door("call")).not.toHaveAttribute("data-state", "lit");

  await review(sql, { clientId });
  const reference = unique("ref");
  const invitation = await inviteFrom(person, { reference, only: right });
  const customer = await another();
  await signIn(customer, multi);
  await customer.open(invitation);
  await customer.follow("Go on");
  await expect(customer.page.getByRole("radio", { checked: true })).toHaveValue(right);
  await customer.tick(new RegExp(wrong));
  await giveAccess(customer);
  await expect(customer.page.locator("main [data-field=sellerId]")).toContainText(right);
  expect(await sql`select from seller_links where reference = ${reference}`).toHaveLength(0);
  await customer.tick(new RegExp(right));
  await giveAccess(customer);
  await seeReceipt(customer);
  // There is no server of the partner's that could be told: a letter it is.
  await seeLit(customer, "told");
  await expect(customer.page.locator("[data-telling=mailed]")).toContainText("UTC");

  await person.open("/partner");
  for (const lamp of ["link", "told"]) await expect(door(lamp)).toHaveAttribute("data-state", "lit");
  await expect(door("call")).not.toHaveAttribute("data-state", "lit");
  await person.open(`${path}?q=${right}`);
  const row = page.locator("#links tr[data-link=open]");
  await expect(row).toContainText(reference);
  await person.follow(/./, row);
  await person.follow("Call the API for this seller");
  await callFromHere(person, secret);
  await person.open("/partner");
  for (const lamp of ["client", "secret", "link", "told", "token", "call"])
    await expect(door(lamp)).toHaveAttribute("data-state", "lit");
  await seeLit(customer, "call");
  const { token } = await askForToken(clientId, secret);
  canary("token", token);
  expect((await callSellers(token, right)).status).toBe(200);
  expect(await callSellers(token, wrong)).toMatchObject({ status: 403, code: "seller_not_granted" });

  await customer.press("Undo");
  await expect(customer.page.getByText("Taken back.", { exact: false })).toBeVisible();
  expect((await callSellers(token, right)).status).toBe(403);
  await callWith(person, { clientId, secret, sellerId: right }, "seller.ended");
  await expect(page.locator("[data-verdict]")).toContainText("The seller ended the link");
});

test("I am a technical integration partner: the customer links another clientId of mine, ends it, and gives access again", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const [owner, seller] = [await makeMember(sql, { kind: "partner" }), await makeMember(sql)];
  await signIn(person, owner);
  const [mine, other] = [await makeClient(person, "partner"), await makeClient(person, "partner")];
  for (const client of [mine, other]) {
    canary("secret", client.secret);
    await review(sql, client);
  }
  const statuses = async () => {
    const answers: number[] = [];
    for (const { clientId, secret } of [mine, other]) {
      const { token } = await askForToken(clientId, secret);
      answers.push((await callSellers(token, seller.sellerId)).status);
    }
    return answers;
  };
  const customer = await another();
  await signIn(customer, seller);
  await lookUp(customer, "partner", other.clientId);
  await giveAccess(customer);
  await seeReceipt(customer);
  expect(await statuses()).toEqual([403, 200]);

  // The page of the clientId that was meant stays empty; the other one and the letter say where the seller is.
  await person.open(mine.path);
  await expect(page.locator("#links")).toContainText("No linked seller");
  await person.open(other.path);
  await expect(page.locator("#links tr[data-link=open]")).toContainText(String(seller.sellerId));
  await expect(async () => {
    const [letter] = await readLetters(page.request, owner.email);
    expect(letter?.text).toContain(`the clientId ${other.clientId} access`);
  }).toPass({ timeout: 15_000 });

  // Asked for the right one, the customer says yes, and ends the first.
  await callWith(person, { ...mine, sellerId: seller.sellerId }, "seller.other_client");
  await person.follow("Ask the seller for access");
  await expect(page.getByLabel("Your clientId").first()).toHaveValue(mine.clientId);
  await person.press("Make the invitation");
  const link = await page.locator("#made [data-copy-text]").first().innerText();
  await customer.open(new URL(link).pathname);
  await expect(customer.page.locator("main")).toContainText(mine.clientId);
  await customer.follow("Go on");
  await giveAccess(customer);
  await seeReceipt(customer);
  await endLink(customer, other.clientId, seller.sellerId, "mistake");
  expect(await statuses()).toEqual([200, 403]);
  await endLink(customer, mine.clientId, seller.sellerId, "security");
  expect(await statuses()).toEqual([403, 403]);

  await person.open(`${mine.path}?status=ended`);
  await person.follow(/./, page.locator("#links tr[data-link=ended]"));
  await expect(page.locator("main")).toContainText("something looked wrong");
  await expect(page.getByRole("button", { name: "End it now" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^Invite/ }).first()).toBeVisible();
  await callWith(person, { ...mine, sellerId: seller.sellerId }, "seller.ended");

  const ended = customer.page.locator("[data-link=ended]").filter({ hasText: mine.clientId });
  await customer.open("/links");
  await customer.follow("Link again", ended);
  await giveAccess(customer);
  await seeReceipt(customer);
  await callWith(person, { ...mine, sellerId: seller.sellerId });
  await person.open(`${mine.path}?status=`);
  await expect(page.locator("#links tr[data-link]")).toHaveCount(2);
});
