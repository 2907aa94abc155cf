import { resolve } from "node:path";
import { Plain } from "../start/step.mjs";
import { type Child, startChild } from "./start-child";

/** What preparing found: a secret of the demo client, where one was made just now. */
export type Prepared = { clientSecret: string | null };

/**
 * Brings a database to this version in a process of its own: schema, foundations, and demo data or another demo
 * secret where `what` says so. Throws a sentence when the database cannot be used.
 */
export function prepareDatabase(
  folder: string,
  env: Record<string, string | undefined>,
  what: "nothing" | "seed" | "new-secret",
): { child: Child; prepared: Promise<Prepared> } {
  const bundle = resolve(".build", folder, "prepare.mjs");
  const child = startChild("preparation of the database", [bundle, what], { env, keepOutput: true });
  const prepared = child.ended.then((failure) => {
    if (failure) throw new Plain(failure);
    return JSON.parse(child.said().trim().split("\n").at(-1) ?? "") as Prepared;
  });
  return { child, prepared };
}
