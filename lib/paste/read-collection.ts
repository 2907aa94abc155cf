import type { Addresses, Finding, Found, Note } from "./finding";
import { judgeRequest, type Sent } from "./judge-request";
import { replaceRequest } from "./replace-request";

type Json = Record<string, unknown>;

/** One request of a collection, with what is wrong with it, and the call that takes its place where it is of another interface. */
export type RequestSeen = {
  name: string;
  method: string;
  path: string;
  found: Found;
  insteadId: string | null;
};

export type CollectionSeen =
  | { kind: "collection"; format: "v1" | "v2"; name: string; requests: RequestSeen[] }
  | { kind: "environment"; name: string; found: Found };

const mostRequests = 300;
const deepest = 30;
const secretName = /secret|passw|token|subscription-key|api[-_]?key/i;

/** Reads an exported file of Postman: a collection of format 1, 2.0 or 2.1, or an environment; null for anything else. */
export function readCollection(parsed: unknown, addresses: Addresses): CollectionSeen | null {
  const file = asObject(asObject(parsed).collection ?? parsed);
  const environment = asObject(asObject(parsed).environment ?? parsed);
  if (Array.isArray(file.item) && typeof file.info === "object") {
    const requests = itemsOf(file).map(({ item, names }) =>
      seeRequest(sentOf(asObject(item.request)), names, addresses),
    );
    return { kind: "collection", format: "v2", name: textOf(asObject(file.info).name), requests };
  }
  if (Array.isArray(file.requests)) {
    const requests = file.requests
      .slice(0, mostRequests)
      .map((one) => seeRequest(sentOfOld(asObject(one)), [textOf(asObject(one).name)], addresses));
    return { kind: "collection", format: "v1", name: textOf(file.name), requests };
  }
  if (Array.isArray(environment.values) && typeof environment.name === "string")
    return { kind: "environment", name: environment.name, found: judgeValues(environment.values) };
  return null;
}

/** All of it as one, each diagnosis with the first request that shows it. */
export function foundIn(seen: CollectionSeen): Found {
  if (seen.kind === "environment") return { ...seen.found, kinds: ["environment"] };
  const all = seen.requests.map(({ found }) => found);
  const [findings, notes] = [all.flatMap((one) => one.findings), all.flatMap((one) => one.notes)];
  if (findings.length + notes.length === 0) notes.push({ code: "nothing_wrong", line: "" });
  return { kinds: ["collection"], findings, notes };
}

/** Every request below folders, with the names on the way. What is nested beyond reason is left out. */
export function itemsOf(file: Json): { item: Json; names: string[] }[] {
  const found: { item: Json; names: string[] }[] = [];
  const open = listOf(file.item)
    .map((item) => ({ item: asObject(item), names: [] as string[] }))
    .reverse();
  while (open.length > 0 && found.length < mostRequests) {
    const next = open.pop();
    if (!next) break;
    const names = [...next.names, textOf(next.item.name)].filter(Boolean);
    if (next.item.request !== undefined) found.push({ item: next.item, names });
    if (names.length < deepest)
      open.push(
        ...listOf(next.item.item)
          .map((item) => ({ item: asObject(item), names }))
          .reverse(),
      );
  }
  return found;
}

function seeRequest(sent: Sent, names: string[], addresses: Addresses): RequestSeen {
  const name = names.slice(-1)[0] ?? "";
  const judged = judgeRequest(sent, addresses);
  const at = (line: string) => (name ? `${name}: ${line}` : line);
  const findings: Finding[] = judged.findings.map((one) => ({ ...one, line: at(one.line) }));
  const notes: Note[] = judged.notes.map((one) => ({ ...one, line: at(one.line) }));
  const { path, insteadId } = replaceRequest(sent, addresses);
  return { name, method: sent.method, path, found: { kinds: [], findings, notes }, insteadId };
}

/** A request of format 2: its address is a text or an object, its body has a mode. */
export function sentOf(request: Json): Sent {
  const url = typeof request.url === "string" ? request.url : textOf(asObject(request.url).raw);
  const headers = listOf(request.header).map(asObject).filter(isUsed).map(pairOf);
  const isVerified = asObject(request.protocolProfileBehavior).strictSSL !== false;
  return {
    method: textOf(request.method).toUpperCase() || "GET",
    url,
    headers: withAuth(headers, asObject(request.auth)),
    body: bodyOf(asObject(request.body), headers),
    isVerified,
  };
}

