import { deepStrictEqual, ok } from "node:assert/strict";
import { isIPv6 } from "node:net";
import { boolean, constantFrom, oneof, option, record, tuple } from "fast-check";
import { judgeUrl, type UrlFault } from "@/lib/webhooks/judge-url";
import { promise } from "./target";
import { byte, madeOf, wounded } from "./wounded";

const hosts = [
  "hooks.example.org",
  "a.co",
  "localhost",
  "shop.local",
  "metadata.internal",
  "127.0.0.1",
  "0x7f.1",
  "2130706433",
  "0177.0.0.01",
  "10.1",
  "1.2.3.4.5",
  "[::1]",
  "[::ffff:127.0.0.1]",
  "[64:ff9b::7f00:1]",
  "[fe80::1]",
  "xn--bcher-kva.example.org",
  "bücher.example.org",
  "a_b.org",
  "-a.org",
  "a.org.",
  `${"a".repeat(64)}.org`,
  `${"a.".repeat(130)}org`,
];
const marks = [
  "https://",
  "http://",
  "//",
  "/",
  ":",
  "@",
  "?",
  "#",
  "%",
  "%2e",
  "\\",
  ".",
  "-",
  "[",
  "]",
  ":443",
];
const words = [...marks, ":80", ":08443", ":65536", "0x", "\t", " ", "\xa0", "\xad", "user:pass@", ...hosts];
const good = record({
  scheme: constantFrom("https://", "https://", "HTTPS://", "http://", "ftp://", "wss://", "foo://"),
  host: constantFrom(...hosts),
  port: option(constantFrom(":443", ":80", ":8443", ":0", ":", ":65536"), { nil: "" }),
  rest: constantFrom("", "/", "/hook?x=1", "?x", "#x", "/a#b"),
}).map(({ scheme, host, port, rest }) => scheme + host + port + rest);
const text = oneof(
  madeOf(words, byte),
  wounded(good, words, byte),
  constantFrom(2047, 2048, 2049).map((length) => `https://a.co/${"x".repeat(length - 13)}`),
);

const specials: Record<string, number> = { https: 443, http: 80, wss: 443, ws: 80, ftp: 21 };
const inside = new Set(
  "workgroup test private onion mail localhost localdomain local lan invalid intranet internal home example domain corp arpa alt".split(
    " ",
  ),
);
const isIn = (character: string, from: string, to: string) => character >= from && character <= to;
const isDigit = (character: string) => isIn(character, "0", "9");
const isLetter = (character: string) => isIn(character, "a", "z");

/** What the guard says of an address; null where only the engine knows what a name becomes. */
function model(address: string, allowHome: boolean): UrlFault | "fine" | null {
  if (address.length > 2048) return "too_long";
  const [scheme = "", ...others] = address.split("://");
  const rest = others.join("://");
  const authority = rest.slice(0, [...rest].findIndex((one) => "/?#".includes(one)) >>> 0);
  const isScheme = isLetter((scheme[0] ?? "").toLowerCase()) && [...scheme.toLowerCase()].every(isOfScheme);
  if (others.length === 0 || !isScheme || authority === "") return "malformed";
  for (const one of address) {
    const code = one.charCodeAt(0);
    if (code <= 0x20 || (code >= 0x7f && code <= 0xa0) || one === "\\") return "malformed";
  }
  if (authority.includes("@")) return "userinfo";
  if (authority.includes("%")) return "malformed";
  const kind = scheme.toLowerCase();
  if (kind === "file" || /[^!-~]/.test(authority) || /(?:^|\.)xn--/i.test(authority)) return null;

  const colon = authority.lastIndexOf(":");
  const hasPort = colon > authority.lastIndexOf("]");
  const host = (hasPort ? authority.slice(0, colon) : authority).toLowerCase();
  const port = hasPort ? authority.slice(colon + 1) : "";
  const ip = readHost(host, kind in specials);
  if (ip === "malformed" || ![...port].every(isDigit) || Number(port) > 65535) return "malformed";
  if (address.includes("#")) return "fragment";
  if (kind !== "https" && !(allowHome && kind === "http")) return "not_https";
  if (port !== "" && Number(port) !== specials[kind] && !allowHome) return "port";
  if (ip !== "name") return allowHome && ip === "home" ? "fine" : "ip_literal";
  if (host.length > 253) return "too_long";
  return allowHome || looksPublic(host) ? "fine" : "not_public";
}

