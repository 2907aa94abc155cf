import { demoPassword } from "@/db/seed/demo-accounts";
import { makeClient } from "./clients";
import { giveAccess, lookUp, review, seeReceipt } from "./consent";
import { expect, test } from "./fixture";
import { readLetters } from "./letters";
import { makeMember } from "./people";

test("I know my partner's clientId: nobody copies the SellerId, and both sides get a letter", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const partner = await another();
  const owner = await makeMember(sql, { kind: "partner" });
  await signIn(partner, owner);
  const client = await makeClient(partner, "partner");
  await review(sql, client);
  const member = await makeMember(sql);
  await signIn(person, member);

  await lookUp(person, "partner", client.clientId);
  await expect(page.locator("#partner").getByText("Reviewed", { exact: true })).toBeVisible();
  await giveAccess(person);
  await seeReceipt(person);
  await expect(async () => {
    const [theirs] = await readLetters(page.request, owner.email);
    expect(theirs?.text).toContain(`SellerId: ${member.sellerId}`);
    const [mine] = await readLetters(page.request, member.email);
    expect(mine?.text).toContain(client.clientId);
  }).toPass({ timeout: 15_000 });
});

test("I know my partner's clientId, which nobody has reviewed: password, the SellerId typed, then a review ends that", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const partner = await another();
  await signIn(partner, await makeMember(sql, { kind: "partner" }));
  const client = await makeClient(partner, "partner");
  const member = await makeMember(sql);
  await signIn(person, member);
  await sql`update sessions set fresh_at = now() - interval '11 minutes'
    where person_id = (select id from people where email = ${member.email})`;

  await lookUp(person, "partner", client.clientId);
  await expect(page.locator("#unreviewed")).toContainText("Nobody has reviewed this client");
  await person.type("Type the SellerId of the account you chose", String(member.sellerId));
  await giveAccess(person);
  await expect(page.locator("main [role=alert][data-code=sign_in_again]")).toBeVisible();
  await person.follow("Confirm with your password, then come back here");
  await person.type("Password", member.password);
  await person.press("Confirm");
  await expect(page).toHaveURL(new RegExp(`/link-client\\?clientId=${client.clientId}`));
  await person.type("Type the SellerId of the account you chose", "104512");
  await giveAccess(person);
  await expect(page.locator("[data-field=typedSellerId]")).toBeVisible();
  await person.type("Type the SellerId of the account you chose", String(member.sellerId));
  await person.press("Give access");
  await seeReceipt(person);

  await partner.open(client.path);
  const section = partner.page.locator("#review");
  await partner.type("What is this client for, and who will link it?", "Shop", section);
  await partner.press("Ask for a review", section);
  await expect(section.locator("[data-field=sentence]")).toBeVisible();
  const sentence = "Keeps the stock of our forty customers in step.";
  await partner.type("What is this client for, and who will link it?", sentence, section);
  await partner.press("Ask for a review", section);
  await expect(section).toContainText("Asked for on");

  const operator = await another();
  await signIn(operator, { email: "operator@demo.test", password: demoPassword });
  await operator.open("/operator");
  await operator.follow("Clients to review");
  const request = operator.page.locator("section").filter({ hasText: client.clientId });
  await expect(request).toContainText(sentence);
  await request.getByRole("radio", { name: "Approve", exact: true }).check();
  await operator.press("Decide", request);
  await expect(operator.page.getByText("Approved. The client's contact gets a letter.")).toBeVisible();
  await expect(operator.page.locator("section").filter({ hasText: client.clientId })).toHaveCount(0);

  const customer = await another();
  await signIn(customer, await makeMember(sql));
  await lookUp(customer, "partner", client.clientId);
  await expect(customer.page.locator("#unreviewed")).toHaveCount(0);
  await giveAccess(customer);
  await seeReceipt(customer);
});

test("I know my partner's clientId, but I may only look: the page names who can", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  const { page } = person;
  const owner = await makeMember(sql);
  await signIn(person, await makeMember(sql, { joins: owner, role: "viewer" }));
  await person.open("/link-client?clientId=atelier-code&as=partner");
  await expect(page.locator("main [role=alert][data-code=not_allowed]")).toContainText(owner.name);
  await expect(page.locator("main form")).toHaveCount(0);

  const partner = await another();
  await signIn(partner, await makeMember(sql, { kind: "partner" }));
  await partner.open("/link-client?clientId=atelier-code&as=partner");
  await expect(partner.page.locator("main [role=alert][data-code=not_allowed]")).toBeVisible();
  await expect(partner.page.locator("main form")).toHaveCount(0);
});
