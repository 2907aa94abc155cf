import type { EventType } from "@/lib/audit/record-event";
import type { Overlap } from "@/lib/clients/input";
import { day } from "../../_time";
import { accounts } from "./accounts";

type Data = Record<string, string | number | null>;
const roles: Record<string, string> = accounts.account.roles;

/** What the marketplace's team looked at. */
const looks: Record<string, string> & { search: string } = {
  organisation: "The marketplace's team looked at this organisation",
  client: "The marketplace's team looked at this client",
  seller: "The marketplace's team looked at this seller account",
  link: "The marketplace's team looked at this link",
  first_call: "The marketplace's team looked at the report of a first call",
  search: "The marketplace's team looked something up",
};

/** An act on many sellers, in short. */
const bulkActs: Record<string, string> = {
  tag: "Tag put on",
  untag: "Tag taken off",
  remind: "Reminders",
  unlink: "End of access",
  move: "Move to another client",
  withdraw: "Requests taken back",
};

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
    stoppedTitle: "Suspended by the marketplace",
    stopped: (when: string) =>
      `The marketplace's team suspended this client at ${when}. It gets no tokens; its secrets and links stay. Only the marketplace's team can resume it.`,
    stoppedReason: (reason: string) => `The marketplace's team says: ${reason}`,
    ask: "Ask about it",
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
      "person.sessions_ended": () => "Signed out in other browsers",
      "person.signed_out": (data: Data) => `${data.name} signed out everywhere by the marketplace's team`,
      "person.second_factor_begun": () => "Key for a second factor made",
      "person.second_factor_set": (data: Data): string =>
        data.replaced ? "Second factor replaced" : "Second factor set up",
      "person.second_factor_ended": () => "Second factor turned off",
      "person.second_factor_removed": (data: Data) =>
        `Second factor of ${data.name} removed by the marketplace's team`,
      "person.recovery_code_used": (data: Data) => `Recovery code used, ${data.left} left`,
      "person.recovery_asked": () => "Second factor and recovery codes said to be lost",
      "person.recovery_begun": () => "Wait of 72 hours begun to turn the second factor off",
      "person.recovery_stopped": () => "Wait to turn the second factor off stopped",
      "person.recovery_done": () => "Second factor turned off after a wait",
      "organisation.created": () => "Organisation created",
      "organisation.suspended": () => "Organisation suspended by the marketplace's team",
      "organisation.resumed": () => "Organisation resumed by the marketplace's team",
      "lookup.made": (data: Data): string => looks[String(data.kind)] ?? looks.search,
      "note.added": () => "Internal note written",
      "seller.created": (data: Data): string =>
        data.by === "operator"
          ? "Seller account created by the marketplace's team"
          : "Seller account created",
      "seller.claimed": () => "Seller account added by a mailed code",
      "seller.bound": () => "Seller account bound by the operator",
      "claim.asked": () => "Somebody asked to see a seller account",
      "claim.accepted": () => "Request to see a seller account accepted",
      "claim.declined": () => "Request to see a seller account declined",
      "client.created": (data: Data): string =>
        data.by === "operator" ? "Client created by the marketplace's team" : "Client created",
      "client.suspended": (data: Data): string =>
        data.by === "operator" ? "Suspended by the marketplace's team" : "Suspended",
      "client.resumed": (data: Data): string =>
        data.by === "operator" ? "Resumed by the marketplace's team" : "Resumed",
      "client.deleted": () => "Deleted",
      "secret.added": (data: Data) => `Secret made, ends in ${data.hint}`,
      "secret.retired": (data: Data) =>
        data.cut
          ? `Secret retired, ends in ${data.hint}; its tokens were ended too`
          : `Secret retired, ends in ${data.hint}`,
      "review.requested": () => "Review asked for",
      "review.decided": (data: Data): string =>
        data.decision === "approve" ? "Reviewed" : "Review: not approved",
      "listing.draft_dropped": () => "Draft of the listing thrown away",
      "listing.saved": () => "Listing saved as a draft",
      "listing.edited": () => "Listing changed",
      "listing.submitted": () => "Listing submitted",
      "listing.taken_back": () => "Submission of the listing taken back",
      "listing.unlisted": () => "Listing taken out of the directory",
      "listing.relisted": () => "Listing put back into the directory",
      "listing.decided": (data: Data): string =>
        ({
          approve: "Entry in the directory: approved",
          changes: "Entry in the directory: changes asked for",
          reject: "Entry in the directory: refused",
          unlist: "Entry taken out of the directory by the operator",
          suspend: "Entry in the directory suspended by the operator",
        })[String(data.decision)] ?? "Entry in the directory decided",
      "domain.proven": (data: Data) =>
        `Domain proven by ${data.method === "dns" ? "a DNS record" : "mail"}: ${data.domain}`,
      "name.proposed": (data: Data) => `Protected name proposed for you: ${data.name}`,
      "name.confirmed": (data: Data) => `Protected name allowed: ${data.name}`,
      "name.withdrawn": (data: Data) => `Protected name no longer allowed: ${data.name}`,
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
      "tag.added": (data: Data) => `Tag put on: ${data.tag}`,
      "tag.removed": (data: Data) => `Tag taken off: ${data.tag}`,
      "note.saved": (data: Data): string => (data.length ? "Note saved" : "Note removed"),
      "view.saved": (data: Data) => `Search saved: ${data.name}`,
      "view.removed": (data: Data) => `Saved search removed: ${data.name}`,
      "bulk.started": (data: Data) => `${bulkActs[String(data.act)]}: ${data.total} sellers chosen`,
      "bulk.stopped": (data: Data) => `${bulkActs[String(data.act)]}, ${data.total} sellers: stopped`,
      "bulk.finished": (data: Data) => `${bulkActs[String(data.act)]}, ${data.total} sellers: finished`,
      "link.reminded": () => "The seller was reminded by letter",
      "endpoint.added": () => "Endpoint added",
      "endpoint.removed": () => "Endpoint removed",
      "endpoint.enabled": () => "Endpoint switched on again",
      "endpoint.disabled": () => "Endpoint switched off: its server answered 410",
      "endpoint.tested": () => "Test message sent",
      "delivery.replayed": () => "Message sent again",
      "areas.chosen": (data: Data) => `Areas of the API chosen: ${data.areas}`,
      "portal_api.on": () => "Portal API switched on",
      "portal_api.off": () => "Portal API switched off",
      "ticket.opened": (data: Data) => `Ticket ${data.number} opened`,
      "ticket.answered": (data: Data) => `Ticket ${data.number} answered`,
      "ticket.taken": (data: Data) => `Ticket ${data.number} taken up by the operator`,
      "report.shared": () => "Report of a first call shared by a link",
      "report.share_ended": () => "Shared link of a report ended",
      "report.sent": () => "Report of a first call sent to a colleague",
      "ticket.solved": (data: Data) => `Ticket ${data.number} solved`,
      "ticket.noted": (data: Data) => `Internal note on ticket ${data.number}`,
      "team_invitation.created": () => "Colleague invited",
      "team_invitation.resent": () => "Colleague invited again, with a new link",
      "team_invitation.withdrawn": () => "Invitation of a colleague withdrawn",
      "member.joined": (data: Data) => `Joined the team as ${roles[String(data.role)]}`,
      "member.role_changed": (data: Data) =>
        `${data.name}: ${roles[String(data.from)]} is now ${roles[String(data.role)]}`,
      "member.removed": (data: Data) => `${data.name} removed from the team`,
      "member.left": () => "Left the team",
      "ownership.offered": (data: Data) => `Ownership offered to ${data.name}`,
      "ownership.accepted": () => "Ownership accepted",
      "ownership.declined": () => "Ownership declined",
      "ownership.withdrawn": () => "Offer of ownership taken back",
      "link.created": (data: Data): string =>
        data.by === "operator" ? "Linked by the marketplace's team" : "Linked",
      "link.end_planned": (data: Data) => `Link will end on ${day(String(data.endsAt), "en")}`,
      "link.end_cancelled": () => "The planned end was taken back",
      "link.expiring": (data: Data) => `Reminder: the link ends on ${day(String(data.endsAt), "en")}`,
      "secret.expiring": (data: Data) =>
        `Reminder: the secret that ends in ${data.hint} works until ${day(String(data.endsAt), "en")}`,
      "link.ended": () => "Link ended",
      "letter.retried": () => "Letter sent again by the operator",
      "delivery.retried": () => "Message sent again by the operator",
      "events.exported": () => "Events taken as a file",
      "person.notices_chosen": () => "Notices chosen",
      "person.data_exported": () => "Own data exported",
      "person.deleted": () => "Account deleted",
      "organisation.deleted": () => "Organisation deleted",
    } satisfies Record<EventType, (data: Data) => string>,
    seller: (sellerId: number) => `SellerId ${sellerId}`,
    /** Who it was, where the desk signs as one. */
    operator: "The marketplace's team",
    other: "The other side",
  },
};
