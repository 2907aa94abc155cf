import { BlockList, isIP } from "node:net";

/** What the special-purpose registries of IPv4 set aside (RFC 6890 and successors), and what clouds keep there. */
const setAside4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  // A cloud's own door, for its machines only, though the number looks public.
  ["168.63.129.16", 32],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  // Groups, reserved, broadcast.
  ["224.0.0.0", 3],
] as const;

/** The same inside of 2000::/3, outside of which nothing is public: protocol blocks, examples, 6to4. */
const setAside6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const setAside = new BlockList();
for (const [net, prefix] of setAside4) setAside.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of setAside6) setAside.addSubnet(net, prefix, "ipv6");
const home = new BlockList();
home.addSubnet("127.0.0.0", 8, "ipv4");

/** Whether an address as a resolver writes it belongs to the open internet; anything else than an address does not. */
export function isPublicAddress(address: string): boolean {
  const family = familyOf(address);
  if (family === 4) return !setAside.check(address, "ipv4");
  if (family !== 6) return false;
  const groups = groupsOf(address);
  const inside = embedded4(groups);
  if (inside) return isPublicAddress(inside);
  return ((groups[0] ?? 0) & 0xe000) === 0x2000 && !setAside.check(address, "ipv6");
}

/** Whether an address is this very machine: loopback, nothing else. */
export function isHomeAddress(address: string): boolean {
  const family = familyOf(address);
  if (family === 4) return home.check(address, "ipv4");
  if (family !== 6) return false;
  const groups = groupsOf(address);
  const inside = embedded4(groups);
  return inside ? isHomeAddress(inside) : groups.every((group, at) => group === (at === 7 ? 1 : 0));
}

/** 4, 6, or 0. A zone makes an address local to one cable, so it counts for nothing here. */
function familyOf(address: string) {
  return address.includes("%") ? 0 : isIP(address);
}

/** The eight numbers of an IPv6 address in any of its spellings. */
function groupsOf(address: string) {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = [], tail = []] = canonical
    .split("::")
    .map((half) => (half ? half.split(":").map((group) => Number.parseInt(group, 16)) : []));
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

/** The IPv4 address that a mapped (::ffff:0:0/96) or translated (64:ff9b::/96) one really leads to. */
function embedded4(groups: number[]) {
  const prefix = groups.slice(0, 6).join();
  if (prefix !== "0,0,0,0,0,65535" && prefix !== `${0x64},${0xff9b},0,0,0,0`) return undefined;
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
