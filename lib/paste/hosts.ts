import { retiredHosts } from "../first-call/retired-hosts";

/** Where the interface before this one was called. */
const legacyHosts = ["wsvc.cdiscount.com"];
const retired = new RegExp(
  `(?<![\\w.-])(?:${retiredHosts.join("|").replaceAll(".", "\\.")})(?![\\w-]|\\.\\w)`,
  "i",
);

/** The retired host that a line names, or "". */
export const retiredHostIn = (line: string) => retired.exec(line)?.[0].toLowerCase() ?? "";

/** Whether an address belongs to the interface before this one. */
export const isLegacyHost = (host: string) => legacyHosts.includes(host.toLowerCase());

/** The host that a line of a log is about, or "". */
export function hostIn(line: string) {
  const [, found = ""] =
    /(?:https?:\/\/|ENOTFOUND |EAI_AGAIN |resolve host:? ?'?|host='|connect to |UnknownHostException: )([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/i.exec(
      line,
    ) ?? [];
  return found.toLowerCase();
}

/** An address taken apart; null where it is none. What stands in `{{...}}` or `$...` is left as it is. */
export function readAddress(text: string): URL | null {
  try {
    const url = new URL(/^[a-z][\w+.-]{1,20}:\/\//i.test(text) ? text : `https://${text}`);
    return url.protocol === "http:" || url.protocol === "https:" ? url : null;
  } catch {
    return null;
  }
}
