import { askForToken, callSellers, createClient, makeClient } from "./clients";
import { expect, test } from "./fixture";
import { give, show } from "./hand-overs";
import { readLetters } from "./letters";
import { makeMember, unique } from "./people";

test("My aggregator requires clientId/secret/sellerId: handed over by a link and a phrase, opened once", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  const { company, ...member } = await makeMember(sql);
  await signIn(person, { ...member });
  const mine = await createClient(person, "as=seller&for=aggregator");
  canary("secret", mine.secret);
  await person.follow("hand over by a link");
  const phrase = unique("violet penguin ");
  canary("password", phrase);
  const path = await give(person, "Plugin Ltd", phrase);
  const row = page.locator("[data-hand-over]").filter({ hasText: "Plugin Ltd" });
  await expect(row).toHaveAttribute("data-hand-over", "waiting");

  const receiver = await another();
  await receiver.open(path);
  await expect(receiver.page.getByText(company, { exact: false }).first()).toBeVisible();
  await expect(receiver.page.locator("main")).toContainText(mine.clientId);
  expect(await receiver.page.content()).not.toContain("mps_test_");
  await receiver.type("Pass phrase", "not the phrase");
  await receiver.press("Show");
  await expect(receiver.page.locator("main [role=alert][data-code=invalid]")).toBeVisible();
  await expect(receiver.page.locator("main [data-field=phrase]")).toContainText("Tries left: 4.");
  await receiver.type("Pass phrase", phrase);
  const { clientId, secret, sellerId } = await show(receiver);
  canary("secret", secret);
  expect({ clientId, sellerId }).toEqual({ clientId: mine.clientId, sellerId: String(member.sellerId) });
  expect(secret).not.toBe(mine.secret);
  for (const name of ["Download .env", "Download JSON"]) {
    const href = await receiver.page.getByRole("link", { name }).getAttribute("href");
    for (const value of [clientId, secret, sellerId]) expect(decodeURIComponent(href ?? "")).toContain(value);
  }
  const { token } = await askForToken(clientId, secret);
  canary("token", token);
  expect(await callSellers(token, sellerId)).toMatchObject({ status: 200, shopName: company });
  expect((await askForToken(clientId, mine.secret)).status).toBe(200);

  // The link works once, for whoever comes next.
  const late = await another();
  await late.open(path);
  await expect(late.page.locator("main [role=alert][data-code=expired]")).toContainText("was opened on");
  await expect(late.page.getByRole("button", { name: "Show" })).toHaveCount(0);

  // The giver sees that it was opened, is written to, and can make the secret again: the old one then ends.
  await person.reload();
  await expect(row).toHaveAttribute("data-hand-over", "opened");
  await expect(page.locator("[data-event='hand_over.opened']")).toHaveCount(1);
  await expect(async () => {
    const [letter] = await readLetters(page.request, member.email);
    expect(letter?.subject).toBe("Your hand-over was opened");
    expect(letter?.text).not.toContain(secret);
  }).toPass();
  const live = page.locator("[data-secret=live]").filter({ hasText: `ends in ${secret.slice(-4)}` });
  await person.unfold("Retire now", live);
  await person.press("Retire now", live);
  await expect(page.getByText("The secret is retired.")).toBeVisible();
  await expect(async () =>
    expect(await askForToken(clientId, secret)).toMatchObject({ status: 401 }),
  ).toPass();
});

test("My plugin requires clientId/secret/sellerId: the link is taken back, and a full client keeps it waiting", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  await signIn(person, await makeMember(sql));
  const { path, secret } = await makeClient(person);
  canary("secret", secret);
  await person.open(path);
  const withdrawn = await give(person, "Wrong one");
  await person.press("Give another link", page.locator("#given"));
  const row = page.locator("[data-hand-over]").filter({ hasText: "Wrong one" });
  await person.press("Withdraw", row);
  await expect(page.getByText("The hand-over is withdrawn.", { exact: false })).toBeVisible();
  await expect(row).toHaveAttribute("data-hand-over", "withdrawn");
  const receiver = await another();
  await receiver.open(withdrawn);
  await expect(receiver.page.locator("main [role=alert][data-code=expired]")).toBeVisible();
  expect((await receiver.open("/hand-over/no-such-token"))?.status()).toBe(404);

  // Two secrets work already: nothing is made, the right stays, and once there is room it is good.
  const waiting = await give(person, "Patient one");
  await person.open(path);
  await person.press("Make a new secret");
  await expect(page.locator("#reveal")).toBeVisible();
  const made = await page.locator("#reveal .secret code").innerText();
  canary("secret", made);
  await receiver.open(waiting);
  await receiver.press("Show");
  await expect(receiver.page.locator("main [role=alert][data-code=limit]")).toContainText(
    "the link stays good",
  );
  await person.open(path);
  const live = page.locator("[data-secret=live]").filter({ hasText: `ends in ${secret.slice(-4)}` });
  await person.unfold("Retire now", live);
  await person.press("Retire now", live);
  await receiver.open(waiting);
  const shown = await show(receiver);
  canary("secret", shown.secret);
  expect((await askForToken(shown.clientId, shown.secret)).status).toBe(200);
});

test("My plugin requires clientId/secret/sellerId: five wrong phrases close the link", async ({
  person,
  another,
  signIn,
  sql,
}) => {
  await signIn(person, await makeMember(sql));
  const { path } = await makeClient(person);
  await person.open(path);
  const link = await give(person, "", "only we two know it");
  const receiver = await another();
  await receiver.open(link);
  for (let n = 0; n < 5; n++) {
    await receiver.type("Pass phrase", "a wild guess");
    await receiver.press("Show");
  }
  await expect(receiver.page.locator("main [role=alert][data-code=expired]")).toBeVisible();
  await receiver.open(link);
  await expect(receiver.page.locator("main")).toContainText("A wrong phrase was typed five times");
});