function bodyOf(body: Json, headers: [string, string][]): Sent["body"] {
  const fields = (name: string) => listOf(body[name]).map(asObject).filter(isUsed).map(pairOf);
  if (body.mode === "urlencoded") return { kind: "form", fields: fields("urlencoded"), isEncoded: true };
  if (body.mode === "formdata") return { kind: "multipart", fields: fields("formdata") };
  if (body.mode !== "raw") return { kind: body.mode ? "unseen" : "none", fields: [] };
  const isJson =
    asObject(asObject(body.options).raw).language === "json" || /^\s*[[{]/.test(textOf(body.raw));
  if (!isJson) return { kind: "form", fields: readForm(textOf(body.raw)) };
  // Postman announces a body by its language, where no header does.
  if (!headers.some(([name]) => /^content-type$/i.test(name)))
    headers.push(["Content-Type", "application/json"]);
  return { kind: "json", fields: [] };
}

/** Auth that is not set at the request comes from its folder or the collection, so none is missed here. */
function withAuth(headers: [string, string][], auth: Json): [string, string][] {
  if (headers.some(([name]) => /^authorization$/i.test(name)) || auth.type === "noauth") return headers;
  const [token] = listOf(auth.bearer).map(asObject).map(pairOf);
  return [
    ...headers,
    ["Authorization", auth.type === "bearer" && token ? `Bearer ${token[1]}` : "Bearer {{inherited}}"],
  ];
}

/** A request of format 1: headers are one text, fields a list or a text. */
function sentOfOld(request: Json): Sent {
  const headers = textOf(request.headers)
    .split("\n", 100)
    .flatMap((line): [string, string][] => {
      const colon = line.indexOf(":");
      return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]] : [];
    });
  const fields = listOf(request.data).map(asObject).filter(isUsed).map(pairOf);
  const raw = textOf(request.rawModeData) || textOf(request.data);
  const kinds = { urlencoded: "form", params: "multipart" } as const;
  const mode = textOf(request.dataMode);
  const kind = /^\s*[[{]/.test(raw)
    ? "json"
    : mode in kinds
      ? kinds[mode as keyof typeof kinds]
      : raw
        ? "form"
        : "none";
  return {
    method: textOf(request.method).toUpperCase() || "GET",
    url: textOf(request.url),
    headers: withAuth(headers, {}),
    body: {
      kind: fields.length + raw.length > 0 ? kind : "none",
      fields: raw ? readForm(raw) : fields,
      isEncoded: true,
    },
    isVerified: asObject(request.protocolProfileBehavior).strictSSL !== false,
  };
}

function judgeValues(values: unknown[]): Found {
  const found: Found = { kinds: [], findings: [], notes: [] };
  for (const value of values.slice(0, 500).map(asObject)) {
    const [key, text] = pairOf(value);
    if (secretName.test(key) && text && !text.startsWith("{{") && !/url|endpoint|type/i.test(key))
      found.notes.push({ code: /token/i.test(key) ? "token_in_clear" : "secret_in_clear", line: key });
    if (/subscription-?key/i.test(key)) found.notes.push({ code: "obsolete_header", line: key });
    const judged = /^https?:\/\//i.test(text)
      ? judgeRequest(
          {
            method: "",
            url: new URL(safe(text)).origin,
            headers: [],
            body: { kind: "none", fields: [] },
            isVerified: true,
          },
          nowhere,
        )
      : null;
    const kept =
      judged?.findings.filter(({ code }) => code === "net.retired_host" || code === "client.legacy_soap") ??
      [];
    found.findings.push(...kept.map((one) => ({ ...one, line: key })));
  }
  if (found.findings.length + found.notes.length === 0) found.notes.push({ code: "nothing_wrong", line: "" });
  return found;
}

const nowhere: Addresses = {
  tokenUrl: "https://token.invalid/",
  sellerApiUrl: "https://api.invalid/",
  issuer: "",
};
const safe = (text: string) => (URL.canParse(text) ? text : "https://none.invalid");

const readForm = (text: string) => [...new URLSearchParams(text.slice(0, 20_000))].slice(0, 100);
const isUsed = (entry: Json) => entry.disabled !== true && entry.enabled !== false;
const pairOf = (entry: Json): [string, string] => [textOf(entry.key), textOf(entry.value)];
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const asObject = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
export const textOf = (value: unknown) =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
