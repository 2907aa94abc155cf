import type { DarkReason, LampName } from "@/lib/links/judge-chain";

/** What the chain says: a name for each lamp, and for each dark one a sentence, an owner and a button. */
export const chain = {
  title: "The chain",
  lamps: {
    client: "Client",
    secret: "Secret",
    link: "Link",
    told: "Told",
    token: "Token",
    call: "First real call",
  } satisfies Record<LampName, string>,
  states: { lit: "Done", dark: "To do", waiting: "Waits" },
  allLit: "Everything works",
  owner: { you: "Yours to do", seller: "A seller's to do" },
  /** For a client that sellers link, rather than its owner. */
  notLinked: {
    sentence: "No seller account is linked to this client.",
    act: "Try it on an open test seller",
  },
  why: {
    no_client: "There is no clientId yet.",
    client_suspended: "The client is suspended: it gets no tokens.",
    client_deleted: "The client was deleted and cannot come back.",
    no_live_secret: "No secret works at the moment.",
    no_link: "The client may not act for a seller account yet.",
    link_ended: "The link has ended.",
    not_told: "The partner does not know yet.",
    no_token: "No token was asked for yet.",
    no_call: "The Seller API has not answered this client yet.",
    earlier_lamp: "Comes after the one before.",
  } satisfies Record<DarkReason, string>,
  act: {
    no_client: "Create a client",
    client_suspended: "Resume it",
    client_deleted: "Create another client",
    no_live_secret: "Make a secret",
    no_link: "Link a seller account",
    link_ended: "Link it again",
    not_told: "Open the client",
    no_token: "Get a token",
    no_call: "Make the first call",
    earlier_lamp: "Open the client",
  } satisfies Record<DarkReason, string>,
};
