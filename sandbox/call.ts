import type { IncomingMessage } from "node:http";
import type { Visit } from "./visit";

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
  /** Its place among the requests being worked on, and its body. */
  visit: Visit;
};

/** Path and query of a request target (RFC 9112 3.2), which may be a path or a whole address. */
export function splitTarget(target: string) {
  const local = target.replace(/^https?:\/\/[^/?#]*/i, "") || "/";
  const [path = "", ...rest] = local.split("?");
  return { path, query: rest.join("?") };
}
