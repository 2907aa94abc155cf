/** Who can mend it. */
export type Owner = "you" | "seller" | "us" | "nobody";

/** Whether what was seen leaves no other cause, or this is only the best guess. */
export type Confidence = "certain" | "likely";

/** Which kind of page mends it; the address depends on what the reader may see. */
export type Fix =
  | "next"
  | "client"
  | "link"
  | "invitations"
  | "type again"
  | "other client"
  | "open seller"
  | "seller information"
  | "wait"
  | "run again"
  | "files"
  | "reference"
  | "best practices"
  | "paste"
  | "explain"
  | "help";

/** One diagnosis: whose turn it is (`pasted`: where it was seen on the reader's own machine), and the ways out. */
type Row = {
  owner: Owner;
  pasted?: Owner;
  confidence: Confidence;
  /** The first is the way out; at most two others stand beside it. */
  fixes: readonly [Fix, Fix?, Fix?];
};

const row = (owner: Owner, confidence: Confidence, ...fixes: Row["fixes"]): Row => ({
  owner,
  confidence,
  fixes,
});
/** Between here and there: ours where our own call failed, the reader's where theirs did. */
const onTheWay = (confidence: Confidence, ...fixes: Row["fixes"]): Row => ({
  ...row("us", confidence, ...fixes),
  pasted: "you",
});

/** Every diagnosis with its owner, how sure it is, and its ways out; some come only of what somebody pastes. */
export const verdicts = {
  ok: row("nobody", "certain", "next"),
  "ok.but_empty": row("nobody", "certain", "seller information", "next"),

  "net.dns": onTheWay("certain", "run again", "explain"),
  "net.retired_host": onTheWay("certain", "files", "explain", "help"),
  "net.refused": onTheWay("certain", "run again", "explain"),
  "net.timeout": onTheWay("certain", "run again", "explain"),
  "tls.self_signed_chain": onTheWay("likely", "explain", "run again"),
  "tls.expired": onTheWay("likely", "explain", "run again"),
  "tls.name": onTheWay("certain", "explain", "files"),
  "tls.old_protocol": onTheWay("likely", "explain", "run again"),
  "http.html_instead": onTheWay("likely", "run again", "explain"),
  "http.redirect": onTheWay("certain", "run again", "explain", "files"),

  "token.method": row("you", "certain", "files", "explain"),
  "token.media_type": row("you", "certain", "files", "explain"),
  "token.grant_missing": row("you", "certain", "files", "explain"),
  "token.grant_wrong": row("you", "certain", "files", "explain"),
  "token.client_unknown": row("you", "certain", "client", "explain"),
  "token.secret_wrong": row("you", "certain", "client", "explain"),
  "token.secret_retired": row("you", "certain", "client", "type again"),
  "token.secret_is_fingerprint": row("you", "likely", "client", "type again"),
  "token.swapped": row("you", "likely", "type again", "explain"),
  "token.encoded": row("you", "likely", "type again", "files"),
  "token.client_suspended": row("you", "certain", "client", "explain"),
  "token.no_service_account": row("us", "certain", "help", "explain"),
  "token.realm_404": onTheWay("certain", "files", "explain"),
  "token.rate_limited": row("you", "certain", "wait", "best practices", "explain"),
  "token.clock_skew": onTheWay("likely", "run again", "explain"),

  "auth.missing": row("you", "certain", "files", "explain"),
  "auth.no_bearer": row("you", "certain", "files", "explain"),
  "auth.quoted_or_cut": row("you", "likely", "files", "explain"),
  "auth.secret_as_token": row("you", "certain", "files", "explain"),
  "auth.id_token": row("you", "certain", "files", "explain"),
  "auth.expired": row("you", "certain", "run again", "best practices", "explain"),
  "auth.wrong_issuer": onTheWay("likely", "explain", "files"),
  "auth.wrong_audience": onTheWay("likely", "explain", "help"),
  "auth.role_missing": row("us", "certain", "help", "explain"),

  "seller.header_missing": row("you", "certain", "type again", "files", "explain"),
  "seller.in_query": row("you", "certain", "files", "explain"),
  "seller.bad_format": row("you", "certain", "type again", "explain"),
  "seller.not_linked": row("seller", "certain", "link", "type again", "open seller"),
  "seller.pending": row("seller", "certain", "invitations", "open seller"),
  "seller.declined": row("seller", "certain", "invitations", "open seller"),
  "seller.ended": row("seller", "certain", "link", "open seller"),
  "seller.other_client": row("you", "certain", "other client", "link"),
  "seller.unknown": row("you", "likely", "type again", "open seller", "explain"),
  "seller.closed": row("seller", "certain", "explain", "open seller"),
  "seller.open_quota": row("you", "certain", "wait", "type again"),

  "api.path_404": row("you", "likely", "reference", "explain"),
  "api.method_405": row("you", "certain", "reference", "explain"),
  "api.accept_406": row("you", "certain", "files", "reference"),
  "api.media_415": row("you", "certain", "files", "reference"),
  "api.validation": row("you", "certain", "reference", "run again"),
  "api.conflict": row("you", "likely", "run again", "explain"),
  "api.rate_limited": row("you", "certain", "wait", "best practices", "explain"),
  "api.server": row("us", "certain", "run again", "explain"),
  "api.gateway": row("us", "certain", "run again", "explain"),
  "api.maintenance": row("us", "likely", "wait", "explain"),
  "api.body_unreadable": onTheWay("certain", "run again", "explain"),
  "api.empty": onTheWay("certain", "run again", "explain"),

  "client.cors": row("you", "certain", "explain", "files"),
  "client.legacy_soap": row("you", "certain", "explain", "files"),

  unknown: row("us", "likely", "run again", "paste", "help"),
} as const satisfies Record<string, Row>;

/** Every diagnosis of a first call, or of what somebody pastes. `ok` is one of them. */
export type VerdictCode = keyof typeof verdicts;

/** Owner, confidence and ways out of one diagnosis. */
export const rowOf = (code: VerdictCode): Row => verdicts[code];

/** Whether a word from outside is one of our diagnoses. */
export const isVerdict = (code: string): code is VerdictCode => Object.hasOwn(verdicts, code);

/** Whether the call reached what it was made for. */
export const isGood = (code: VerdictCode) => code === "ok" || code === "ok.but_empty";

/** Which lamp of the chain stays dark with a diagnosis; null where none does. */
export function lampOf(code: VerdictCode): "client" | "secret" | "link" | "token" | "call" | null {
  if (isGood(code)) return null;
  if (/^token\.(client_|swapped|no_service)/.test(code)) return "client";
  if (/^token\.(secret_|encoded)/.test(code)) return "secret";
  if (/^seller\.(not_linked|pending|declined|ended|other_client)/.test(code)) return "link";
  return code.startsWith("token.") ? "token" : "call";
}
