import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeSecret } from "@/lib/secrets";

type Raw = Record<string, string | undefined>;

const fileOf = (dataDir: string) => join(dataDir, "keys.json");

const starterId = "portal-starter";

/**
 * Fills in the keys that nobody set, from a file only its owner can read: in demo mode all of them, in production
 * the portal's own starter client alone, whose secret nobody else needs.
 */
export function keepKeys(raw: Raw, dataDir: string, mode: "demo" | "production") {
  const kept = readKept(dataDir);
  const key = () => randomBytes(32).toString("base64");
  const makers: Record<string, () => string> =
    mode === "production"
      ? {}
      : {
          SESSION_SECRET: () => randomBytes(36).toString("base64url"),
          SECRET_PEPPER: () => `p1:${key()}`,
          KEYS: () => `k1:${key()}`,
        };
  if (!raw.STARTER_CLIENT_ID && !raw.STARTER_CLIENT_SECRET) {
    raw.STARTER_CLIENT_ID = starterId;
    makers.STARTER_CLIENT_SECRET = () => makeSecret(mode);
  }
  const missing = Object.entries(makers).filter(([name]) => !raw[name]);
  const unmade = missing.filter(([name]) => kept[name] === undefined);
  for (const [name, make] of unmade) kept[name] = make();
  if (unmade.length > 0) writeKept(dataDir, kept);
  for (const [name] of missing) raw[name] = kept[name];
}

/** The keys that were made by themselves; none where all are configured. */
export function readKept(dataDir: string): Raw {
  const path = fileOf(dataDir);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}

/** Keeps them, for their owner's eyes only; the file is the old or the new one, never half of either. */
export function writeKept(dataDir: string, kept: Raw) {
  const path = fileOf(dataDir);
  writeFileSync(`${path}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
