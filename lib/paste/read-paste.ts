import type { Facts } from "../first-call/step";
import { type Addresses, type Finding, type Found, type Kind, merge, type Note } from "./finding";
import { looksRandom } from "./looks";
import { maskPaste, secretsIn } from "./mask-paste";
import { mendCollection } from "./mend-collection";
import { readAnswer } from "./read-answer";
import { type CollectionSeen, foundIn, readCollection } from "./read-collection";
import { readCommands } from "./read-command";
import { parseJson, readJson } from "./read-json";
import { readLog } from "./read-log";
import { findSecrets, readSecrets, type SecretSeen } from "./read-secrets";
import { findTokens, readTokens, type TokenSeen } from "./read-tokens";
import { callOf } from "./replace-request";

/** One request of a pasted collection, fit to be shown. */
export type RequestView = { name: string; call: string; codes: string[]; instead: string | null };
export type CollectionView = {
  kind: "collection" | "environment";
  format: string;
  name: string;
  requests: RequestView[];
  /** The mended file, without any secret; null where nothing has to be mended. */
  mended: string | null;
};

/** What was recognised in a text. Everything but `tokens` and `secrets` is masked and may be shown. */
export type Reading = {
  kinds: Kind[];
  findings: Finding[];
  notes: Note[];
  clientId: string;
  sellerId: string;
  collection: CollectionView | null;
  tokens: TokenSeen[];
  secrets: SecretSeen[];
};

/**
 * Recognises what somebody pasted, and what is wrong with it. Reads the text alone: no clock, no database, no network.
 * The time it takes grows with the length of the text and no faster.
 */
export function readPaste(pasted: string, addresses: Addresses): Reading {
  const text = pasted.replaceAll("\r\n", "\n");
  const hidden = secretsIn(text);
  const mask = maskPaste(hidden);
  const parsed = parseJson(text);
  const seen = parsed === undefined ? null : readCollection(parsed, addresses);
  const found = seen ? [foundIn(seen)] : readText(text, addresses);
  const merged = merge([...found, readTokens(text), readSecrets(text)]);
  const unknown: Finding = { code: "unknown", facts: {}, line: "" };
  const isNothing = merged.kinds.length === 0;
  const findings = (isNothing ? [unknown] : merged.findings).slice(0, 5);
  return {
    kinds: merged.kinds,
    findings: findings.map(({ code, facts, line }) => ({
      code,
      facts: maskFacts(facts, mask),
      line: mask(line),
    })),
    notes: merged.notes.map(({ code, line }) => ({ code, line: mask(line) })),
    clientId: mentioned(
      text,
      /\bclient_?id["']{0,2}\s{0,3}[=:]\s{0,3}["']{0,2}([A-Za-z][\w @-]{1,78}\w)/i,
      mask,
    ),
    sellerId: /\bseller_?id["']{0,2}\s{0,3}[=:]\s{0,3}["']{0,2}([1-9]\d{0,11})\b/i.exec(text)?.[1] ?? "",
    collection:
      seen && viewOf(seen, merged, mask, hidden && (() => mendCollection(parsed, addresses, hidden))),
    tokens: findTokens(text),
    secrets: findSecrets(text),
  };
}

/** A text is read as commands and an answer first; the log reader takes what those leave. */
function readText(text: string, addresses: Addresses): Found[] {
  const [commands, answer] = [readCommands(text, addresses), readAnswer(text, addresses)];
  if (answer.kinds.length > 0) {
    // A body may say anything; what curl tells of the connection stands apart.
    const told = text.split("\n").filter((line) => /^(?:\* |curl: )/.test(line));
    return [answer, commands, readLog(told.join("\n"), addresses)];
  }
  // A page alone is an answer of which only the body was copied.
  if (/^\s{0,200}<(?:!doctype html|html)\b/i.test(text))
    return [{ kinds: ["answer"], findings: [{ code: "http.html_instead", facts: {}, line: "" }], notes: [] }];
  const json = readJson(text, addresses);
  if (json.kinds.length > 0 && json.findings.every(({ code }) => code !== "unknown")) return [json];
  const rest =
    commands.kinds.length > 0 ? text.split("\n").filter((line) => !/\bcurl(?:\.exe)?\s/.test(line)) : null;
  const log = readLog(rest ? rest.join("\n") : text, addresses);
  return log.kinds.length > 0 ? [commands, log] : [commands, json];
}

/** Times and numbers stay; what came out of the text is masked. */
function maskFacts(facts: Facts, mask: (line: string) => string): Facts {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, mask(value)]));
}

/** A name that the text gives; nothing that could be a secret in its place. */
function mentioned(text: string, pattern: RegExp, mask: (line: string) => string) {
  const value = pattern.exec(text)?.[1]?.trim() ?? "";
  return looksRandom(value) || mask(value) !== value ? "" : value;
}

function viewOf(
  seen: CollectionSeen,
  { findings, notes }: Found,
  mask: (line: string) => string,
  /** Null where there are too many secrets in the file to be sure that none is left. */
  mend: (() => object | null) | null,
): CollectionView {
  const isWrong = findings.length > 0 || notes.some(({ code }) => code !== "nothing_wrong");
  const requests = seen.kind === "environment" ? [] : seen.requests;
  const isOld = seen.kind === "collection" && seen.format === "v1";
  const isFormer = requests.some(({ insteadId }) => insteadId !== null);
  const mended = isWrong || isOld || isFormer ? mend?.() : null;
  return {
    kind: seen.kind,
    format: seen.kind === "collection" ? seen.format : "",
    name: mask(seen.name),
    requests: requests.slice(0, 100).map(({ name, method, path, found, insteadId }) => ({
      name: mask(name),
      call: mask(`${method} ${path}`),
      codes: [...new Set([...found.findings, ...found.notes].map(({ code }) => code))],
      instead: insteadId === null ? null : callOf(insteadId),
    })),
    mended: mended ? `${JSON.stringify(mended, null, 2)}\n` : null,
  };
}
