import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { ask } from "@/chaos/ask";
import { Browser } from "@/chaos/browser";
import { demoPassword } from "@/db/seed/demo-accounts";

/** One answer: how long it took, and what it said. */
export type Sample = { ms: number; status: number; said: string };

/** Something somebody asks about what may or may not be there; the two must not be told apart. */
export type Pair = { name: string; known: () => Promise<Sample>; unknown: () => Promise<Sample> };

type Urls = { portal: string; sandbox: string; database: string };

const nobody = () => `nobody-${randomUUID().slice(0, 12)}@people.test`;
let asked = 0;
const firstSellerId = 700_000_000;

/** What is measured of the running product: people, seller accounts, clients. */
export async function makePairs({ portal, sandbox, database }: Urls, count: number): Promise<Pair[]> {
  const known = await makePeople(database, 2 * count + 20);
  const somebody = () => known[asked++ % known.length] ?? "";
  const byVisitor = (path: string, fields: (email: string) => Record<string, string>) => ({
    known: () => sendAs(new Browser(portal), path, fields(somebody())),
    unknown: () => sendAs(new Browser(portal), path, fields(nobody())),
  });
  const [inviter, seller] = [
    await signedIn(portal, "aggregator@demo.test"),
    await signedIn(portal, "seller@demo.test"),
  ];
  const invitation = {
    clientId: "FeedWise",
    reference: "r",
    message: "",
    expectedSellerId: "",
    expires: "1d",
  };
  const invite = (email: string) => sendAs(inviter, "/invitations", { ...invitation, email });
  const claim = (sellerId: number) => sendAs(seller, "/seller", { do: "claim", sellerId: String(sellerId) });
  await suspendClient(portal);
  await deleteClient(portal);
  return [
    {
      name: "sign-in",
      ...byVisitor("/sign-in", (email) => ({ email, password: "not the password", next: "" })),
    },
    { name: "sign-up", ...byVisitor("/sign-up?kind=partner", signUpFields) },
    { name: "reset", ...byVisitor("/reset", (email) => ({ email })) },
    {
      name: "token, client suspended",
      known: () => askForToken(sandbox, "atelier-code"),
      unknown: () => askForToken(sandbox, "atelier-cord"),
    },
    {
      name: "client look-up, deleted",
      known: () => lookUp(seller, portal, "measured-client"),
      unknown: () => lookUp(seller, portal, "measured-cliend"),
    },
    {
      name: "seller claim",
      known: () => claim(200_001 + (asked++ % 1000)),
      unknown: () => claim(900_000_001 + asked++),
    },
    {
      name: "invitation by e-mail",
      known: () => invite(somebody()),
      unknown: () => invite(nobody()),
    },
    {
      name: "invitation by SellerId",
      known: () => invite(String(firstSellerId + 1 + (asked++ % known.length))),
      unknown: () => invite(String(900_000_001 + asked++)),
    },
  ];
}

const signUpFields = (email: string) => ({
  kind: "partner",
  companyName: "Somebody Ltd",
  name: "Somebody",
  email,
  terms: "on",
});

/** Reads the form off its page, then sends it: only the second half is what an answer's time can tell of. */
async function sendAs(browser: Browser, path: string, values: Record<string, string>): Promise<Sample> {
  const wanted = Object.fromEntries(Object.keys(values).map((name) => [name, undefined]));
  const form = await browser.find(path, "do" in values ? { ...wanted, do: values.do } : wanted);
  if (!form) throw new Error(`${path} has no form with ${Object.keys(values).join(", ")}`);
  const from = performance.now();
  const sent = await browser.send(path, { ...form, ...values });
  const ms = performance.now() - from;
  if (sent.kind === "lost") throw new Error(`${path} did not answer`);
  const said = sent.kind === "done" ? sent.to || sent.html : `${sent.code} ${sent.html}`;
  return { ms, status: 200, said: plain(said, Object.values(values)) };
}

