import { isIP } from "node:net";
import { isHomeAddress } from "./public-address";

/** Why an address that somebody typed is not called. */
export type UrlFault =
  | "malformed"
  | "too_long"
  | "not_https"
  | "port"
  | "userinfo"
  | "fragment"
  | "ip_literal"
  | "not_public";

/** The address as it will be called, or why it will not. */
export type JudgedUrl = { ok: true; url: URL } | { ok: false; fault: UrlFault };

/** So long may an address be, in characters. */
export const urlCap = 2048;

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
// Set aside (RFC 6761, 6762, 7686, 8375, 9476, ICANN) or, by habit, the inside of somebody's network.
const insideSuffix = new Set(
  "alt arpa corp domain example home internal intranet invalid lan local localdomain localhost mail onion private test workgroup".split(
    " ",
  ),
);

/**
 * Judges a typed address by its letters alone: https on port 443 at a public-looking name, nothing hidden in it.
 * With `allowHome` also loopback addresses, local names, other ports and plain http. What the name
 * leads to is judged anew at each call.
 */
export function judgeUrl(text: string, allowHome = false): JudgedUrl {
  const fault = findFault(text, allowHome);
  return fault ? { ok: false, fault } : { ok: true, url: new URL(text) };
}

function findFault(text: string, allowHome: boolean): UrlFault | undefined {
  if (text.length > urlCap) return "too_long";
  // A browser's parser strips tabs, turns backslashes and adds slashes: what it would mend was meant to mislead.
  const [, authority] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]+)/i.exec(text) ?? [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to refuse
  if (authority === undefined || /[\u0000-\u0020\u007f-\u00a0\\]/.test(text)) return "malformed";
  if (authority.includes("@")) return "userinfo";
  if (!URL.canParse(text) || authority.includes("%")) return "malformed";
  if (text.includes("#")) return "fragment";
  const { protocol, port, hostname } = new URL(text);
  if (protocol !== "https:" && !(allowHome && protocol === "http:")) return "not_https";
  if (port !== "" && !allowHome) return "port";
  // The parser has turned every spelling of a number into the one that isIP knows.
  const literal = hostname.replace(/^\[|\]$/g, "");
  if (isIP(literal)) return allowHome && isHomeAddress(literal) ? undefined : "ip_literal";
  if (hostname.length > 253) return "too_long";
  if (!allowHome && !looksPublic(hostname)) return "not_public";
}

function looksPublic(hostname: string) {
  const labels = hostname.split(".");
  const last = labels.at(-1) ?? "";
  return (
    labels.length > 1 &&
    labels.every((part) => label.test(part)) &&
    /^([a-z]{2,}|xn--[a-z0-9-]+)$/.test(last) &&
    !insideSuffix.has(last)
  );
}
