import { type Found, nothing } from "./finding";
import { looksLikeHint, looksLikeSecret } from "./looks";

/** A secret of ours that was pasted. It is told to nobody again. */
export type SecretSeen = { raw: string; environment: "test" | "live"; isWhole: boolean };

const most = 10;

/** The secrets of ours in a text, at most ten, each once. */
export function findSecrets(text: string): SecretSeen[] {
  const seen = new Map<string, SecretSeen>();
  for (const [raw, environment] of text.matchAll(/mps_(test|live)_[0-9A-Za-z]{6,200}/g)) {
    const isWhole = looksLikeSecret(raw) === "whole";
    seen.set(raw, { raw, environment: environment as "test" | "live", isWhole });
    if (seen.size === most) break;
  }
  return [...seen.values()];
}

/** A secret is worth a warning, a damaged one is the cause, and what lists show of one is none. */
export function readSecrets(text: string): Found {
  if (looksLikeHint(text.trim()))
    return {
      kinds: ["secret"],
      findings: [{ code: "token.secret_is_fingerprint", facts: {}, line: "" }],
      notes: [],
    };
  const secrets = findSecrets(text);
  if (secrets.length === 0) return nothing;
  const damaged = secrets.some(({ isWhole }) => !isWhole);
  const findings = damaged
    ? [{ code: "token.secret_wrong" as const, facts: { secretLooks: "damaged" }, line: "" }]
    : [];
  return { kinds: ["secret"], findings, notes: [{ code: "secret_seen", line: "" }] };
}
