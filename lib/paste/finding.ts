import type { Facts } from "../first-call/step";
import { type VerdictCode, verdicts } from "../first-call/verdicts";

/** What a text was recognised as. One paste may be several at once. */
export type Kind =
  | "token"
  | "secret"
  | "answer"
  | "command"
  | "json"
  | "log"
  | "tls"
  | "cors"
  | "soap"
  | "collection"
  | "environment";

/** A diagnosis, and the line that decided. As a reader returns it, the line is as it was pasted. */
export type Finding = { code: VerdictCode; facts: Facts; line: string };

/** What is worth saying and is no diagnosis: it would go wrong one day, or somebody could misuse it. */
export type NoteCode =
  | "secret_seen"
  | "secret_in_clear"
  | "secret_in_address"
  | "token_in_clear"
  | "verification_off"
  | "obsolete_header"
  | "plain_http"
  | "tls_good"
  | "nothing_wrong";
export type Note = { code: NoteCode; line: string };

/** What one reader found. */
export type Found = { kinds: Kind[]; findings: Finding[]; notes: Note[] };

export const nothing: Found = { kinds: [], findings: [], notes: [] };

/** The addresses that are right here, from the configuration. */
export type Addresses = { tokenUrl: string; sellerApiUrl: string; issuer: string };

const order = Object.keys(verdicts);
const rank = (code: VerdictCode) =>
  (code.startsWith("ok") || code === "unknown" ? 900 : 0) + order.indexOf(code);

/** All of it as one: each diagnosis once, the more specific one first; good news and `unknown` only where alone. */
export function merge(found: Found[]): Found {
  const byCode = new Map<VerdictCode, Finding>();
  for (const finding of found.flatMap(({ findings }) => findings)) {
    const known = byCode.get(finding.code);
    byCode.set(finding.code, {
      code: finding.code,
      facts: { ...finding.facts, ...known?.facts },
      line: known?.line || finding.line,
    });
  }
  const sorted = [...byCode.values()].sort((a, b) => rank(a.code) - rank(b.code));
  const wrong = sorted.filter(({ code }) => rank(code) < 900);
  const notes = new Map(found.flatMap((one) => one.notes).map((note) => [note.code, note] as const));
  return {
    kinds: [...new Set(found.flatMap(({ kinds }) => kinds))],
    findings: wrong.length > 0 ? wrong : sorted,
    notes: [...notes.values()].filter(({ code }) => code !== "nothing_wrong" || sorted.length === 0),
  };
}
