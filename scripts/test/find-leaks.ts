import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Rings, writeBackup } from "@/db/backup/write-backup";
import { asDefiner } from "@/db/keys/as-definer";
import { unseal } from "@/lib/secrets";

/** A text that may stand nowhere where anybody could find it later; a one-use link may, in a letter. */
export type Hidden = { kind: string; value: string; story?: string };

type Places = {
  hidden: Hidden[];
  ownerUrl: string;
  rings: Rings;
  /** Where a backup may be written for the search, and is taken away again. */
  backup: string;
  /** Files and folders: logs, and what was built. */
  paths: string[];
};

/**
 * Where any of these texts stands, as text or as hex: in the whole database as a backup has it, every table and
 * column of it, in the letters as their receivers read them, in logs and in what was built. Names kinds and places.
 */
export async function findLeaks({ hidden, ownerUrl, rings, backup, paths }: Places): Promise<string[]> {
  try {
    await writeBackup(ownerUrl, backup, rings);
    const found = search(hidden, gunzipSync(readFileSync(backup)), "the database and its backup");
    const secret = hidden.filter(({ kind }) => kind !== "link");
    found.push(...search(secret, Buffer.from(await readLetters(ownerUrl)), "a letter"));
    for (const path of paths.flatMap(filesOf)) found.push(...search(hidden, readFileSync(path), path));
    return [...new Set(found)];
  } finally {
    rmSync(backup, { force: true });
  }
}

function search(hidden: Hidden[], text: Buffer, place: string) {
  return hidden
    .filter(({ value }) => text.includes(value) || text.includes(Buffer.from(value).toString("hex")))
    .map(({ kind, story }) => `a ${kind}${story ? ` of "${story}"` : ""} stands in ${place}`);
}

async function readLetters(ownerUrl: string) {
  const rows = await asDefiner(
    ownerUrl,
    (tx) => tx<{ text: string; html: string }[]>`select sealed_text as text, sealed_html as html from mails`,
  );
  return rows.map(({ text, html }) => `${unseal(text)}\n${unseal(html)}`).join("\n");
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesOf(join(path, name)));
}
