import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asFounder, asVisitor, asWorker } from "@/db/client";
import { asDefiner } from "@/db/keys/as-definer";
import { listKeyNames, listNamingColumns } from "@/db/keys/list-key-names";
import { endpoints, mails, secrets, signingKeys } from "@/db/schema";
import { makeClient, makeOrganisation, makeSecret, ownDatabase } from "@/db/testing";
import { env } from "@/lib/env";
import { newId } from "@/lib/id";
import { hashSecret, seal, unseal } from "@/lib/secrets";
import { authenticateClient } from "@/lib/tokens/authenticate-client";
import { rotateSigningKeys } from "@/lib/tokens/rotate-signing-keys";
import { renewSealed } from "./renew-sealed";

type Key = { id: string; key: Buffer };
const first = { pepper: env().SECRET_PEPPER[0] as Key, key: env().KEYS[0] as Key };
const second = {
  pepper: { id: "p2", key: Buffer.alloc(32, 7) },
  key: { id: "k2", key: Buffer.alloc(32, 8) },
};
const before = [first];
const added = [first, second];
const used = [second, first];
const retired = [second];

let url = "";
beforeEach(async () => {
  url = (await ownDatabase()).DATABASE_OWNER_URL;
});
afterEach(() => know(before));

/** From here on this process is an instance that is configured with these. */
function know(rings: (typeof first)[]) {
  Object.assign(env(), {
    SECRET_PEPPER: rings.map((ring) => ring.pepper),
    KEYS: rings.map(({ key }) => key),
  });
}

const names = () => asDefiner(url, listKeyNames);
const idsOf = async (column: string) =>
  (await names()).filter((name) => name.column === column).map(({ id, rows }) => `${id} ${rows}`);
const addLetter = (text: string) =>
  asFounder((tx) => {
    const letter = { recipient: "a@people.test", kind: "reset", subject: "x", sealedText: text };
    return tx.insert(mails).values({ id: newId(), ...letter, sealedHtml: seal("html") });
  });

async function addEndpoint(client: { id: string; organisationId: string }) {
  const of = { clientRowId: client.id, organisationId: client.organisationId, createdAt: new Date() };
  const about = {
    url: "https://hooks.partner.example/in",
    events: ["link.created"],
    sealedKey: seal("whsec_x"),
  };
  await asFounder((tx) => tx.insert(endpoints).values({ id: newId(), ...of, ...about }));
}

test("every step answers on instances that have taken it and on those that have not", async () => {
  await asWorker(rotateSigningKeys);
  const client = await makeClient(await makeOrganisation({ kind: "partner" }));
  const known = [(await makeSecret(client)).secret];
  await addEndpoint(client);
  await addLetter(seal("the letter"));

  const opensAll = async () => {
    const sealed = await asFounder(async (tx) => [
      ...(await tx.select({ text: endpoints.sealedKey }).from(endpoints)),
      ...(await tx.select({ text: mails.sealedText }).from(mails)),
      ...(await tx.select({ text: signingKeys.sealedPrivateKey }).from(signingKeys)),
    ]);
    return sealed.map(({ text }) => unseal(text)).length;
  };
  /** Each instance in turn makes something, and each must get on with what the other made. */
  const bothAnswer = async (...instances: (typeof first)[][]) => {
    for (const maker of instances) {
      know(maker);
      known.push((await makeSecret(client)).secret);
      await addLetter(seal("another letter"));
      for (const reader of instances) {
        know(reader);
        for (const one of known)
          expect(await authenticateClient(client.clientId, one, false)).toMatchObject({ ok: true });
        expect(await opensAll()).toBeGreaterThan(3);
      }
    }
  };
  await bothAnswer(before, added);
  await bothAnswer(added, used);
  await bothAnswer(used, used);
  know(used);
  // Every secret that is used has moved by now, and what is encrypted moves at a word.
  expect(await idsOf("pepper_id")).toEqual(["p2 7"]);
  await renewSealed(url);
  expect([...new Set((await names()).map(({ id }) => id))].sort()).toEqual(["k2", "p2"]);
  await bothAnswer(used, retired);
  await bothAnswer(retired, retired);
});

