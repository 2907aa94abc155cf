import type { IncomingMessage } from "node:http";

/**
 * The address a call came from: the peer's, or with `hops` trusted proxies in front the entry that the outermost
 * of them wrote. Entries further left were written by the caller and mean nothing.
 */
export function clientAddress(request: IncomingMessage, hops: number) {
  const peer = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  if (hops === 0) return peer;
  const header = request.headers["x-forwarded-for"];
  const list = (Array.isArray(header) ? header.join(",") : (header ?? ""))
    .split(",")
    .map((entry) => entry.trim());
  const chain = [...list.filter(Boolean), peer];
  return chain[Math.max(0, chain.length - 1 - hops)] ?? peer;
}
