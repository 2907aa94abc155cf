/** The six lamps from client to first real call, in their order. */
export const lampNames = ["client", "secret", "link", "told", "token", "call"] as const;
export type LampName = (typeof lampNames)[number];

/** Why a lamp is not lit; the sentences live in `app/_text`. */
export type DarkReason =
  | "no_client"
  | "client_suspended"
  | "client_deleted"
  | "no_live_secret"
  | "no_link"
  | "link_ended"
  | "not_told"
  | "no_token"
  | "no_call"
  | "earlier_lamp";

/** One lamp: lit by a fact with its time; dark, with something to do now; or waiting for an earlier one. */
export type Lamp = {
  lamp: LampName;
  state: "lit" | "dark" | "waiting";
  at: Date | null;
  why: DarkReason | null;
};

/** What the database says about one client and one seller account. */
export type ChainFacts = {
  clientCreatedAt: Date | null;
  suspendedAt: Date | null;
  deletedAt: Date | null;
  secretCreatedAt: Date | null;
  linkOpen: boolean;
  linkCreatedAt: Date | null;
  toldAt: Date | null;
  firstTokenAt: Date | null;
  firstCallAt: Date | null;
};

/** Judges the facts. The first unlit lamp is dark and somebody's to light; those behind it wait. */
export function judgeChain(facts: ChainFacts): Lamp[] {
  const working = facts.clientCreatedAt && !facts.suspendedAt && !facts.deletedAt;
  const clientWhy = facts.deletedAt ? "client_deleted" : facts.suspendedAt ? "client_suspended" : "no_client";
  const rows: [LampName, Date | null, DarkReason][] = [
    ["client", working ? facts.clientCreatedAt : null, clientWhy],
    ["secret", facts.secretCreatedAt, "no_live_secret"],
    ["link", facts.linkOpen ? facts.linkCreatedAt : null, facts.linkCreatedAt ? "link_ended" : "no_link"],
    ["told", facts.linkOpen ? facts.toldAt : null, "not_told"],
    ["token", facts.firstTokenAt, "no_token"],
    ["call", facts.linkOpen ? facts.firstCallAt : null, "no_call"],
  ];
  let earlierDark = false;
  return rows.map(([lamp, at, why]) => {
    if (at) return { lamp, state: "lit", at, why: null };
    const state = earlierDark ? "waiting" : "dark";
    const reason = earlierDark && lamp !== "secret" && lamp !== "token" ? "earlier_lamp" : why;
    earlierDark = true;
    return { lamp, state, at: null, why: reason };
  });
}
