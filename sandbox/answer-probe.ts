import { asMachine } from "@/db/client";
import { ask } from "@/lib/tokens/ask";
import type { Answer } from "./answer";
import type { Call } from "./call";

/** Answers the two health addresses, and `undefined` for every other. */
export async function answerProbe(call: Call): Promise<Answer | undefined> {
  if (call.path === "/healthz") return say(200, "ok");
  if (call.path !== "/readyz") return undefined;
  return (await isReady()) ? say(200, "ready") : say(503, "not ready");
}

/** Whether the database answers, is migrated, and holds a signing key. */
async function isReady() {
  try {
    const rows = await ask(asMachine()`select 1 from signing_keys where active_at <= now() limit 1`);
    return rows.length === 1;
  } catch {
    return false;
  }
}

function say(status: number, word: string): Answer {
  const headers: Record<string, string> = { "Content-Type": "application/json", "Cache-Control": "no-store" };
  if (status === 503) headers["Retry-After"] = "2";
  return { status, headers, body: JSON.stringify({ status: word }) };
}
