import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { type ChainView, checkChain } from "@/lib/audit/check-chain";
import { recordEvent } from "@/lib/audit/record-event";
import { env } from "@/lib/env";
import { newId } from "@/lib/id";
import { seal, unseal } from "@/lib/secrets";
import { authenticateClient } from "@/lib/tokens/authenticate-client";
import { issueToken } from "@/lib/tokens/issue-token";
import { asFounder, asWorker, connect, disconnect } from "../client";
import { type Postgres, startPostgres } from "../embedded";
import { ensureFoundations } from "../ensure";
import { makeLogins } from "../make-logins";
import { mails, organisations, sellers, signingKeys } from "../schema";
import * as testing from "../testing";
import { checkBackup, missingKeys } from "./check-backup";
import { BrokenBackup } from "./format";
import { OtherVersion, restoreBackup } from "./restore-backup";
import { type Rings, writeBackup } from "./write-backup";

/** A server of its own and three times every migration: a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), "backup-"));
const file = join(folder, "a.backup");
const rings = (): Rings => ({ pepper: env().SECRET_PEPPER, key: env().KEYS });
const odd = "tab\t line\nend \\. back\\slash \\N é 漢 '\"; \u0001";

let source = "";
let elsewhere: Postgres;
let client: Awaited<ReturnType<typeof testing.makeClient>>;
let secret = "";
let next = 0;
let chain: ChainView;

/** Every row of every table as one hash each, by another road than the backup's own sums. */
async function hashTables(url: string) {
  const own = connect(url, { max: 1 });
  try {
    const tables = await own<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname in ('public', 'drizzle') order by 1`;
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      const table = name.startsWith("__") ? own`drizzle.${own(name)}` : own(name);
      const [row] =
        await own`select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\n' order by t::text)), '')
        as hash from ${table} t`;
      found[name] = row?.hash;
    }
    return found;
  } finally {
    await own.end();
  }
}

const restoredUrl = () => elsewhere.superUrl("portal");

beforeAll(async () => {
  source = (await testing.ownDatabase()).DATABASE_OWNER_URL;
  await ensureFoundations();
  const seller = await testing.makeActor();
  client = await testing.makeClient({ id: seller.organisationId }, { purpose: odd });
  secret = (await testing.makeSecret(client)).secret;
  // More than one portion of rows.
  await asFounder((tx) =>
    tx.execute(sql`insert into organisations (id, kind, name)
      select gen_random_uuid(), 'seller', repeat('Filling é', 20) || n from generate_series(1, 3500) n`),
  );
  const shop = await testing.makeSeller({ id: seller.organisationId });
  await testing.makeLink(client, shop);
  await asFounder(async (tx) => {
    for (let n = 0; n < 3; n++)
      await recordEvent(tx, seller, { type: "secret.added", organisationId: seller.organisationId });
    const letter = { recipient: "a@people.test", kind: "reset", subject: odd, sealedText: seal(odd) };
    await tx.insert(mails).values({ id: newId(), ...letter, sealedHtml: seal("x") });
    const [row] = await tx.execute<{ n: string }>(sql`select nextval('fresh_seller_ids') as n`);
    next = Number(row?.n);
  });
  // Many transactions ago a fresh server had its first one.
  const own = connect(source, { max: 1 });
  await own.unsafe(
    "do $$ begin for i in 1..20000 loop perform pg_current_xact_id(); commit; end loop; end $$",
  );
  await own.end();
  await asFounder((tx) =>
    recordEvent(tx, seller, { type: "secret.retired", organisationId: seller.organisationId }),
  );
  await asWorker((tx) => tx.execute(sql`select * from seal_events(100, now())`));
  chain = await checkChain();
  await writeBackup(source, file, rings());
  elsewhere = await startPostgres({ dataDir: folder, fast: true });
  await makeLogins(elsewhere, "portal");
});

afterAll(async () => {
  await disconnect();
  testing.pointAt(inject("clusterUrl"), testing.workerDatabase(process.env.VITEST_POOL_ID ?? 1));
  await elsewhere.stop();
  rmSync(realpathSync(join(folder, "postgres")), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

test("a backup is its owner's alone, and holds neither a key nor a secret", () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const text = gunzipSync(readFileSync(file)).toString("utf8");
  const keys = [...env().SECRET_PEPPER, ...env().KEYS].map(({ key }) => key);
  for (const hidden of keys.flatMap((key) => [key.toString("base64"), key.toString("hex")]))
    expect(text).not.toContain(hidden);
  expect(text).not.toContain(secret);
  expect(text).toContain(client.clientId);
});

test("restored elsewhere everything is equal, and goes on where it was", async () => {
  const before = await hashTables(source);
  await restoreBackup(elsewhere, file, await checkBackup(file), { dropsKeys: false });
  expect(await hashTables(restoredUrl())).toEqual(before);
  expect(Object.keys(before).length).toBeGreaterThan(40);
  await disconnect();
  testing.pointAt(elsewhere.superUrl(""), "portal");

  const proved = await authenticateClient(client.clientId, secret, true);
  expect(proved).toMatchObject({ ok: true, client: { id: client.id, waitSeconds: 0 } });
  if (proved.ok) expect((await issueToken(proved.client, "", "127.0.0.1")).accessToken).toMatch(/^ey/);
  await asFounder(async (tx) => {
    const [letter] = await tx.select().from(mails);
    expect([letter?.subject, unseal(letter?.sealedText ?? "")]).toEqual([odd, odd]);
    const [row] = await tx.execute<{ n: string }>(sql`select nextval('fresh_seller_ids') as n`);
    expect(Number(row?.n)).toBe(next + 1);
    const [events] = await tx.execute(sql`select count(*)::int as all,
      count(*) filter (where xid < pg_snapshot_xmin(pg_current_snapshot()))::int as settled from events`);
    expect(events).toEqual({ all: 4, settled: 4 });
  });
  const { blocks, head, broken } = chain;
  expect(await checkChain()).toMatchObject({ blocks, head, broken: null });
  expect(broken).toBeNull();
  // Its foundations stand: a start makes nothing anew.
  await ensureFoundations();
  expect(await hashTables(restoredUrl())).toMatchObject({ signing_keys: before.signing_keys });
});

test("what is written meanwhile is in it whole or not at all", async () => {
  await disconnect();
  testing.pointAt(inject("clusterUrl"), new URL(source).pathname.slice(1));
  let isOver = false;
  let pairs = 0;
  let begun = () => {};
  const first = new Promise<void>((done) => {
    begun = done;
  });
  const writer = (async () => {
    while (!isOver) {
      const organisation = { id: newId(), kind: "seller" as const, name: "pair", createdAt: new Date() };
      await asFounder(async (tx) => {
        await tx.insert(organisations).values(organisation);
        await tx.insert(sellers).values({
          sellerId: 800_000 + pairs,
          ownerOrganisationId: organisation.id,
          shopName: "pair",
          contactEmail: "pair@shops.test",
          createdAt: new Date(),
        });
      });
      pairs++;
      begun();
    }
  })();
  await first;
  await writeBackup(source, join(folder, "b.backup"), rings());
  isOver = true;
  await writer;
  const { trailer, header } = await checkBackup(join(folder, "b.backup"));
  await restoreBackup(elsewhere, join(folder, "b.backup"), { header, trailer }, { dropsKeys: true });
  const own = connect(restoredUrl(), { max: 1 });
  const [row] =
    await own`select (select count(*)::int from organisations where name = 'pair') as organisations,
    (select count(*)::int from sellers where shop_name = 'pair') as sellers`;
  await own.end();
  expect(row?.organisations).toBeGreaterThan(0);
  expect(row?.organisations).toBeLessThanOrEqual(pairs);
  expect(row?.sellers).toBe(row?.organisations);
  await expectNewSigningKeys();
});

/** What came back without its keys has no signing keys either, so that the next start makes its own. */
async function expectNewSigningKeys() {
  await disconnect();
  testing.pointAt(elsewhere.superUrl(""), "portal");
  const { KEYS } = env();
  Object.assign(env(), { KEYS: [{ id: "k9", key: Buffer.alloc(32, 9) }] });
  try {
    await ensureFoundations();
    const made = await asWorker((tx) => tx.select().from(signingKeys));
    expect(made.map(({ sealedPrivateKey }) => sealedPrivateKey.slice(0, 3))).toEqual(["k9.", "k9."]);
  } finally {
    Object.assign(env(), { KEYS });
  }
}

describe("a file that is not what was written", () => {
  const wound = (name: string, change: (bytes: Buffer) => Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, change(readFileSync(file)));
    return checkBackup(path);
  };
  const edited = (change: (text: string) => string) => (bytes: Buffer) =>
    gzipSync(Buffer.from(change(gunzipSync(bytes).toString("latin1")), "latin1"));

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ["empty", () => Buffer.alloc(0)],
    ["something else", () => Buffer.from("select 1;\n")],
    ["another gzip", () => gzipSync("select 1;\n")],
    ["cut in the middle", (bytes) => bytes.subarray(0, bytes.length / 2)],
    ["cut at its end", (bytes) => bytes.subarray(0, bytes.length - 1)],
    ["of one changed bit", (bytes) => Buffer.from(bytes.map((byte, i) => (i === 2000 ? byte ^ 1 : byte)))],
    ["of one changed letter", edited((text) => text.replace(/test-client-\d/, "test-client-x"))],
    ["without its last line", edited((text) => text.slice(0, text.lastIndexOf("\n{") + 1))],
    ["with a line after it", edited((text) => `${text}more\n`)],
  ])("%s is refused", async (name, change) => {
    await expect(wound(name, change)).rejects.toThrow(BrokenBackup);
  });

  test("leaves what stands there as it is, also when it breaks off while it is read in", async () => {
    const whole = await checkBackup(file);
    const before = await hashTables(restoredUrl());
    const path = join(folder, "changed");
    writeFileSync(
      path,
      edited((text) => text.replace(/test-client-\d/, "test-client-x"))(readFileSync(file)),
    );
    await expect(restoreBackup(elsewhere, path, whole, { dropsKeys: false })).rejects.toThrow();
    expect(await hashTables(restoredUrl())).toEqual(before);
    const own = connect(elsewhere.superUrl("postgres"), { max: 1 });
    expect(await own`select datname from pg_database where datname like 'portal%'`).toEqual([
      { datname: "portal" },
    ]);
    await own.end();
  });
});

test("a backup of a version that is not ours is refused before anything is made", async () => {
  const { header, trailer } = await checkBackup(file);
  const newer = [...header.migrations, { hash: "x", when: Date.now() * 2 }];
  const other = header.migrations.with(-1, { hash: "x", when: header.migrations.at(-1)?.when ?? 0 });
  for (const migrations of [newer, other, []])
    await expect(
      restoreBackup(elsewhere, file, { header: { ...header, migrations }, trailer }, { dropsKeys: false }),
    ).rejects.toThrow(OtherVersion);
});

test("keys that rows name and that are not there, or are others of the same id, are named", async () => {
  const { header } = await checkBackup(file);
  expect(missingKeys(header, rings())).toEqual([]);
  expect(missingKeys(header, { pepper: [], key: [] }).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    "pepper p1",
    "key k1",
  ]);
  const other = [{ id: "p1", key: Buffer.alloc(32, 9) }];
  expect(missingKeys(header, { pepper: other, key: env().KEYS })).toMatchObject([
    { kind: "pepper", id: "p1" },
  ]);
});
