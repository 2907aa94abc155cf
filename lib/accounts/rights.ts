import type { OrganisationKind, Role } from "@/db/schema";

/** Who may do what: the only table of rights. An act without a row here does not compile. */
type Rule =
  /** Anybody with the page in front of them; the act itself asks for a token or password where it needs one. */
  | { who: "visitor" }
  /** The signed-in person, about their own account. */
  | { who: "person"; fresh?: true }
  /** A member of an organisation of one of these kinds, in one of these roles. */
  | { who: "member"; kinds: readonly OrganisationKind[]; roles: readonly Role[]; fresh?: true };

const clientOwners = ["seller", "partner", "aggregator", "operator"] as const;
/** Who has customers to be told about: a seller's own client has none. */
const endpointOwners = ["partner", "aggregator", "operator"] as const;
const editors = ["owner", "editor"] as const;

export const rights = {
  "sign up": { who: "visitor" },
  "verify sign-up": { who: "visitor" },
  "sign in": { who: "visitor" },
  "ask for reset": { who: "visitor" },
  "reset password": { who: "visitor" },
  "sign out": { who: "person" },
  "end other sessions": { who: "person" },
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
  "add endpoint": { who: "member", kinds: endpointOwners, roles: editors },
  "remove endpoint": { who: "member", kinds: endpointOwners, roles: editors },
  "enable endpoint": { who: "member", kinds: endpointOwners, roles: editors },
  "test endpoint": { who: "member", kinds: endpointOwners, roles: editors },
  "replay delivery": { who: "member", kinds: endpointOwners, roles: editors },
  "switch portal API": { who: "member", kinds: endpointOwners, roles: editors },
  "run first call": { who: "person" },
  "run starter call": { who: "visitor" },
} as const satisfies Record<string, Rule>;

export type Right = keyof typeof rights;
/** The rule of a right, widened for reading. */
export const ruleOf = (right: Right): Rule => rights[right];
