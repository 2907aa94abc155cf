import type { FieldCode } from "../result";
import { findAddress, mayReachHome } from "./find-address";
import { judgeUrl, type UrlFault } from "./judge-url";

const words: Record<UrlFault, FieldCode> = {
  malformed: "url_malformed",
  too_long: "too_long",
  not_https: "url_not_https",
  port: "url_port",
  userinfo: "url_userinfo",
  fragment: "url_fragment",
  ip_literal: "url_ip_literal",
  not_public: "url_not_public",
};
const patienceMs = 2000;

/** Why messages will not go to a typed address, by its letters alone; null where they may. */
export function judgeTypedUrl(text: string): FieldCode | null {
  const judged = judgeUrl(text, mayReachHome());
  return judged.ok ? null : words[judged.fault];
}

/**
 * Why messages will not go to a typed address, by its letters and by where its name leads now; null where they may.
 * A name that does not resolve in time is taken: each message resolves and judges it anew.
 */
export async function findUrlFault(text: string): Promise<FieldCode | null> {
  const typed = judgeTypedUrl(text);
  if (typed) return typed;
  const found = await findAddress(text, AbortSignal.timeout(patienceMs));
  return !found.ok && found.fault === "refused_address" ? "url_not_public" : null;
}
