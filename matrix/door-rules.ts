import type { OrganisationKind } from "@/db/schema";
import type { Right } from "@/lib/accounts/rights";

/** Who may stand behind a door that is only looked through; what is changed there has its own right. */
export type Rule = {
  who: "everybody" | "members" | "operators" | "machines";
  /** What the address names, by its place in it. */
  names?: Record<string, string>;
  /** Nothing that a company has: its name alone is the right to see it. */
  isOpen?: true;
  /** For companies of the kinds that this right is for; for others there is no such page. */
  only?: Right;
  /** The acts that the page is for: whoever may do none reads that, and whoever may finds the form of one. */
  acts?: Right[];
  /** Where the page says that it is not for a kind that the right would allow. */
  not?: OrganisationKind;
  /** Whoever is signed out is not told that there is something. */
  isHidden?: true;
  /** The operator's staff see what anybody has. */
  andOperators?: true;
  /** What the address needs besides. */
  query?: string;
  /** Where somebody comes back to who had to sign in. */
  next?: string;
  /** What is answered instead of a page: to members, to those of a suspended company, or to whoever is signed out. */
  answers?: { members?: string; stopped?: string; others?: string; missing?: string };
};

const open: Rule = { who: "everybody" };
const members: Rule = { who: "members" };
const desk: Rule = { who: "operators" };
const named = (name: string, thing: string): Rule => ({ ...open, isOpen: true, names: { [name]: thing } });
const owned = (names: Record<string, string>, more: Partial<Rule> = {}): Rule => ({
  ...members,
  names,
  ...more,
});
const looked = (name: string, thing: string): Rule => ({ ...desk, names: { [name]: thing } });

/** Every page and route handler: who sees it, and whose things it shows. */
export const doorRules: Record<string, Rule> = {
  "/": open,
  "/start": open,
  "/seller": open,
  "/partner": open,
  "/aggregator": open,
  "/choose-aggregator": open,
  "/api-credentials": open,
  "/user-guides/api-credentials": open,
  "/icon.svg": open,
  "/privacy": open,
  "/.well-known/security.txt": open,
  "/sign-up": open,
  "/sign-in": { ...open, answers: { members: "moved to the door" } },
  "/sign-in/code": open,
  "/reset": open,
  "/verify/[token]": named("token", "verify"),
  "/reset/[token]": named("token", "reset"),
  "/recover/[token]": named("token", "recovery"),
  "/recover/[token]/stop": named("token", "recoveryStop"),
  "/join/[token]": named("token", "join"),
  "/i/[token]": { ...named("token", "invitation"), acts: ["decline invitation"] },
  "/hand-over/[token]": named("token", "handOver"),
  "/logos/[hash]": named("hash", "logo"),
  "/first-call": open,
  "/first-call/[id]": owned({ id: "firstCall" }, { isHidden: true }),
  "/first-call/shared/[token]": named("token", "sharedReport"),
  "/first-call/run": { ...open, answers: { members: "405", others: "405" } },
  "/tools/paste": open,
  "/tools/collections": open,
  "/tools/collections/[file]": named("file", "file"),
  "/guide": open,
  "/guide/api": open,
  "/guide/areas": open,
  "/guide/areas/[area]": named("area", "area"),
  "/guide/best-practices": open,
  "/guide/errors": open,
  "/guide/errors/[code]": named("code", "errorCode"),
  "/guide/glossary": open,
  "/guide/reference": open,
  "/guide/reference/[operation]": named("operation", "operation"),
  "/guide/reference/openapi.json": open,

  "/account": members,
  "/account/second-factor": members,
  "/account/export": { ...members, answers: { members: "405", others: "405" } },
  "/team": members,
  "/links": members,
  "/links/[id]": owned({ id: "sellerLink" }),
  "/clients": members,
  "/clients/[id]": owned({ id: "client" }),
  "/clients/[id]/links.csv": owned({ id: "client" }),
  "/clients/[id]/links/[linkId]": owned({ id: "client", linkId: "clientLink" }),
  "/clients/[id]/deliveries": owned({ id: "client" }, { only: "replay delivery" }),
  "/clients/[id]/bulk": owned({ id: "client" }, { only: "start bulk run" }),
  "/clients/[id]/bulk/[bulkId]": owned({ id: "client", bulkId: "bulkRun" }, { only: "start bulk run" }),
  "/clients/[id]/help-page": owned({ id: "client" }, { only: "invite seller" }),
  "/clients/[id]/help-page/guide.html": owned({ id: "client" }, { only: "invite seller" }),
  "/clients/[id]/help-page/qr.svg": owned({ id: "client" }, { only: "invite seller" }),
  "/new-client": {
    ...members,
    acts: ["create client", "create linked client"],
    not: "operator",
    query: "as={kind}",
  },
  "/link-client": { ...members, acts: ["link unreviewed client"], query: "as=partner&clientId={clientId}" },
  "/invitations": { ...members, acts: ["invite seller"] },
  "/kept-sellers": { ...members, acts: ["keep seller"] },
  "/kept-sellers/kept-sellers.csv": { ...members, only: "keep seller", next: "/kept-sellers" },
  "/listing": { ...members, acts: ["save listing", "take back listing"] },
  // Whose company is suspended reads why, above the form that asks.
  "/help": { ...members, acts: ["open ticket"], answers: { stopped: "not allowed" } },
  "/help/[id]": owned({ id: "ticket" }, { answers: { stopped: "nothing" } }),
  "/help/[id]/files/[fileId]": owned(
    { id: "ticket", fileId: "attachment" },
    { andOperators: true, answers: { stopped: "nothing" } },
  ),

  "/operator": desk,
  "/operator/events": desk,
  "/operator/events/events.csv": desk,
  "/operator/jobs": desk,
  "/operator/listings": desk,
  "/operator/listings/[id]": looked("id", "submission"),
  "/operator/lookup": desk,
  "/operator/lookup/calls/[id]": looked("id", "firstCall"),
  "/operator/lookup/clients/[id]": looked("id", "client"),
  "/operator/lookup/links/[id]": looked("id", "clientLink"),
  "/operator/lookup/organisations/[id]": looked("id", "organisation"),
  "/operator/lookup/sellers/[sellerId]": looked("sellerId", "sellerAccount"),
  "/operator/names": desk,
  "/operator/reviews": desk,
  "/operator/sellers": desk,
  "/operator/tickets": desk,
  "/operator/tickets/[id]": looked("id", "ticket"),

  "/api/health": open,
  "/api/ready": open,
  "/api/client-ids": { ...members, answers: { others: "401" } },
  "/api/auth/[...nextauth]": {
    ...open,
    isOpen: true,
    names: { "...nextauth": "nextauth" },
    answers: { missing: "400" },
  },
  "/api/v1/[[...path]]": { who: "machines" },
  "/dev/mailbox": open,
};
