import { askForToken, callSellers, makeClient } from "./clients";
import { expect, test } from "./fixture";
import { makeMember } from "./people";

test("Suspend: no token and no call until the client is resumed", async ({ person, signIn, canary, sql }) => {
  const { page } = person;
  await signIn(person, await makeMember(sql));
  const { clientId, secret, path, sellerId } = await makeClient(person);
  canary("secret", secret);
  const { token } = await askForToken(clientId, secret);
  canary("token", token);

  await person.open(path);
  await person.press("Suspend this client");
  await expect(page.getByText(/^The client is suspended\. /)).toBeVisible();
  await expect(async () => {
    expect(await askForToken(clientId, secret)).toMatchObject({ status: 401, error: "invalid_client" });
    expect(await callSellers(token, sellerId)).toMatchObject({ status: 401, code: "token_revoked" });
  }).toPass({ timeout: 1500 });
  await expect(page.locator(".chain-box [data-lamp=client]")).toHaveAttribute("data-state", "dark");

  await person.press("Resume this client");
  await expect(page.getByText("The client works again.")).toBeVisible();
  await expect(async () => expect((await askForToken(clientId, secret)).status).toBe(200)).toPass({
    timeout: 1500,
  });
  await expect(page.locator("[data-event='client.suspended']")).toHaveCount(1);
  await expect(page.locator("[data-event='client.resumed']")).toHaveCount(1);
});

test("Delete: only by typing the clientId, which is never free again", async ({ person, signIn, sql }) => {
  const { page } = person;
  await signIn(person, await makeMember(sql));
  const { clientId, secret, path } = await makeClient(person);
  await person.open(path);
  await person.unfold("Delete this client");
  await person.type(`Type ${clientId} to confirm`, clientId.toUpperCase());
  await person.tick("End its open links as well");
  await person.press("Delete for good");
  const alert = page.locator("[role=alert][data-code=invalid]");
  await expect(alert).toBeVisible();
  if (person.hasScripts) await expect(alert).toBeFocused();
  await expect(page.locator("[data-field=typedClientId]")).toBeVisible();
  await expect(page.getByLabel(`Type ${clientId} to confirm`)).toHaveValue(clientId.toUpperCase());
  expect((await askForToken(clientId, secret)).status).toBe(200);

  await person.type(`Type ${clientId} to confirm`, clientId);
  await person.press("Delete for good");
  await expect(page.getByText(/^The client is deleted/)).toBeVisible();
  await expect(page.getByRole("link", { name: clientId })).toHaveCount(0);
  await expect(async () =>
    expect(await askForToken(clientId, secret)).toMatchObject({ status: 401, error: "invalid_client" }),
  ).toPass({ timeout: 1500 });

  // Not even in other letters that look the same.
  await person.open("/new-client?as=seller");
  await person.type("clientId", clientId.replace("client-", "Cl1ent "));
  await person.tick(/^I keep the secret/);
  await person.press("Create clientId and secret");
  await expect(page.locator("[role=alert][data-code=taken]")).toBeVisible();
  await expect(page.locator("[data-field=clientId]")).toBeVisible();
  const suggestion = page.getByText("Free instead:").getByRole("link").first();
  const free = await suggestion.innerText();
  await person.follow(free, page.getByText("Free instead:"));
  await expect(page.getByRole("textbox", { name: "clientId" })).toHaveValue(free);
  await person.tick(/^I keep the secret/);
  await person.press("Create clientId and secret");
  await expect(page.locator("#reveal")).toContainText(free);
});
