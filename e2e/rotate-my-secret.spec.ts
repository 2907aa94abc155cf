import { askForToken, callSellers, goOn, makeClient, readReveal } from "./clients";
import { expect, test } from "./fixture";
import { makeMember } from "./people";

test("Create my clientId and clientSecret, rotated: the old secret works for a day more, until it is retired", async ({
  person,
  signIn,
  canary,
  sql,
}) => {
  const { page } = person;
  await signIn(person, await makeMember(sql));
  const { clientId, secret: old, path, sellerId } = await makeClient(person);
  canary("secret", old);

  await person.open(path);
  await person.press("Make a new secret");
  const { secret } = await readReveal(person);
  canary("secret", secret);
  await expect(page.getByText(/^The older secret works until/)).toBeVisible();
  await expect(page.locator("[data-secret=live]")).toHaveCount(2);
  const given = await askForToken(clientId, old);
  canary("token", given.token);
  expect(given.status).toBe(200);
  expect((await askForToken(clientId, secret)).status).toBe(200);
  await goOn(person);
  await expect(page.locator("[data-secret=live]")).toHaveCount(2);
  await expect(page.getByText("Two secrets work already. Retire one first.")).toBeVisible();

  const row = page.locator("[data-secret=live]").filter({ hasText: `ends in ${old.slice(-4)}` });
  await person.unfold("Retire now", row);
  await person.tick("Also end the tokens it already gave", row);
  await person.press("Retire now", row);
  await expect(page.getByText("The secret is retired.")).toBeVisible();
  await expect(page.locator("[data-secret=live]")).toHaveCount(1);
  await expect(async () => {
    expect(await askForToken(clientId, old)).toMatchObject({ status: 401, error: "unauthorized_client" });
    expect(await callSellers(given.token, sellerId)).toMatchObject({ status: 401, code: "token_revoked" });
  }).toPass({ timeout: 1500 });
  const { token } = await askForToken(clientId, secret);
  await expect(async () =>
    expect(await callSellers(token, sellerId)).toMatchObject({ status: 200 }),
  ).toPass();
  await expect(page.locator("[data-event='secret.retired']")).toHaveCount(1);
  await expect(page.locator("[data-event='secret.added']")).toHaveCount(2);
});

test("Create my clientId and clientSecret, rotated at once: the old secret ends", async ({
  person,
  signIn,
  canary,
  sql,
}) => {
  await signIn(person, await makeMember(sql));
  const { clientId, secret: old, path } = await makeClient(person);
  await person.open(`${path}?made=1`);
  const gone = person.page.getByText("was shown once and is gone from here");
  await expect(gone).toBeVisible();
  await person.choose("How long should the old one still work?", "0");
  await person.type("Label (optional)", "the new till");
  await person.press("Make a new secret");
  const { secret } = await readReveal(person);
  canary("secret", secret);
  await expect(gone).toBeHidden();
  expect((await askForToken(clientId, secret)).status).toBe(200);
  await expect(async () =>
    expect(await askForToken(clientId, old)).toMatchObject({ status: 401, error: "unauthorized_client" }),
  ).toPass({ timeout: 1500 });
  await goOn(person);
  const live = person.page.locator("[data-secret=live]");
  await expect(live).toHaveCount(1);
  await expect(live).toContainText(`the new till · ends in ${secret.slice(-4)}`);
});
