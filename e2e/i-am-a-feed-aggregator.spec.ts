import { askForToken, callSellers, goOn, readReveal } from "./clients";
import { giveAccess, seeLit, seeReceipt } from "./consent";
import { expect, test } from "./fixture";
import { multi, right, wrong } from "./multi";
import { makeMember, unique } from "./people";
import { callFromHere } from "./tester";

test("I am a feed aggregator: 700982 answers without a link, then a seller of two accounts comes by my own link", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const owner = await makeMember(sql, { kind: "aggregator" });
  await signIn(person, owner);
  await person.open("/aggregator");
  await person.follow("Create my clientId", page.locator(".page-header"));
  await person.type("clientId", unique("feeds-"));
  await person.tick(/^I keep the secret/);
  await person.press("Create clientId and secret");
  const { clientId, secret } = await readReveal(person);
  canary("secret", secret);
  await goOn(person);
  const path = new URL(page.url()).pathname;
  await person.open("/aggregator");
  const door = (lamp: string) => page.locator(`.chain-box [data-lamp=${lamp}]`);
  await expect(door("link")).toHaveAttribute("data-state", "dark");
  await person.follow("Call the test seller");
  await expect(page.getByLabel("SellerId", { exact: true })).toHaveValue("700982");
  await callFromHere(person, secret);
  const { token } = await askForToken(clientId, secret);
  canary("token", token);
  expect((await callSellers(token, 700982)).status).toBe(200);
  expect(await callSellers(token, right)).toMatchObject({ status: 403, code: "seller_not_granted" });
  await person.open("/aggregator");
  await expect(door("token")).toHaveAttribute("data-state", "lit");
  await expect(door("call")).not.toHaveAttribute("data-state", "lit");

  const address = page.locator("#share [data-copy-text]").filter({ hasText: "/link-client?" }).first();
  const { pathname, search } = new URL(await address.innerText());
  const seller = await another();
  await signIn(seller, multi);
  await seller.open(pathname + search);
  await expect(seller.page.locator("#partner")).toContainText(owner.company);
  await seller.tick(new RegExp(wrong));
  await seller.type("Type the SellerId of the account you chose", wrong);
  await giveAccess(seller);
  await seeReceipt(seller);
  await seller.press("Undo");
  await seller.follow("Link it again");
  await seller.tick(new RegExp(right));
  await seller.type("Type the SellerId of the account you chose", right);
  await giveAccess(seller);
  await seeReceipt(seller);
  await seeLit(seller, "told");

  // The list holds both, and only the right one is open.
  await person.open(`${path}?status=`);
  await expect(page.locator(`tr[data-link=ended][data-seller='${wrong}']`)).toHaveCount(1);
  await person.follow(/./, page.locator(`tr[data-link=open][data-seller='${right}']`));
  await person.follow("Call the API for this seller");
  await callFromHere(person, secret);
  expect((await callSellers(token, right)).status).toBe(200);
  expect((await callSellers(token, wrong)).status).toBe(403);
  await seeLit(seller, "call");
  await person.open("/aggregator");
  for (const lamp of ["client", "secret", "link", "told", "token", "call"])
    await expect(door(lamp)).toHaveAttribute("data-state", "lit");

  await seller.press("Undo");
  await expect(seller.page.getByText("Taken back.", { exact: false })).toBeVisible();
});
