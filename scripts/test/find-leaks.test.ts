import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { makeActor, makeClient, makeSecret, ownDatabase } from "@/db/testing";
import { env } from "@/lib/env";
import { newId } from "@/lib/id";
import { seal } from "@/lib/secrets";
import { findLeaks } from "./find-leaks";

let folder = "";
let ownerUrl = "";
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "leaks-"));
  ownerUrl = (await ownDatabase()).DATABASE_OWNER_URL;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const find = (hidden: { kind: string; value: string }[]) => {
  const rings = { pepper: env().SECRET_PEPPER, key: env().KEYS };
  const paths = [join(folder, "processes.log"), join(folder, "built"), join(folder, "not-there")];
  return findLeaks({ hidden, ownerUrl, rings, backup: join(folder, "a.backup"), paths });
};

const letter = (text: string) =>
  asFounder((tx) =>
    tx.execute(sql`insert into mails (id, recipient, kind, subject, sealed_text, sealed_html)
      values (${newId()}, 'a@people.test', 'reset', 'x', ${seal(text)}, ${seal("x")})`),
  );

test("what is kept as it should be is found nowhere, and no backup stays behind", async () => {
  const actor = await makeActor();
  const { secret } = await makeSecret(await makeClient({ id: actor.organisationId }));
  await letter("https://portal.example/reset/a-one-use-link");
  mkdirSync(join(folder, "built"));
  writeFileSync(join(folder, "built", "page.js"), "nothing");
  const keys = env().KEYS.map(({ key }) => ({ kind: "KEYS", value: key.toString("base64") }));
  expect(
    await find([{ kind: "secret", value: secret }, { kind: "link", value: "a-one-use-link" }, ...keys]),
  ).toEqual([]);
  expect(readdirSync(folder)).toEqual(["built"]);
});

test("a leak of every kind is found where it was planted", async () => {
  const { organisationId } = await makeActor();
  const client = await makeClient({ id: organisationId }, { purpose: "made with planted-in-a-text ok" });
  await asFounder(async (tx) => {
    await tx.execute(sql`insert into events (type, actor_name, organisation_id, data)
      values ('secret.added', 'x', ${organisationId}, '{"deep": ["planted-in-json"]}')`);
    await tx.execute(sql`insert into resets (token_hash, person_id, expires_at)
      select ${Buffer.from("planted-in-bytes")}, id, now() from people limit 1`);
    await tx.execute(
      sql`insert into used_form_keys (hash, act) values (${Buffer.alloc(32)}, 'planted-in-a-column')`,
    );
  });
  await makeSecret(client, { label: "planted-in-a-label" });
  await letter("your secret is planted-in-a-letter");
  mkdirSync(join(folder, "built", "deep"), { recursive: true });
  writeFileSync(join(folder, "built", "deep", "chunk.js"), 'const key = "planted-in-a-bundle";');
  writeFileSync(join(folder, "processes.log"), '{"msg":"planted-in-a-log"}\n');
  const named = ["a-text", "json", "bytes", "a-column", "a-label", "a-letter", "a-bundle", "a-log"];
  const hidden = named.map((where) => `planted-in-${where}`);
  const found = await find(hidden.map((value) => ({ kind: value, value })));
  const database = "the database and its backup";
  expect(found.map((line) => line.replace(/^a (\S+) stands in /, "$1: "))).toEqual([
    `planted-in-a-text: ${database}`,
    `planted-in-json: ${database}`,
    `planted-in-bytes: ${database}`,
    `planted-in-a-column: ${database}`,
    `planted-in-a-label: ${database}`,
    "planted-in-a-letter: a letter",
    `planted-in-a-log: ${join(folder, "processes.log")}`,
    `planted-in-a-bundle: ${join(folder, "built", "deep", "chunk.js")}`,
  ]);
});
