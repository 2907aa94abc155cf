import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Plain } from "../start/step.mjs";
import { readKept } from "../supervise/keep-keys";
import { reachDatabase } from "../supervise/reach-database";
import { readSettings } from "../supervise/read-settings";
import { findLeaks, type Hidden } from "./find-leaks";
import type { Count } from "./stages";

/**
 * Once all stories are told: searches what they left behind for every secret, token, password and link that any of
 * them named, and for the keys of the installation. Throws a list of places; counts as one test.
 */
export async function searchLeaks(pages: string): Promise<Count> {
  const { env, raw, dataDir } = readSettings();
  const named = readNamed(join(dataDir, "canaries.jsonl"));
  if (named.length === 0) throw new Plain("No story named anything to search for.");
  const database = await reachDatabase(dataDir);
  Object.assign(process.env, raw, database.urls);
  try {
    const logs = readdirSync(dataDir).filter((name) => name.endsWith(".log"));
    const found = await findLeaks({
      hidden: [...named, ...keysOf(dataDir)],
      ownerUrl: database.urls.DATABASE_OWNER_URL,
      rings: { pepper: env.SECRET_PEPPER, key: env.KEYS },
      backup: join(dataDir, "searched.backup"),
      paths: [
        ...logs.map((name) => join(dataDir, name)),
        ...["server", "static", "build"].map((name) => resolve(pages, name)),
        resolve(".build", pages.replace(/^\.next-?/, "")),
      ],
    });
    if (found.length > 0) throw new Plain(found.join("\n"));
    return { passed: 1, failed: 0 };
  } finally {
    await database.leave();
  }
}

/** What the stories named, each line one. */
function readNamed(path: string): Hidden[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

/** The keys of this installation, and the password of its database. */
function keysOf(dataDir: string): Hidden[] {
  const kept = Object.entries(readKept(dataDir)).flatMap(([name, list = ""]) =>
    name === "STARTER_CLIENT_ID"
      ? []
      : list.split(",").map((entry) => ({ kind: name, value: entry.split(":").at(-1) ?? "" })),
  );
  const password = readFileSync(join(dataDir, "postgres-password"), "utf8").trim();
  return [...kept, { kind: "password of the database", value: password }];
}
