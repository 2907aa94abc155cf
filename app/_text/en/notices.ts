import type { NoticesView } from "@/lib/accounts/find-notices";
import type { NoticeName } from "@/lib/mail/notices";

/** How a person hears of what happens. */
export const notices = {
  title: "Notices",
  intro:
    "Choose how you hear of what happens. Letters about signing in, secrets, access to seller accounts, teams and suspensions always come; nobody can switch them off.",
  names: {
    newLinks: "A seller links a client",
    endedLinks: "A link ends",
    invitations: "An invitation is declined",
    requests: "A partner asks for access",
    reminders: "A partner reminds you of access that ends",
    expiring: "A link or a secret will end soon",
    endpoints: "Messages to your server have stopped",
    reviews: "A client was reviewed",
    listings: "Your entry in the directory was decided",
    tickets: "An answer to your ticket",
    reports: "A colleague sends you a report",
  } satisfies Record<NoticeName, string>,
  hints: {
    newLinks:
      "While a client has no webhook, this letter always comes at once: it is how you are told of the link.",
    endedLinks: "To the contact address of each client, with the reason.",
    invitations: "By the seller you invited.",
    requests: "They wait on your seller page too.",
    reminders: "Access to one of your seller accounts, before or after it ended.",
    expiring: "Links 30, 7 and 1 days before, secrets 7 and 1 days before.",
    endpoints: "Your server asked for no more of them.",
    reviews: "By the marketplace's team, with the reason where it was not approved.",
    listings: "With the reason and comments of the marketplace's team.",
    tickets: "It stands on the ticket's page too.",
    reports: "Of a first call, with a sentence of theirs.",
  } satisfies Record<NoticeName, string>,
  choices: {
    mail: "By letter, at once",
    digest: "In my digest",
    off: "Not at all",
  } satisfies Record<NoticesView["notices"][number]["choice"], string>,
  rhythm: "When my digest comes",
  rhythmHint: "One letter with everything you chose to have there; none where nothing happened.",
  rhythms: {
    daily: "Every morning at 7, Paris time",
    weekly: "On Monday morning at 7, Paris time",
    off: "Never",
  },
  summary: "Summary of your organisation",
  deskHint: "What waits at the desk, and since when.",
  linksHint: (company: string) =>
    `Of ${company}: new and ended links, calls that fail, links that end soon, invitations accepted.`,
  submit: "Save my choice",
  saved: "Your choice is saved.",
};