/** What a page says, without what differs between any two: keys, tokens, and what was typed. */
export function plain(html: string, typed: string[]) {
  const without = typed
    .filter((value) => value.length > 3)
    .reduce((text, value) => text.replaceAll(value, "…").replaceAll(encodeURIComponent(value), "…"), html);
  return (
    without
      .replace(/<script\b.*?<\/script>/gs, "")
      // The lists of what was made so far: these grow with each sample.
      .replace(/<tbody\b.*?<\/tbody>/gs, "")
      .replace(/(<\/table><\/div>)<a\b[^>]*>[^<]*<\/a>/g, "$1")
      .replace(/<link\b[^>]*>/g, "")
      .replace(/<svg\b.*?<\/svg>/gs, "<svg>")
      .replace(/\b(id|for|href|aria-\w+|nonce|value|src|data-\w+|title|datetime|dateTime)="[^"]*"/g, "")
      .replace(/<!--.*?-->/gs, "")
      .replace(/\d+/g, "0")
      .replace(/https?:\/\/[^\s<"]+/g, "<address>")
  );
}

async function signedIn(portal: string, email: string) {
  const browser = new Browser(portal);
  const sent = await browser.submit("/sign-in", { email, password: demoPassword });
  if (sent?.kind !== "done") throw new Error(`${email} cannot sign in`);
  return browser;
}

/**
 * Sellers beside those of the demo, each with an account: one for each sample, because whom somebody invited before is
 * no secret to them.
 */
async function makePeople(database: string, count: number) {
  const sql = postgres(database, { max: 1, onnotice: () => {} });
  await sql`
    with made as (
      select n, gen_random_uuid() as person, gen_random_uuid() as company, 'person-' || n || '@people.test' as email
      from generate_series(1, ${count}) n),
    persons as (
      insert into people (id, email, email_fold, name, password_hash)
      select person, email, email, 'Person', (select password_hash from people where email = 'seller@demo.test') from made),
    companies as (insert into organisations (id, kind, name) select company, 'seller', 'Company ' || n from made),
    team as (insert into members (organisation_id, person_id, role) select company, person, 'owner' from made)
    insert into sellers (seller_id, owner_organisation_id, shop_name, contact_email)
    select ${firstSellerId}::bigint + n, company, 'Shop ' || n, email from made`;
  await sql.end();
  return Array.from({ length: count }, (_, n) => `person-${n + 1}@people.test`);
}

async function suspendClient(portal: string) {
  const browser = await signedIn(portal, "partner@demo.test");
  const { body } = await browser.open("/clients");
  const [path] = /\/clients\/[0-9a-f-]{36}/.exec(body) ?? [];
  const sent = path ? await browser.submit(path, { do: "suspend" }, { do: "suspend" }) : undefined;
  if (sent?.kind !== "done") throw new Error("the client cannot be suspended");
}

async function deleteClient(portal: string) {
  const browser = await signedIn(portal, "newagg@demo.test");
  const clientId = "measured-client";
  await browser.submit("/new-client?as=aggregator", { clientId, terms: "on" });
  const { body } = await browser.open("/clients");
  const [path = ""] = /\/clients\/[0-9a-f-]{36}/.exec(body) ?? [];
  const sent = await browser.submit(path, { typedClientId: clientId });
  if (sent?.kind !== "done") throw new Error("the client cannot be deleted");
}

async function askForToken(sandbox: string, clientId: string): Promise<Sample> {
  const secret = "mps_test_0000000000000000000000000000000000000000000000";
  const { ms, status, body } = await ask(`${sandbox}/auth/realms/maas/protocol/openid-connect/token`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: String(
      new URLSearchParams({ grant_type: "client_credentials", client_id: clientId, client_secret: secret }),
    ),
  });
  return { ms, status, said: body };
}

async function lookUp(browser: Browser, portal: string, clientId: string): Promise<Sample> {
  const { ms, status, body } = await browser.open(
    `/link-client?${new URLSearchParams({ as: "partner", clientId, via: "typed" })}`,
  );
  return { ms, status, said: plain(body.replaceAll(portal, ""), [clientId]) };
}
