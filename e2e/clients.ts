import { expect } from "@playwright/test";
import { unique } from "./people";
import type { Person } from "./person";
import { postForm } from "./post-form";
import { sandboxUrl } from "./settings";

/** What the one answer shows. */
export type Shown = { clientId: string; secret: string; sellerId: string };

/** Reads clientId, secret and SellerId off the page that shows them this once. */
export async function readReveal({ page }: Person, title = "Your secret, shown this once"): Promise<Shown> {
  const reveal = page.locator("#reveal");
  await expect(reveal.getByRole("heading", { name: title })).toBeVisible();
  const secret = await reveal.locator(".secret code").innerText();
  expect(secret).toMatch(/^mps_test_[0-9A-Za-z]{46}$/);
  const textOf = async (label: string) =>
    (await reveal.locator(`dt:text-is("${label}") + dd [data-copy-text]`).allInnerTexts())[0] ?? "";
  return { clientId: await textOf("clientId"), secret, sellerId: await textOf("SellerId") };
}

/** Makes a client of one's own on the page for it; the person must be signed in as a seller. */
export async function createClient(person: Person, query = "as=seller") {
  await person.open(`/new-client?${query}`);
  await person.tick(/^I keep the secret/);
  await person.press("Create clientId and secret");
  return readReveal(person);
}

/** A client as a story needs it: its row's page, and what was shown once. */
export type Client = Shown & { path: string };

/** Makes a client for somebody signed in, without a click: for stories that are about something else. */
export async function makeClient({ page }: Person, kind = "seller"): Promise<Client> {
  const clientId = unique("client-");
  const answer = await postForm(page.context().request, `/new-client?as=${kind}`, { clientId, terms: "on" });
  const html = await answer.text();
  const [secret = ""] = /mps_test_[0-9A-Za-z]{46}/.exec(html) ?? [];
  const [path = ""] = /\/clients\/[0-9a-f-]{36}/.exec(html) ?? [];
  expect(secret, `the secret of ${clientId}`).not.toBe("");
  const [, sellerId = ""] = /SellerId (\d+)\./.exec(html) ?? [];
  return { clientId, secret, path, sellerId };
}

/** Goes on from the answer that shows a secret, to the client's page. */
export async function goOn(person: Person) {
  await person.tick("I have stored the secret");
  await person.press("Continue");
  await expect(person.page).toHaveURL(/\/clients\/[0-9a-f-]{36}/);
}

/** Asks the token endpoint as a client's own program would. */
export async function askForToken(clientId: string, secret: string) {
  const answer = await fetch(`${sandboxUrl}/auth/realms/maas/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: secret,
    }),
  });
  const { error = "", access_token: token = "" } = (await answer.json()) as Record<string, string>;
  return { status: answer.status, error, token };
}

/** Calls the Seller API for a seller account with a token. */
export async function callSellers(token: string, sellerId: string | number) {
  const answer = await fetch(`${sandboxUrl}/seller/v2/sellers`, {
    headers: { authorization: `Bearer ${token}`, sellerid: String(sellerId) },
  });
  const { code = "", shop_name: shopName = "" } = (await answer.json()) as Record<string, string>;
  return { status: answer.status, code, shopName };
}
