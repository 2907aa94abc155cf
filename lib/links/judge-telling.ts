import type { ToldBy } from "@/db/schema";

/** A row of `chain_facts`. */
export type ChainFactsRow = {
  client_id: string;
  client_organisation_name: string;
  listed_name: string | null;
  client_created_at: string;
  suspended_at: string | null;
  deleted_at: string | null;
  secret_created_at: string | null;
  first_token_at: string | null;
  has_endpoint: boolean;
  tries: number | null;
  last_tried_at: string | null;
  last_status: number | null;
  last_fault: string | null;
  answered_at: string | null;
  failed_at: string | null;
  next_try_at: string | null;
  mailed_at: string | null;
};

/** How far the news of a link has come to the client's side. */
export type TellingView =
  /** A client of one's own: there is nobody else to tell. */
  | { how: "own" }
  /** Their server answered. */
  | { how: "answered"; at: Date; status: number }
  /** Their program asked for it by itself, before any server of theirs answered. */
  | { how: "asked"; at: Date }
  | { how: "mailed"; at: Date }
  /** Their server is to be told, and was not tried yet. */
  | { how: "sending" }
  | { how: "retrying"; at: Date; status: number | null; nextTryAt: Date | null }
  | { how: "given_up"; at: Date }
  /** They have no server to tell; the letter has not left yet. */
  | { how: "letter_waiting" };

/** Judges what is known about the telling. */
export function judgeTelling(facts: ChainFactsRow, toldAt: Date | null, toldBy: ToldBy | null): TellingView {
  if (toldBy === "own") return { how: "own" };
  const answeredAt = date(facts.answered_at);
  if (answeredAt) return { how: "answered", at: answeredAt, status: facts.last_status ?? 200 };
  if (toldAt) {
    if (toldBy === "webhook") return { how: "answered", at: toldAt, status: 200 };
    return { how: toldBy === "api" ? "asked" : "mailed", at: toldAt };
  }
  if (!facts.has_endpoint) {
    const mailedAt = date(facts.mailed_at);
    return mailedAt ? { how: "mailed", at: mailedAt } : { how: "letter_waiting" };
  }
  const failedAt = date(facts.failed_at);
  if (failedAt) return { how: "given_up", at: failedAt };
  const at = date(facts.last_tried_at);
  if (!at) return { how: "sending" };
  return { how: "retrying", at, status: facts.last_status, nextTryAt: date(facts.next_try_at) };
}

const date = (value: string | null) => (value ? new Date(value) : null);