const isOfScheme = (one: string) => isLetter(one) || isDigit(one) || "+-.".includes(one);

type Host = "malformed" | "name" | "home" | "away";

function readHost(host: string, isSpecial: boolean): Host {
  if (host.startsWith("[")) {
    const literal = host.slice(1, -1);
    if (!host.endsWith("]") || !isIPv6(literal)) return "malformed";
    return isHome6(literal) ? "home" : "away";
  }
  if (host === "" || [...host].some((one) => "#/:<>?@[]^|".includes(one))) return "malformed";
  if (!isSpecial) return "name";
  const parts = host.split(".");
  if (parts.length > 1 && parts.at(-1) === "") parts.pop();
  const last = parts.at(-1) ?? "";
  const isNumber = last !== "" && [...last].every(isDigit);
  if (!isNumber && numberOf(last) === null) return "name";
  const numbers = parts.map(numberOf);
  if (parts.length > 4 || numbers.some((one) => one === null)) return "malformed";
  const tail = Number(numbers.pop());
  if (numbers.some((one) => Number(one) > 255) || tail >= 256 ** (4 - numbers.length)) return "malformed";
  const first = numbers.length > 0 ? Number(numbers[0]) : Math.floor(tail / 256 ** 3);
  return first === 127 ? "home" : "away";
}

/** A number of an old-style address: decimal, octal behind a 0, hexadecimal behind 0x. */
function numberOf(part: string): number | null {
  if (part === "") return null;
  const base = part.startsWith("0x") ? 16 : part.length > 1 && part.startsWith("0") ? 8 : 10;
  let value = 0;
  for (const one of base === 16 ? part.slice(2) : part) {
    const digit = "0123456789abcdef".indexOf(one);
    if (digit < 0 || digit >= base) return null;
    value = value * base + digit;
  }
  return value;
}

/** Whether an IPv6 address is this machine, by its sixteen bytes. */
function isHome6(literal: string) {
  const [head = "", tail] = literal.split("::");
  const bytesOf = (groups: string) =>
    groups
      .split(":")
      .filter(Boolean)
      .flatMap((group) => {
        if (group.includes(".")) return group.split(".").map(Number);
        const value = Number.parseInt(group, 16);
        return [value >> 8, value & 255];
      });
  const [front, back] = [bytesOf(head), bytesOf(tail ?? "")];
  const bytes = [...front, ...Array<number>(16 - front.length - back.length).fill(0), ...back];
  const start = bytes.slice(0, 12).join();
  if (start === "0,0,0,0,0,0,0,0,0,0,255,255" || start === "0,100,255,155,0,0,0,0,0,0,0,0")
    return bytes[12] === 127;
  return bytes.every((byte, at) => byte === (at === 15 ? 1 : 0));
}

function looksPublic(host: string) {
  const labels = host.split(".");
  const last = labels.at(-1) ?? "";
  const isLabel = (one: string) =>
    one.length > 0 &&
    one.length < 64 &&
    [...one].every((each) => isLetter(each) || isDigit(each) || each === "-") &&
    one[0] !== "-" &&
    one.at(-1) !== "-";
  const isTop = last.length > 1 && [...last].every(isLetter) && !inside.has(last);
  return labels.length > 1 && labels.every(isLabel) && isTop;
}

/** The address of a webhook: as the model says, and what passes is https at a name, with nothing hidden in it. */
export const webhookUrl = promise("URL guard", tuple(text, boolean()), ([address, allowHome]) => {
  const judged = judgeUrl(address, allowHome);
  const expected = model(address, allowHome);
  if (expected !== null) deepStrictEqual(judged.ok ? "fine" : judged.fault, expected);
  if (!judged.ok || allowHome) return;
  const { protocol, username, password, port, hostname, hash } = judged.url;
  deepStrictEqual([protocol, username, password, port, hash], ["https:", "", "", "", ""]);
  ok(looksPublic(hostname) || /\.xn--[a-z0-9-]+$/.test(hostname), "a name of the open internet");
});
