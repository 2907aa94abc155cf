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
  "show organisation": { who: "person" },
  "create client": { who: "member", kinds: clientOwners, roles: editors, fresh: true },
  "add secret": { who: "member", kinds: clientOwners, roles: editors, fresh: true },
  "retire secret": { who: "member", kinds: clientOwners, roles: editors },
  "suspend client": { who: "member", kinds: clientOwners, roles: editors },
  "resume client": { who: "member", kinds: clientOwners, roles: editors },
  "delete client": { who: "member", kinds: clientOwners, roles: editors, fresh: true },
  "link client": { who: "member", kinds: ["seller"], roles: editors },
  "unlink client": { who: "member", kinds: ["seller"], roles: editors },
  "run first call": { who: "person" },
  "run starter call": { who: "visitor" },
} as const satisfies Record<string, Rule>;

export type Right = keyof typeof rights;
/** The rule of a right, widened for reading. */
export const ruleOf = (right: Right): Rule => rights[right];
