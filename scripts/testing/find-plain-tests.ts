import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folders = ["app", "lib", "portal", "sandbox", "worker"];
/** What a test says that touches the database, its environment, other processes, or puts something in another's place. */
const touching =
  /testing"|\bvi\.|\bprocess\.|\benv\(|globalThis|"node:(?!buffer|crypto|fs|path|util|zlib)|@\/(db|sandbox|worker)\//;

/** The tests of plain functions, which need no process of their own: starting one takes longer than they do. */
export function findPlainTests(root: string) {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((file) => `${folder}/${file}`)
      .filter((file) => /\.test\.tsx?$/.test(file) && !touching.test(readFileSync(join(root, file), "utf8"))),
  );
}
