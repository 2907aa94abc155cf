import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "./hold-data.mjs";

/** One key for Next's server actions over all builds and restarts, so that pages left open go on working. */
export function keepActionsKey() {
  if (process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY) return;
  const path = join(dataFolder(), "server-actions-key");
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString("base64"), { mode: 0o600 });
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = readFileSync(path, "utf8").trim();
}
