import type { Facts, Judgement } from "./step";
import type { VerdictCode } from "./verdicts";

/** Where the failure of a socket leaves us: which code of Node's means which diagnosis. The first match counts. */
const meanings: [RegExp, VerdictCode][] = [
  [/^(ENOTFOUND|EAI_\w+)$/, "net.dns"],
  [/^(ECONNREFUSED|ECONNRESET|EPIPE|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES)$/, "net.refused"],
  [/^(ETIMEDOUT|ESOCKETTIMEDOUT)$/, "net.timeout"],
  [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, "tls.expired"],
  [/^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/, "tls.name"],
  [
    /SELF_SIGNED_CERT|^UNABLE_TO_(VERIFY_LEAF|GET_ISSUER)|^CERT_(UNTRUSTED|SIGNATURE_FAILURE)$/,
    "tls.self_signed_chain",
  ],
  [/^(EPROTO|ERR_SSL_\w+)$/, "tls.old_protocol"],
  // What came was no HTTP, or too much of it.
  [/^HPE_/, "api.body_unreadable"],
];

/**
 * Names the failure of a connection. Only the error's code, its host and the names of its certificate go on, because
 * messages carry addresses and, from some upstreams, whatever they like.
 */
export function judgeFault(error: unknown, overDeadline: boolean): Judgement {
  const at = hostOf(error);
  if (overDeadline) return { code: "net.timeout", facts: at };
  const cause = codeOf(error);
  const code = meaningOf(cause) ?? "unknown";
  const names = code === "tls.name" ? namesOf(error) : {};
  return { code, facts: { ...at, ...names, ...(cause && { cause }) } };
}

/** What a code of Node's or OpenSSL's means; undefined where it means nothing to us. */
function meaningOf(cause: string): VerdictCode | undefined {
  return meanings.find(([pattern]) => pattern.test(cause))?.[1];
}

/** Where every address of a host failed, Node gathers the errors; the first stands for all. */
function codeOf(error: unknown): string {
  const code = partOf(error, "code");
  if (code || !(error instanceof AggregateError)) return code;
  return codeOf(error.errors[0]);
}

/** The host of our own configuration that the error is about. */
function hostOf(error: unknown): Facts {
  const host = partOf(error, "host") || partOf(error, "hostname");
  return host ? { host } : {};
}

/** Whom the certificate was made for, as it says itself. */
function namesOf(error: unknown): Facts {
  const cert = typeof error === "object" && error !== null && "cert" in error ? error.cert : null;
  const names = partOf(cert, "subjectaltname").replaceAll(/\bDNS:|\bIP Address:/g, "");
  return names ? { names } : {};
}

function partOf(of: unknown, name: string): string {
  const value = typeof of === "object" && of !== null ? (of as Record<string, unknown>)[name] : "";
  return typeof value === "string" ? value : "";
}
