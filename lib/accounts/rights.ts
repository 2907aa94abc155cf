import type { OrganisationKind, Role } from "@/db/schema";

/** Who may do what: the only table of rights. An act without a row here does not compile. */
type Rule =
  /** Anybody with the page in front of them; the act itself asks for a token or password where it needs one. */
  | { who: "visitor" }
  /** The signed-in person, about their own account. With `stopped` also where all their organisations are suspended. */
  | { who: "person"; fresh?: true; stopped?: true }
  /** A member of an organisation of one of these kinds, in one of these roles; with `stopped` of a suspended one too. */
  | {
      who: "member";
      kinds: readonly OrganisationKind[];
      roles: readonly Role[];
      fresh?: true;
      stopped?: true;
    };

const clientOwners = ["seller", "partner", "aggregator", "operator"] as const;
/** Who has customers to be told about: a seller's own client has none. */
const endpointOwners = ["partner", "aggregator", "operator"] as const;
const editors = ["owner", "editor"] as const;
const everyKind = clientOwners;
const everyRole = ["owner", "editor", "viewer"] as const;
/** Whom the operator helps. */
const helped = ["seller", "partner", "aggregator"] as const;

export const rights = {
  "sign up": { who: "visitor" },
  "verify sign-up": { who: "visitor" },
  "sign in": { who: "visitor" },
  "ask for reset": { who: "visitor" },
  "reset password": { who: "visitor" },
  "sign out": { who: "person", stopped: true },
  /** Whoever found somebody's browser open must not lock them out of the others. */
  "end other sessions": { who: "person", fresh: true },
  "end session": { who: "person", fresh: true },
  /** The second step of signing in, and of confirming that it is still them. */
  "enter code": { who: "visitor" },
  "confirm by code": { who: "person" },
  /** The way back for whoever lost app and codes: password, letter, three days; each letter may stop it. */
  "ask for recovery": { who: "visitor" },
  "begin recovery": { who: "visitor" },
  "stop recovery": { who: "visitor" },
  "begin second factor": { who: "person", fresh: true },
  "confirm second factor": { who: "person", fresh: true },
  "end second factor": { who: "person", fresh: true },
  "change password": { who: "person" },
  "change language": { who: "person" },
  "show organisation": { who: "person" },
  "create client": { who: "member", kinds: clientOwners, roles: editors, fresh: true },
  /** Both at once: as strict as either. */
  "create linked client": { who: "member", kinds: ["seller"], roles: editors, fresh: true },
  "add secret": { who: "member", kinds: clientOwners, roles: editors, fresh: true },
  "give hand-over": { who: "member", kinds: clientOwners, roles: editors, fresh: true },
  "withdraw hand-over": { who: "member", kinds: clientOwners, roles: editors },
  /** The token of the hand-over is the proof; its receiver needs no account. */
  "show hand-over": { who: "visitor" },
  "retire secret": { who: "member", kinds: clientOwners, roles: editors },
  "suspend client": { who: "member", kinds: clientOwners, roles: editors },
  "resume client": { who: "member", kinds: clientOwners, roles: editors },
  "delete client": { who: "member", kinds: clientOwners, roles: editors, fresh: true },
  "link own client": { who: "member", kinds: ["seller"], roles: editors },
  "link client": { who: "member", kinds: ["seller"], roles: editors },
  /** Of somebody whom nobody has looked at yet. */
  "link unreviewed client": { who: "member", kinds: ["seller"], roles: editors, fresh: true },
  "undo link": { who: "member", kinds: ["seller"], roles: editors },
  "unlink client": { who: "member", kinds: ["seller"], roles: editors },
  /** Takes back an end that one made by mistake minutes ago. */
  "restore link": { who: "member", kinds: ["seller"], roles: editors },
  /** Takes back an end that was planned for a day to come. */
  "keep link": { who: "member", kinds: ["seller"], roles: editors },
  /** The client's side gives up the access it was given. */
  "unlink seller": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  "mint seller": { who: "member", kinds: ["seller"], roles: editors },
  "claim seller": { who: "member", kinds: ["seller"], roles: editors },
  "prove seller": { who: "member", kinds: ["seller"], roles: editors },
  "bind seller": { who: "member", kinds: ["operator"], roles: editors },
  /** Whether somebody comes in is for owners to say. */
  "decide claim": { who: "member", kinds: ["seller"], roles: ["owner"] },
  "ask for review": { who: "member", kinds: ["seller", "partner", "aggregator"], roles: editors },
  "decide review": { who: "member", kinds: ["operator"], roles: editors },
  "invite seller": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  "invite from file": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  "resend invitation": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  "withdraw invitation": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  "accept request": { who: "member", kinds: ["seller"], roles: editors },
  "decline invitation": { who: "member", kinds: ["seller"], roles: editors },
  "keep seller": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  "edit kept seller": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  "remove kept seller": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  /** One's own words about linked sellers, and acts on many of them at once. */
  "tag seller": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  "untag seller": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  "note seller": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  "save view": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  "remove view": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  "start bulk run": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  "stop bulk run": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  "undo bulk run": { who: "member", kinds: ["partner", "aggregator"], roles: editors },
  "add endpoint": { who: "member", kinds: endpointOwners, roles: editors },
  "remove endpoint": { who: "member", kinds: endpointOwners, roles: editors },
  "enable endpoint": { who: "member", kinds: endpointOwners, roles: editors },
  "test endpoint": { who: "member", kinds: endpointOwners, roles: editors },
  "replay delivery": { who: "member", kinds: endpointOwners, roles: editors },
  "switch portal API": { who: "member", kinds: endpointOwners, roles: editors },
  /** One's own entry in the directory. */
  "save listing": { who: "member", kinds: ["aggregator"], roles: editors },
  "submit listing": { who: "member", kinds: ["aggregator"], roles: editors },
  "take back listing": { who: "member", kinds: ["aggregator"], roles: editors },
  "unlist listing": { who: "member", kinds: ["aggregator"], roles: editors },
  "list again": { who: "member", kinds: ["aggregator"], roles: editors },
  /** Entries of the directory, and the two persons behind a protected name. */
  "decide listing": { who: "member", kinds: ["operator"], roles: editors },
  /** That a domain is the organisation's own: by a mailed code, one's own address there, or a DNS record. */
  "ask for domain code": { who: "member", kinds: ["aggregator"], roles: editors },
  "prove domain": { who: "member", kinds: ["aggregator"], roles: editors },
  "use own domain": { who: "member", kinds: ["aggregator"], roles: editors },
  "check domain record": { who: "member", kinds: ["aggregator"], roles: editors },
  "propose name": { who: "member", kinds: ["operator"], roles: editors },
  "confirm name": { who: "member", kinds: ["operator"], roles: editors },
  "withdraw name": { who: "member", kinds: ["operator"], roles: editors },
  /** What the operator sends again: one letter, one message, or all that was given up lately. */
  "retry letter": { who: "member", kinds: ["operator"], roles: editors },
  "retry delivery": { who: "member", kinds: ["operator"], roles: editors },
  "retry failed": { who: "member", kinds: ["operator"], roles: editors },
  /** Who hears of what, and how: each for themselves. */
  "choose notices": { who: "person" },
  /** One's own data to take along, and the ways out for good. */
  "export data": { who: "person", fresh: true },
  "delete account": { who: "person", fresh: true },
  "delete organisation": { who: "member", kinds: helped, roles: ["owner"], fresh: true },
  /** Help: every member may ask and answer for their organisation, whoever only looks too. */
  "open ticket": { who: "member", kinds: helped, roles: everyRole, stopped: true },
  "answer ticket": { who: "member", kinds: helped, roles: everyRole, stopped: true },
  "solve ticket": { who: "member", kinds: helped, roles: everyRole, stopped: true },
  "take ticket": { who: "member", kinds: ["operator"], roles: editors },
  "reply to ticket": { who: "member", kinds: ["operator"], roles: editors },
  "close ticket": { who: "member", kinds: ["operator"], roles: editors },
  "note ticket": { who: "member", kinds: ["operator"], roles: editors },
  /** Who comes into a team and as what is for its owners to say; everybody may go. */
  "invite member": { who: "member", kinds: everyKind, roles: ["owner"] },
  "resend member invitation": { who: "member", kinds: everyKind, roles: ["owner"] },
  "withdraw member invitation": { who: "member", kinds: everyKind, roles: ["owner"] },
  "change role": { who: "member", kinds: everyKind, roles: ["owner"] },
  "remove member": { who: "member", kinds: everyKind, roles: ["owner"] },
  "leave organisation": { who: "member", kinds: everyKind, roles: everyRole },
  "offer ownership": { who: "member", kinds: everyKind, roles: ["owner"], fresh: true },
  "withdraw ownership": { who: "member", kinds: everyKind, roles: ["owner"] },
  "accept ownership": { who: "member", kinds: everyKind, roles: everyRole, fresh: true },
  "decline ownership": { who: "member", kinds: everyKind, roles: everyRole },
  /** The mailed token is the proof, and the address it went to. */
  "join organisation": { who: "person" },
  "join as newcomer": { who: "visitor" },
  "join with password": { who: "visitor" },
  /** What the marketplace's staff do about others, each with a reason that those are told. */
  "suspend any client": { who: "member", kinds: ["operator"], roles: editors },
  "resume any client": { who: "member", kinds: ["operator"], roles: editors },
  "suspend organisation": { who: "member", kinds: ["operator"], roles: editors },
  "resume organisation": { who: "member", kinds: ["operator"], roles: editors },
  "end any link": { who: "member", kinds: ["operator"], roles: editors },
  "link for others": { who: "member", kinds: ["operator"], roles: editors },
  "create client for others": { who: "member", kinds: ["operator"], roles: editors },
  "create seller for others": { who: "member", kinds: ["operator"], roles: editors },
  /** Of somebody who lost it, and the recovery codes too. */
  "remove second factor": { who: "member", kinds: ["operator"], roles: editors, fresh: true },
  /** Of somebody whose browser, or whose password, is in other hands. */
  "sign out for others": { who: "member", kinds: ["operator"], roles: editors },
  "add staff note": { who: "member", kinds: ["operator"], roles: editors },
  /** Which areas of the API the guide shows for a client. */
  "choose areas": { who: "member", kinds: clientOwners, roles: editors },
  "run first call": { who: "person" },
  /** A link by which anybody may read a report without what only members know. */
  "share report": { who: "member", kinds: everyKind, roles: editors },
  "end report share": { who: "member", kinds: everyKind, roles: editors },
  /** A colleague is shown what every member may see. */
  "send report": { who: "member", kinds: everyKind, roles: everyRole },
  "run starter call": { who: "visitor" },
  /** Whatever somebody pasted is looked into; members hear of their own clients, too. */
  "read paste": { who: "member", kinds: everyKind, roles: everyRole },
  "read paste as visitor": { who: "visitor" },
} as const satisfies Record<string, Rule>;

export type Right = keyof typeof rights;
/** The rule of a right, widened for reading. */
export const ruleOf = (right: Right): Rule => rights[right];

/** Whether somebody whose organisations are suspended may still do this. */
export function isOpenToStopped(right: Right) {
  const rule = ruleOf(right);
  return rule.who !== "visitor" && rule.stopped === true;
}

/** The acts that no organisation stands behind: of visitors, and of people about themselves. */
export const personalRights: Right[] = (Object.keys(rights) as Right[]).filter(
  (right) => ruleOf(right).who !== "member",
);
