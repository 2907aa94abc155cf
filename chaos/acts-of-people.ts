import { randomUUID } from "node:crypto";
import { consent } from "./acts-of-links";
import { ask, json, NoAnswer } from "./ask";
import { Browser } from "./browser";
import { callApi } from "./calls";
import type { Household } from "./household";

/** Invites a seller by the portal API, with a key; then it is accepted or withdrawn, and used again in vain. */
export async function invite(home: Household) {
  const client = home.clients.find(({ isMain }) => isMain);
  if (client?.state !== "active") return;
  const pair = home.random.pick(home.people.sellers.map((sellerId) => home.pairOf(client, sellerId)));
  if (pair.state === "open") return;
  const key = randomUUID();
  const over = { key, body: { reference: key, expectedSellerId: pair.sellerId, expires: "1d" } };
  const first = await callApi(home, client, "POST", "/invitations", over);
  if (first?.status !== 201) {
    if (first) home.world.journal.violate(`POST /invitations: ${first.status} ${first.body}`);
    return;
  }
  const made = json(first);
  if (home.random.chance(0.5)) {
    const again = await callApi(home, client, "POST", "/invitations", over);
    if (again && (again.status !== 201 || json(again)?.id !== made?.id || json(again)?.url !== null))
      home.world.journal.violate(`an invitation's key had another answer: ${again.status} ${again.body}`);
  }
  const token = typeof made?.url === "string" ? made.url.split("/").at(-1) : undefined;
  if (!token || home.random.chance(0.3)) {
    const gone = await callApi(home, client, "DELETE", `/invitations/${made?.id}`);
    if (gone?.status !== 204)
      home.world.journal.violate(`DELETE /invitations: ${gone?.status} ${gone?.body}`);
  } else if (!(await consent(home, pair, token))) return;
  if (token) await expectOver(home, `/i/${token}`);
}

/** What was used leads nowhere any more. */
async function expectOver(home: Household, path: string) {
  const page = await home.patiently(() => home.shop.open(path));
  if (page.status === 200 && !/data-code="expired"/.test(page.body))
    home.world.journal.violate(`${path.split("/")[1]}: a used token still works`);
}

/** Forgets the password and sets it anew by the mailed link, which works once. */
export async function reset(home: Household) {
  const { product, journal } = home.world;
  const visitor = new Browser(product.portalUrl);
  const email = home.people.shop;
  const values = { email };
  const form = await home.patiently(() => visitor.find("/reset", { email: undefined }));
  if (!form) return journal.violate("there is no form to ask for a reset");
  const asked = await home.press(visitor, "/reset", "ask for reset", { ...form, ...values });
  if (asked.kind === "refused") return;
  const path = await home.patiently(() => findResetPath(product.portalUrl, email));
  if (!path) return journal.violate(`the letter about a reset of ${email} is not there`);
  const setting = await home.patiently(() => visitor.find(path, { password: undefined }));
  if (!setting) return journal.violate("a fresh reset's page has no form");
  const password = `Chaos-${home.random.letters(16)}`;
  const set = await home.press(visitor, path, "reset password", { ...setting, password });
  if (set.kind === "refused") return journal.violate(`reset password: ${set.code}`);
  home.passwords.shop = password;
  const again = await visitor.send(path, { ...setting, password: `${password}x` });
  if (again.kind === "done") journal.violate("a reset's token worked twice");
  await expectOver(home, path);
  await home.signIn("shop");
}

async function findResetPath(origin: string, email: string) {
  const headers = { accept: "application/json" };
  const answer = await ask(`${origin}/dev/mailbox?to=${encodeURIComponent(email)}`, { headers });
  // While the database is away the mailbox has nothing to show; it is asked again.
  if (answer.status !== 200) throw new NoAnswer(`the mailbox answered ${answer.status}`);
  const letters = JSON.parse(answer.body) as { links: string[] }[];
  const link = letters.flatMap(({ links }) => links).find((one) => one.includes("/reset/"));
  return link && new URL(link).pathname;
}

/** Signs in anew. */
export async function signIn(home: Household) {
  await home.signIn(home.random.pick(["shop", "desk"]));
}
