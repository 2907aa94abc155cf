import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folders = ["app", "db", "lib", "portal", "sandbox", "worker"];
/**
 * What a test says that wants a process of its own: it puts something in another's place, changes settings, starts
 * other programs, or has a database of its own, parts of which a process may keep in memory.
 */
const alone =
  /\bvi\.|\bprocess\.|globalThis|\benv\(|ownDatabase|startSandbox|"node:(?!buffer|crypto|fs|path|util|zlib)/;
/** What a test says that needs a database. */
const touching = /testing"|@\/(db|sandbox|worker)\//;

/**
 * The tests that share processes, because starting one and reading the program anew takes longer than most of them do:
 * those of plain functions, and those whose every write is taken back.
 */
export function findSharingTests(root: string) {
  const tests = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  const sharing = tests.filter((file) => !alone.test(read(file)));
  const needsDatabase = (file: string) => file.startsWith("db/") || touching.test(read(file));
  return {
    plain: sharing.filter((file) => !needsDatabase(file)),
    rolledBack: sharing.filter(needsDatabase),
  };
}
