import type { EventType } from "@/lib/audit/record-event";
import type { Overlap } from "@/lib/clients/input";
import { day } from "../../_time";

type Data = Record<string, string | number | null>;

/** The clients of an organisation, one by one. */
export const clients = {
  title: "Clients",
  lead: "Each client is one clientId with up to two secrets.",
  create: "Create a client",
  empty: {
    title: "No client yet",
    body: "A client is how your tool signs in to the API. Making one takes a minute.",
  },
  columns: {
    clientId: "clientId",
    status: "Status",
    secrets: "Live secrets",
    links: "Linked sellers",
    lastToken: "Last token",
    since: "Since",
  },
  status: { active: "Active", suspended: "Suspended", deleted: "Deleted", noSecret: "No secret" },
  never: "never",
  done: {
    retired: "The secret is retired.",
    suspended: "The client is suspended. It gets no tokens until you resume it.",
    resumed: "The client works again.",
    linked: "The seller account is linked.",
    review: "Your request is with the marketplace's team.",
    deleted: "The client is deleted. Its clientId is never given to anybody again.",
  } as Record<string, string>,
  made: (when: string) =>
    `The secret made at ${when} was shown once and is gone from here. If it was not stored, make a new one below.`,
  tokenUrl: "Token address",
  apiUrl: "API address",
  contactEmail: "E-mail",
  purpose: "Purpose",
  test: "Make a first call",
  secrets: {
    title: "Secrets",
    lead: "At most two work at a time, so that a new one can be put in place before the old one ends.",
    none: "No secret works. Make a new one and the client is back.",
    hint: (hint: string) => `ends in ${hint}`,
    columns: { secret: "Secret", made: "Made", used: "Last used", state: "State", act: "Retire" },
    live: "Works",
    until: (when: string) => `Works until ${when}`,
    retired: (when: string) => `Retired ${when}`,
    lapsed: (when: string) => `Ended ${when}`,
    by: (name: string) => `by ${name}`,
    retire: "Retire now",
    cut: "Also end the tokens it already gave",
    retireHint: "A retired secret stops working at once and cannot come back.",
  },
  add: {
    title: "Make a new secret",
    lost: "Lost it, or is it time? Make a new one; it is shown once.",
    overlap: "How long should the old one still work?",
    overlaps: {
      "0": "Not at all: it ends now",
      "1h": "One hour",
      "24h": "One day",
      "7d": "Seven days",
      "30d": "Thirty days",
    } satisfies Record<Overlap, string>,
    label: "Label (optional)",
    labelHint: "For your own list, for example where it is used.",
    submit: "Make a new secret",
    full: "Two secrets work already. Retire one first.",
  },
  links: {
    none: "This client is linked to no seller account.",
    add: "Link another seller account",
    addSubmit: "Link",
  },
  suspend: {
    title: "Suspend",
    body: "A suspended client gets no tokens, and those it holds stop working within a second. Secrets and links stay.",
    submit: "Suspend this client",
    resumeTitle: "Resume",
    resumeBody: "It works again with the secrets and links it had.",
    resumeSubmit: "Resume this client",
  },
  remove: {
    title: "Delete",
    open: "Delete this client",
    body: (links: number) =>
      links === 0
        ? "Its secrets and tokens stop working at once. The clientId is never free again."
        : `Its secrets and tokens stop working at once, and ${links === 1 ? "1 linked seller account stops" : `${links} linked seller accounts stop`} at the same moment. The clientId is never free again.`,
    typed: (clientId: string) => `Type ${clientId} to confirm`,
    endLinks: "End its open links as well",
    submit: "Delete for good",
  },
  viewerHint: "You can look, but not change anything here: your role is viewer.",
  activity: {
    title: "Activity",
    columns: { what: "What", who: "By", when: "When" },
    events: {
      "person.signed_up": () => "Signed up",
      "person.language_changed": () => "Language changed",
      "person.password_changed": () => "Password changed",
      "organisation.created": () => "Organisation created",
      "seller.created": () => "Seller account created",
      "seller.claimed": () => "Seller account added by a mailed code",
      "seller.bound": () => "Seller account bound by the operator",
      "claim.asked": () => "Somebody asked to see a seller account",
      "claim.accepted": () => "Request to see a seller account accepted",
      "claim.declined": () => "Request to see a seller account declined",
      "client.created": () => "Client created",
      "client.suspended": () => "Suspended",
      "client.resumed": () => "Resumed",
      "client.deleted": () => "Deleted",
      "secret.added": (data: Data) => `Secret made, ends in ${data.hint}`,
      "secret.retired": (data: Data) =>
        data.cut
          ? `Secret retired, ends in ${data.hint}; its tokens were ended too`
          : `Secret retired, ends in ${data.hint}`,
      "review.requested": () => "Review asked for",
      "review.decided": (data: Data): string =>
        data.decision === "approve" ? "Reviewed" : "Review: not approved",
      "hand_over.given": (data: Data) => (data.label ? `Hand-over given: ${data.label}` : "Hand-over given"),
      "hand_over.withdrawn": () => "Hand-over withdrawn",
      "hand_over.opened": (data: Data) =>
        data.label ? `Hand-over opened: ${data.label}` : "Hand-over opened",
      "hand_over.closed": () => "Hand-over closed after five wrong phrases",
      "invitation.created": () => "Invitation made",
      "invitation.resent": () => "Invitation sent again, with a new link",
      "invitation.withdrawn": () => "Invitation withdrawn",
      "invitation.declined": () => "Invitation declined",
      "invitation.accepted": () => "Invitation accepted",
      "kept_seller.added": () => "Kept seller added",
      "kept_seller.changed": () => "Kept seller changed",
      "kept_seller.removed": () => "Kept seller removed",
      "endpoint.added": () => "Endpoint added",
      "endpoint.removed": () => "Endpoint removed",
      "endpoint.enabled": () => "Endpoint switched on again",
      "endpoint.disabled": () => "Endpoint switched off: its server answered 410",
      "endpoint.tested": () => "Test message sent",
      "delivery.replayed": () => "Message sent again",
      "portal_api.on": () => "Portal API switched on",
      "portal_api.off": () => "Portal API switched off",
      "link.created": () => "Linked",
      "link.end_planned": (data: Data) => `Link will end on ${day(String(data.endsAt), "en")}`,
      "link.end_cancelled": () => "The planned end was taken back",
      "link.expiring": (data: Data) => `Reminder: the link ends on ${day(String(data.endsAt), "en")}`,
      "secret.expiring": (data: Data) =>
        `Reminder: the secret that ends in ${data.hint} works until ${day(String(data.endsAt), "en")}`,
      "link.ended": () => "Link ended",
    } satisfies Record<EventType, (data: Data) => string>,
    seller: (sellerId: number) => `SellerId ${sellerId}`,
  },
};
