import { isLoopback } from "../env";
import type { Facts } from "../first-call/step";
import type { VerdictCode } from "../first-call/verdicts";
import type { Addresses, Finding, Found, Note, NoteCode } from "./finding";
import { isLegacyHost, readAddress, retiredHostIn } from "./hosts";
import { serviceOf } from "./judge-answer";
import { isVariable, looksLikeHint, looksLikeSecret } from "./looks";

/** A request as a command or a collection describes it, before anybody sent it. */
export type Sent = {
  method: string;
  url: string;
  headers: [string, string][];
  body: {
    /** `unseen` where there is one that cannot be read here. */
    kind: "none" | "form" | "json" | "multipart" | "unseen";
    fields: [string, string][];
    /** Whether the tool encodes the fields by itself. */
    isEncoded?: boolean;
  };
  /** Whether certificates are checked. */
  isVerified: boolean;
};

type Draft = { findings: Finding[]; notes: Note[] };

/** What is wrong with a request: where it goes, what it carries, and what it gives away. */
export function judgeRequest(sent: Sent, addresses: Addresses): Found {
  const draft: Draft = { findings: [], notes: [] };
  const find = (code: VerdictCode, line: string, facts: Facts = {}) =>
    draft.findings.push({ code, facts, line });
  const note = (code: NoteCode, line: string) => draft.notes.push({ code, line });
  const { method, headers, isVerified } = sent;
  const line = `${method} ${shortAddress(sent.url)}`;
  const url = readAddress(sent.url);
  const retired = retiredHostIn(sent.url);
  if (retired) find("net.retired_host", line, { host: retired });
  if (url && isLegacyHost(url.hostname)) find("client.legacy_soap", line, { host: url.hostname });
  if (url && /^http:\/\//i.test(sent.url) && !isLoopback(url.hostname)) note("plain_http", line);
  if (!isVerified) note("verification_off", line);
  if (headers.some(([name]) => /^ocp-apim-subscription-key$/i.test(name)))
    note("obsolete_header", "Ocp-Apim-Subscription-Key");
  const service = serviceOf(sent.url, addresses) ?? (retired ? "token" : null);
  if (service === "token") judgeTokenRequest(sent, url, line, find, note);
  if (service === "call") judgeCall(sent, url, line, find, note);
  return { kinds: [], ...draft };
}

type Find = (code: VerdictCode, line: string, facts?: Facts) => void;
type Tell = (code: NoteCode, line: string) => void;

function judgeTokenRequest(
  { method, headers, body }: Sent,
  url: URL | null,
  line: string,
  find: Find,
  note: Tell,
) {
  const fields = new Map([...body.fields].reverse());
  if (url && ["client_secret", "password"].some((name) => url.searchParams.has(name)))
    note("secret_in_address", line);
  const type = headerOf(headers, "content-type");
  if (method !== "POST") return find("token.method", line);
  if (body.kind === "json" || body.kind === "multipart" || /json|multipart/i.test(type))
    return find("token.media_type", type ? `Content-Type: ${type}` : line);
  if (
    url &&
    !/[{$]|%7B/i.test(url.pathname) &&
    /\/realms\//.test(url.pathname) &&
    !isTokenPath(url.pathname) &&
    !retiredHostIn(url.host)
  )
    find("token.realm_404", line, {});
  if (body.kind === "unseen") return;
  const grant = fields.get("grant_type");
  if (grant === undefined) find("token.grant_missing", line);
  else if (grant !== "client_credentials" && !isVariable(grant))
    find("token.grant_wrong", `grant_type=${grant}`);
  const [id = "", secret = ""] = [fields.get("client_id"), fields.get("client_secret")];
  if (looksLikeSecret(id) !== "no" && looksLikeSecret(secret) === "no") find("token.swapped", line);
  if (looksLikeHint(secret)) find("token.secret_is_fingerprint", line);
  else if (secret && !isVariable(secret)) note("secret_in_clear", line);
  // In a form + means a space, and a lone % is broken; a tool that encodes by itself takes care of both.
  if (!body.isEncoded && /\+|%(?![0-9a-f]{2})/i.test(secret) && !isVariable(secret))
    find("token.encoded", line);
}

function judgeCall(
  { method, headers, body, url: address }: Sent,
  url: URL | null,
  line: string,
  find: Find,
  note: Tell,
) {
  judgeToken(headerOf(headers, "authorization"), hasHeader(headers, "authorization"), find, note, line);
  const ids = headers.filter(([name]) => name.toLowerCase() === "sellerid");
  const inQuery = url !== null && [...url.searchParams.keys()].some((name) => /^seller_?id$/i.test(name));
  const inBody = body.fields.some(([name]) => /^seller_?id$/i.test(name));
  const [id] = ids;
  if (!id) find(inQuery || inBody ? "seller.in_query" : "seller.header_missing", line);
  else if (ids.length > 1) find("seller.header_missing", line, { twice: "1" });
  else if (!isVariable(id[1]) && !/^[1-9]\d{0,11}$/.test(id[1])) find("seller.bad_format", line);
  const accept = headerOf(headers, "accept");
  if (accept && !/json|\*\/\*|application\/\*/i.test(accept) && !isVariable(accept))
    find("api.accept_406", `Accept: ${accept}`);
  const type = headerOf(headers, "content-type");
  const sends = body.kind !== "none" && body.kind !== "unseen" && method !== "GET";
  if (sends && !/json/i.test(type)) find("api.media_415", line);
  if (/[?&](?:access_)?token=/i.test(address)) note("token_in_clear", line);
}

function judgeToken(value: string, isSent: boolean, find: Find, note: Tell, line: string) {
  if (!isSent) return find("auth.missing", line);
  const [, scheme = "", token = ""] = /^(\w{1,20})\s{1,5}(.*)$/s.exec(value.trim()) ?? [];
  // What is filled in later may bring its own "Bearer".
  if (isVariable(value)) return;
  if (scheme.toLowerCase() !== "bearer") return find("auth.no_bearer", line);
  if (looksLikeSecret(token) !== "no") return find("auth.secret_as_token", line);
  if (isVariable(token)) return;
  note("token_in_clear", line);
  const isWhole = /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
  if (!isWhole) find("auth.quoted_or_cut", line);
}

const isTokenPath = (path: string) => path === "/auth/realms/maas/protocol/openid-connect/token";
const hasHeader = (headers: Sent["headers"], wanted: string) =>
  headers.some(([name]) => name.toLowerCase() === wanted);
const headerOf = (headers: Sent["headers"], wanted: string) =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? "";

/** An address without its query, which may hold anything. */
function shortAddress(address: string) {
  return address.split(/[?#]/, 1)[0]?.replace(/\/\/[^/@]{0,500}@/, "//") ?? "";
}