describe("a secret that is used", () => {
  const keptAs = async (id: string) => {
    const [row] = await asFounder((tx) => tx.select().from(secrets).where(sql`id = ${id}`));
    return row;
  };

  test("is kept under the newest pepper from then on, once of many at once, and works as before", async () => {
    const client = await makeClient(await makeOrganisation());
    const { secret, row } = await makeSecret(client);
    know(used);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => authenticateClient(client.clientId, secret, false)),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await keptAs(row.id)).toEqual({ ...row, pepperId: "p2", hash: hashSecret(secret)?.hash });
    know(retired);
    expect(await authenticateClient(client.clientId, secret, false)).toMatchObject({ ok: true });
  });

  test("stays as it is where it is wrong, has ended, or nothing newer is there", async () => {
    const client = await makeClient(await makeOrganisation());
    const ended = await makeSecret(client, { retiredAt: new Date() });
    const { secret, row } = await makeSecret(client);
    await authenticateClient(client.clientId, secret, false);
    know(used);
    await authenticateClient(client.clientId, `${secret}x`, false);
    await authenticateClient(client.clientId, ended.secret, false);
    expect([(await keptAs(row.id))?.pepperId, (await keptAs(ended.row.id))?.pepperId]).toEqual(["p1", "p1"]);
  });

  test("is renewed over the hash it proved itself by alone, and by the machine alone", async () => {
    const { row } = await makeSecret(await makeClient(await makeOrganisation()));
    const renew = (old: Buffer) =>
      sql`select rehash_secret(${row.id}, 'p1', ${old}, 'p2', ${Buffer.alloc(32, 1)}, ${new Date().toISOString()}) as did`;
    await expect(asVisitor((tx) => tx.execute(renew(row.hash)))).rejects.toThrow();
    await expect(asWorker((tx) => tx.execute(renew(row.hash)))).rejects.toThrow();
    expect(await asFounder((tx) => tx.execute(renew(Buffer.alloc(32, 2))))).toMatchObject([{ did: false }]);
    expect(await asFounder((tx) => tx.execute(renew(row.hash)))).toMatchObject([{ did: true }]);
  });
});

describe("renewing what is encrypted", () => {
  test("twice at once does everything once, and leaves alone what no key opens", async () => {
    await asWorker(rotateSigningKeys);
    for (let n = 0; n < 20; n++) await addLetter(seal(`letter ${n}`));
    await addLetter("k0.of.a.stranger");
    know(used);
    const runs = await Promise.all([renewSealed(url), renewSealed(url)]);
    const renewed = (column: string) =>
      runs
        .flat()
        .filter((one) => one.column === column)
        .reduce((sum, one) => sum + one.renewed, 0);
    expect([renewed("sealed_text"), renewed("sealed_html"), renewed("sealed_private_key")]).toEqual([
      20, 21, 2,
    ]);
    expect(runs[0].find(({ column }) => column === "sealed_text")?.unopened).toBe(1);
    expect(await idsOf("sealed_text")).toEqual(["k0 1", "k2 20"]);
    know(retired);
    const letters = await asFounder((tx) => tx.select().from(mails));
    const texts = letters
      .filter(({ sealedText }) => sealedText.startsWith("k2."))
      .map((m) => unseal(m.sealedText));
    expect(texts.sort()[0]).toBe("letter 0");
    expect((await renewSealed(url)).every((one) => one.renewed === 0)).toBe(true);
  });

  test("knows every column: whatever the code encrypts goes where the catalogue is asked for it", async () => {
    const columns = (await asDefiner(url, listNamingColumns)).map(
      ({ table, column }) => `${table}.${column}`,
    );
    expect(columns).toEqual(
      expect.arrayContaining([
        "endpoints.sealed_key",
        "mails.sealed_html",
        "mails.sealed_text",
        "secrets.pepper_id",
        "signing_keys.sealed_private_key",
      ]),
    );
    // It goes into a cookie, which lives for minutes.
    const elsewhere = ["secrets.ts", "accounts/half-way.ts"];
    const lib = resolve(import.meta.dirname, "../../lib");
    const lines = (readdirSync(lib, { recursive: true }) as string[])
      .filter(
        (path) => /\.tsx?$/.test(path) && !/\.test(ing)?\.tsx?$/.test(path) && !elsewhere.includes(path),
      )
      .flatMap((path) => readFileSync(join(lib, path), "utf8").split("\n"))
      .filter((line) => /\bseal\(/.test(line));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => !/[sS]ealed[A-Z]\w*\]?( =|:)/.test(line))).toEqual([]);
  });
});
