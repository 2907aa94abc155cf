import { readFileSync } from "node:fs";
import { texts } from "@/app/_text/texts";
import { askForToken, makeClient } from "./clients";
import { findEnglish } from "./find-english";
import { expect, test } from "./fixture";
import { makeLink } from "./linked";
import { makeMember } from "./people";
import type { Person } from "./person";

async function paste(person: Person, content: string, words = texts.en.paste) {
  if (new URL(person.page.url() || "about:blank").pathname !== "/tools/paste")
    await person.open("/tools/paste");
  await person.type(words.content, content);
  await person.press(words.submit);
  const result = person.page.locator("#result");
  await expect(result).toBeVisible();
  return result;
}

const answer = (status: string, body: object) =>
  [`HTTP/1.1 ${status}`, "Content-Type: application/problem+json", "", JSON.stringify(body)].join("\n");

test("I paste whatever I have: a visitor with an error gets the cause, and a way out that leads somewhere", async ({
  person,
  canary,
}) => {
  const { page } = person;
  await person.open("/");
  await person.follow("Paste what you have");
  const secret = "hunter22-is-my-secret";
  canary("password", secret);
  const log = `AxiosError: getaddrinfo ENOTFOUND oauth2.cdiscount.com\n  client_secret=${secret}`;
  const said = await paste(person, log);
  await expect(said.locator("[data-verdict]").first()).toHaveAttribute("data-verdict", "net.dns");
  await expect(said.locator("[data-verdict='net.retired_host']")).toContainText("oauth2.cdiscount.com");
  await expect(page.getByLabel("What you have", { exact: true })).toHaveValue("");
  if (person.hasScripts) await expect(said).toBeFocused();
  const problem = { status: 403, code: "seller_not_granted", title: "Seller not granted", traceId: "t" };
  const next = await paste(person, answer("403 Forbidden", problem));
  await expect(next.locator("[data-verdict]")).toHaveAttribute("data-verdict", "seller.not_linked");
  await expect(next).toContainText("Recognised: an HTTP answer");
  for (const way of await next.locator("[data-verdict] a").all()) {
    const href = (await way.getAttribute("href")) ?? "";
    const { status } = { status: (await page.request.get(href)).status() };
    expect(status, href).toBe(200);
  }
});

test("I paste whatever I have: a token and a secret of mine are read, checked, and never shown again", async ({
  person,
  another,
  signIn,
  canary,
  sql,
}) => {
  const member = await makeMember(sql);
  await signIn(person, member);
  const client = await makeClient(person);
  const other = await makeMember(sql);
  await makeLink(sql, client.clientId, other);
  const { token } = await askForToken(client.clientId, client.secret);
  canary("token", token);
  canary("secret", client.secret);
  const read = await paste(person, `Authorization: Bearer ${token}`);
  await expect(read.locator("[data-verdict]")).toHaveAttribute("data-verdict", "ok");
  await expect(read).toContainText("Good: signed by this portal’s issuer");
  await expect(read).toContainText(String(other.sellerId));
  await expect(read).toContainText(client.clientId);
  const own = await paste(person, client.secret);
  await expect(own.locator("[data-own-secret]")).toHaveAttribute("data-own-secret", "live");
  await expect(own.locator("[data-note]")).toHaveAttribute("data-note", "secret_seen");

  // What the rows know is for the client's own people.
  const stranger = await another();
  await signIn(stranger, other);
  const seen = await paste(stranger, token);
  await expect(seen.locator("[data-verdict]")).toHaveAttribute("data-verdict", "ok");
  await expect(seen.getByText("Links it reaches now")).toHaveCount(0);
  await expect((await paste(stranger, client.secret)).locator("[data-own-secret]")).toHaveCount(0);
});

test("I paste whatever I have: an old Postman collection comes back mended", async ({ person, canary }) => {
  const secret = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
  canary("password", secret);
  const collection = {
    info: { name: "Old", schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
    item: [
      {
        name: "Token",
        request: {
          method: "POST",
          url: { raw: "https://oauth2.cdiscount.com/auth/realms/maas/protocol/openid-connect/token" },
          header: [{ key: "Ocp-Apim-Subscription-Key", value: "x" }],
          body: {
            mode: "urlencoded",
            urlencoded: [
              { key: "grant_type", value: "client_credentials" },
              { key: "client_secret", value: secret },
            ],
          },
        },
      },
      { name: "Orders", request: { method: "GET", url: "https://api.octopia-io.net/seller/v1/orders" } },
    ],
  };
  const said = await paste(person, JSON.stringify(collection));
  await expect(said.locator("[data-verdict='net.retired_host']")).toBeVisible();
  for (const note of ["secret_in_clear", "obsolete_header"])
    await expect(said.locator(`[data-note=${note}]`)).toBeVisible();
  await expect(said.getByRole("row").filter({ hasText: "Orders" })).toContainText("GET /seller/v2/orders");
  await person.look();
  const [download] = await Promise.all([
    person.page.waitForEvent("download"),
    said.getByRole("link", { name: "Take the mended file" }).click(),
  ]);
  const mended = readFileSync(await download.path(), "utf8");
  expect(mended).not.toMatch(/cdiscount|Ocp-Apim/);
  expect(mended).toContain('/seller/v2/orders"');
  expect(mended).not.toContain(secret);
  const again = await paste(person, mended);
  await expect(again.locator("[data-verdict]")).toHaveCount(0);
  await expect(again.locator("[data-note]")).toHaveAttribute("data-note", "nothing_wrong");
});

test("I paste whatever I have: a certificate nobody knows, with the same looked at from here", async ({
  person,
}) => {
  const said = await paste(person, "Error: self-signed certificate in certificate chain");
  await expect(said.locator("[data-verdict]")).toHaveAttribute("data-verdict", "tls.self_signed_chain");
  await expect(said.locator("[data-host]")).toContainText("This address has no TLS");
  await expect(said).toContainText("NODE_EXTRA_CA_CERTS");
  await expect(said).toContainText("Leave checking on, always.");
  const command = await paste(
    person,
    "curl -k https://api.octopia-io.net/seller/v2/sellers -H 'SellerId: 1'",
  );
  await expect(command.locator("[data-note=verification_off]")).toBeVisible();
  await expect(command.locator("[data-verdict]")).toHaveAttribute("data-verdict", "auth.missing");
});

test("I paste whatever I have: nothing, and too much, are refused in place", async ({ person }) => {
  const { page } = person;
  await person.open("/tools/paste");
  await person.press("Read it");
  await expect(page.locator("main [role=alert][data-code=invalid]")).toBeVisible();
  await expect(page.locator("[data-field=content]")).toBeVisible();
  await person.type("What you have", "x".repeat(256 * 1024 + 1));
  await person.press("Read it");
  await expect(page.locator("[data-field=content]")).toContainText("This is too long.");
  const said = await paste(person, "Good morning");
  await expect(said.locator("[data-verdict]")).toHaveAttribute("data-verdict", "unknown");
});

test.describe("En français", () => {
  test.use({ locale: "fr-FR" });
  test("I paste whatever I have: in French, without a word of English", async ({ person }) => {
    const said = await paste(person, "curl -k https://api.octopia-io.net/seller/v2/sellers", texts.fr.paste);
    await expect(said.locator("[data-verdict='auth.missing']")).toBeVisible();
    expect(await findEnglish(person.page)).toEqual([]);
  });
});
