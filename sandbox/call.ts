import type { IncomingMessage } from "node:http";

/** One request as the rooms of the sandbox see it. */
export type Call = {
  request: IncomingMessage;
  requestId: string;
  method: string;
  /** As sent: nothing is decoded, and neither dots nor slashes are tidied up. */
  path: string;
  query: string;
  /** Where it came from. */
  address: string;
  /** Gives its place among the requests being worked on back early; a scenario that only waits does so. */
  stepAside: () => void;
};

/** Path and query of a request target (RFC 9112 3.2), which may be a path or a whole address. */
export function splitTarget(target: string) {
  const local = target.replace(/^https?:\/\/[^/?#]*/i, "") || "/";
  const [path = "", ...rest] = local.split("?");
  return { path, query: rest.join("?") };
}
