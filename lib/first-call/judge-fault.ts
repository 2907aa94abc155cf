import type { Judgement } from "./step";
import type { VerdictCode } from "./verdicts";

/** Where the failure of a socket leaves us: which code of Node's means which diagnosis. */
const meanings: [RegExp, VerdictCode][] = [
  [/^(ENOTFOUND|EAI_\w+)$/, "net.dns"],
  [/^(ECONNREFUSED|ECONNRESET|EPIPE|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES)$/, "net.refused"],
  [/^(ETIMEDOUT|ESOCKETTIMEDOUT)$/, "net.timeout"],
  // What came was no HTTP, or too much of it.
  [/^HPE_/, "api.body_unreadable"],
];

/**
 * Names the failure of a connection. Only the error's code goes on, because messages carry addresses and, from
 * some upstreams, whatever they like.
 */
export function judgeFault(error: unknown, overDeadline: boolean): Judgement {
  if (overDeadline) return { code: "net.timeout", facts: {} };
  const cause = codeOf(error);
  const [, code = "unknown"] = meanings.find(([pattern]) => pattern.test(cause)) ?? [];
  return { code, facts: cause ? { cause } : {} };
}

/** Where every address of a host failed, Node gathers the errors; the first stands for all. */
function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return "";
}
