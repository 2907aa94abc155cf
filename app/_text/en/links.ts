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
    client: "Client",
    seller: "Seller account",
    since: "Since",
    via: "By way of",
    used: "Last used",
    state: "State",
    end: "End it",
  },
  via: {
    directory: "directory",
    typed: "linked by hand",
    "deep-link": "link from the partner",
    invitation: "invitation",
    request: "request",
    created: "made together",
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
  ended: {
    not_used: "not used any more",
    switching: "changed to another tool",
    mistake: "linked by mistake",
    security: "something looked wrong",
    other: "another reason",
    lapsed: "its time was over",
    client_deleted: "the client was deleted",
  },
  when: "When?",
  whenHint: "Write now, or a day such as 2027-01-31; it then ends as that day begins (UTC).",
  submit: "End the link",
  done: {
    ended: "The link has ended. The client's next call is refused.",
    ends: "The link will end on that day.",
  } as Record<string, string>,
};
