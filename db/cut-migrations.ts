import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Journal = { entries: { tag: string; when: number }[] };

/**
 * Runs `work` with a folder that holds the migrations up to the one named, as they were when it was the newest. The
 * folder is gone afterwards.
 */
export async function withMigrationsUntil<T>(
  last: (entry: { tag: string; when: number }) => boolean,
  work: (folder: string) => Promise<T>,
  folder = "db/migrations",
): Promise<T> {
  const journal: Journal = JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8"));
  const end = journal.entries.findIndex(last);
  if (end < 0) throw new Error("there is no such migration");
  const entries = journal.entries.slice(0, end + 1);
  const cut = mkdtempSync(join(tmpdir(), "migrations-"));
  try {
    mkdirSync(join(cut, "meta"));
    writeFileSync(join(cut, "meta", "_journal.json"), JSON.stringify({ ...journal, entries }));
    for (const { tag } of entries) copyFileSync(join(folder, `${tag}.sql`), join(cut, `${tag}.sql`));
    return await work(cut);
  } finally {
    rmSync(cut, { recursive: true, force: true });
  }
}
