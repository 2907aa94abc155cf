import type { NoticeChoice, OrganisationKind } from "@/db/schema";

/** One kind of thing that letters tell of, and how a person may want to hear of it. */
type Notice = {
  /** The letters that tell of it. Each letter belongs here once, or below. */
  kinds: readonly string[];
  /** Members of what may get such letters; nobody else is asked about them. */
  concerns: readonly OrganisationKind[];
  choices: readonly [NoticeChoice, ...NoticeChoice[]];
  /** Where a line of a digest leads, where the letter's own link works once and must stay in it alone. */
  opens?: string;
};

const clientOwners = ["partner", "aggregator"] as const;
const everybody = ["seller", "partner", "aggregator"] as const;
const anyWay = ["mail", "digest", "off"] as const;

/** Every notice, in the order in which people are asked. A letter of a new kind needs its place here or below. */
export const notices = {
  /** It may be what tells a client's side of its links, so it can wait for a digest but not be left out. */
  newLinks: { kinds: ["link-created", "links-digest"], concerns: clientOwners, choices: ["mail", "digest"] },
  endedLinks: { kinds: ["link-ended"], concerns: clientOwners, choices: anyWay },
  invitations: { kinds: ["invitation-declined"], concerns: clientOwners, choices: anyWay },
  requests: { kinds: ["invitation", "request"], concerns: ["seller"], choices: anyWay, opens: "/seller" },
  reminders: { kinds: ["link-reminder"], concerns: ["seller"], choices: anyWay },
  expiring: { kinds: ["links-expiring", "secrets-expiring"], concerns: everybody, choices: anyWay },
  endpoints: { kinds: ["endpoint-disabled"], concerns: clientOwners, choices: anyWay },
  reviews: { kinds: ["review-decided"], concerns: everybody, choices: anyWay },
  listings: { kinds: ["listing-decided", "name-permit"], concerns: ["aggregator"], choices: anyWay },
  tickets: { kinds: ["ticket-answered"], concerns: everybody, choices: anyWay },
  reports: { kinds: ["report-sent"], concerns: everybody, choices: anyWay },
} as const satisfies Record<string, Notice>;

/** Letters that always come, by what they keep safe. No choice is ever looked up for them. */
export const alwaysKinds = {
  account: [
    "verify",
    "known-address",
    "reset",
    "password-changed",
    "second-factor-set",
    "second-factor-ended",
    "second-factor-removed",
    "recovery-code-used",
    "recovery-asked",
    "recovery-refused",
    "recovery-begun",
    "recovery-runs",
    "recovery-ready",
    "recovery-stopped",
    "recovery-done",
    "sessions-ended",
    "signed-out",
    "guessed",
    "account-deleted",
    "organisation-deleted",
  ],
  access: [
    "claim-code",
    "claim-asked",
    "claim-accepted",
    "claim-declined",
    "seller-bound",
    "seller-linked",
    "seller-unlinked",
    "owners-digest",
  ],
  code: ["domain-code"],
  client: [
    "client-created",
    "client-secret-added",
    "client-suspended",
    "client-deleted",
    "hand-over-opened",
    "hand-over-closed",
  ],
  team: [
    "team-invitation",
    "team-invitations-ended",
    "member-joined",
    "member-removed",
    "member-gone",
    "role-changed",
  ],
  ownership: ["ownership-offered", "ownership-accepted", "ownership-declined", "ownership-withdrawn"],
  operator: [
    "organisation-suspended",
    "organisation-resumed",
    "listing-suspended",
    "client-created-by-operator",
    "client-suspended-by-operator",
    "client-resumed-by-operator",
    "seller-created-by-operator",
  ],
} as const;

/** Digests themselves: how often they come, or not at all, is chosen where they are ordered. */
export const digestKinds = ["notices-digest", "desk-digest", "clients-digest"] as const;

export type NoticeName = keyof typeof notices;
export const noticeNames = Object.keys(notices) as NoticeName[];
export type AlwaysGroup = keyof typeof alwaysKinds;
/** Every kind of letter. One that stands nowhere above does not compile. */
export type LetterKind =
  | (typeof notices)[NoticeName]["kinds"][number]
  | (typeof alwaysKinds)[AlwaysGroup][number]
  | (typeof digestKinds)[number];

/** The notice by its name, widened for reading. */
export const noticeOf = (name: NoticeName): Notice => notices[name];

/** The notice that a letter belongs to; null for those that always come and for digests. */
export function findNotice(kind: LetterKind): NoticeName | null {
  return noticeNames.find((name) => noticeOf(name).kinds.includes(kind)) ?? null;
}

/** Why a letter always comes; null for all others. */
export function findAlwaysGroup(kind: LetterKind): AlwaysGroup | null {
  const groups = Object.entries(alwaysKinds) as [AlwaysGroup, readonly string[]][];
  return groups.find(([, kinds]) => kinds.includes(kind))?.[0] ?? null;
}

/** What members of such organisations are asked about. */
export function noticesFor(kinds: OrganisationKind[]): NoticeName[] {
  return noticeNames.filter((name) => noticeOf(name).concerns.some((kind) => kinds.includes(kind)));
}
