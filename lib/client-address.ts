import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

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

/**
 * What counts as one address in a limit: an IPv4 address, also where it is written as IPv6, or the /64 of an IPv6
 * address, because everybody who has one has all of it. Anything else stands for itself.
 */
export function networkOf(address: string) {
  const [plain = ""] = address.split("%");
  if (!isIPv6(plain)) return address;
  const [head = "", tail = ""] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const [left, right] = [groupsOf(head), groupsOf(tail)];
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
  const isMapped = groups.slice(0, 6).join() === "0,0,0,0,0,ffff";
  if (isMapped) return groups.slice(6).flatMap(bytesOf).join(".");
  return `${groups.slice(0, 4).join(":")}::/64`;
}

const groupsOf = (side: string) => (side === "" ? [] : side.split(":"));

/** The two bytes of a group of an IPv6 address. */
function bytesOf(group: string) {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 255];
}
