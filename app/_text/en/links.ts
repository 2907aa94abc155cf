import type { endReasons } from "@/lib/links/input";

/** Who has access to a seller's accounts. */
export const links = {
  title: "Who has access",
  lead: "Every client that may act for your seller accounts, since when, and when it last did.",
  about: {
    open: "What does a link allow?",
    title: "What a link allows",
    points: [
      "The client may read and change the data of this seller account through the API, as long as the link is open.",
      "It never gets your password, and it cannot see other accounts of yours.",
      "The link is checked at every single call: when you end it, the very next call is refused.",
      "A linked client cannot link others, and it cannot change who has access.",
    ],
  },
  empty: {
    title: "Nobody has access",
    body: "No client is linked to your seller accounts.",
    action: "Create a client",
  },
  notSeller: (organisation: string) =>
    `You act for ${organisation}, which owns no seller account. Links of your clients stand on each client's page.`,
  columns: {
    client: "Who",
    seller: "Seller account",
    since: "Since",
    chain: "Chain",
    used: "Last used",
    state: "State",
    end: "End it",
  },
  filter: {
    label: "Show one seller account",
    account: "Seller account",
    all: "All accounts",
    submit: "Show",
  },
  domain: (domain: string) => `${domain}, a proven domain`,
  by: (name: string) => `by ${name}`,
  next: "Older ones",
  first: "Back to the newest",
  again: "Link again",
  restore: {
    hint: "Ended by mistake? For ten minutes you can take it back, on the terms it had.",
    submit: "Take the end back",
  },
  lastCall: (ago: string) => `It made its last call ${ago}.`,
  noCall: "It has not made a call yet.",
  others: (count: number) =>
    count === 1 ? "1 other account stays linked to it." : `${count} other accounts stay linked to it.`,
  noOthers: "No other account of yours is linked to it.",
  keep: {
    hint: "You have set this end yourself. It can be taken back until then.",
    submit: "Keep it open",
  },
  door: {
    title: "Who has access",
    lead: "Everybody who may act for your seller accounts now.",
    all: "All of them",
    none: "Nobody may act for your seller accounts at the moment.",
    endsSoon: (when: string) => `Ends ${when}`,
  },
  via: {
    directory: "directory",
    typed: "linked by hand",
    "deep-link": "link from the partner",
    invitation: "invitation",
    request: "request",
    created: "made together",
    operator: "the marketplace's team",
  },
  own: "your own client",
  never: "never",
  open: "Open",
  until: (when: string) => `Open until ${when}`,
  endedOn: (when: string) => `Ended ${when}`,
  endTitle: "End this link",
  consequence: (clientId: string, shop: string) =>
    `${clientId} can no longer act for ${shop}: its very next call is refused. You can link it again at any time.`,
  reason: "Why?",
  reasons: {
    not_used: "It is not used any more",
    switching: "We change to another tool",
    mistake: "It was linked by mistake",
    security: "Something looks wrong",
    other: "Another reason",
  } satisfies Record<(typeof endReasons)[number], string>,
  when: "When?",
  whenHint: "Write now, or a day such as 2027-01-31; it then ends as that day begins (UTC).",
  submit: "End the link",
  done: {
    ended: "The link has ended. The client's next call is refused.",
    ends: "The link will end on that day.",
    restored: "The link is open again, on the terms it had.",
    kept: "The link stays open: its planned end is taken back.",
  } as Record<string, string>,
};
