/** Every diagnosis of a first call. `ok` is one of them. */
export type VerdictCode =
  | "ok"
  | "token.client_unknown"
  | "token.secret_wrong"
  | "token.secret_retired"
  | "token.client_suspended"
  | "token.rate_limited"
  | "seller.not_linked"
  | "seller.bad_format"
  | "seller.open_quota"
  | "api.rate_limited"
  | "net.dns"
  | "net.refused"
  | "net.timeout"
  | "http.html_instead"
  | "http.redirect"
  | "api.server"
  | "api.body_unreadable"
  | "unknown";

/** Who can mend it. */
export type Owner = "you" | "seller" | "us" | "nobody";

/** Which kind of page mends it; the address depends on what the reader may see. */
export type Fix = "next" | "client" | "link" | "type again" | "wait" | "run again";

/** Owner and way out of each diagnosis. A code without a row does not compile. */
export const verdicts: Record<VerdictCode, { owner: Owner; fix: Fix }> = {
  ok: { owner: "nobody", fix: "next" },
  "token.client_unknown": { owner: "you", fix: "client" },
  "token.secret_wrong": { owner: "you", fix: "client" },
  "token.secret_retired": { owner: "you", fix: "client" },
  "token.client_suspended": { owner: "you", fix: "client" },
  "token.rate_limited": { owner: "you", fix: "wait" },
  "seller.not_linked": { owner: "seller", fix: "link" },
  "seller.bad_format": { owner: "you", fix: "type again" },
  "seller.open_quota": { owner: "you", fix: "wait" },
  "api.rate_limited": { owner: "you", fix: "wait" },
  "net.dns": { owner: "us", fix: "run again" },
  "net.refused": { owner: "us", fix: "run again" },
  "net.timeout": { owner: "us", fix: "run again" },
  "http.html_instead": { owner: "us", fix: "run again" },
  "http.redirect": { owner: "us", fix: "run again" },
  "api.server": { owner: "us", fix: "run again" },
  "api.body_unreadable": { owner: "us", fix: "run again" },
  unknown: { owner: "us", fix: "run again" },
};
