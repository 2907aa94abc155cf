import type { LinkBand } from "@/lib/links/find-client-for-consent";

/** The consent page: who asks for access, to which account, what it means. */
export const consent = {
  titles: {
    partner: "Link your partner's client",
    aggregator: "Link your aggregator or plugin",
    any: "Link a client",
  },
  lead: "You decide here who may act for your seller account. Nothing happens before you confirm.",
  ask: {
    label: "clientId",
    hints: {
      partner: "Your partner gave it to you. Copy it exactly, capital letters included.",
      aggregator:
        "Your aggregator or plugin shows it in its settings. Copy it exactly, capital letters included.",
      any: "Copy it exactly as you got it, capital letters included.",
    },
    submit: "Look it up",
    elsewhere: "You do not have it?",
    choose: "Find your aggregator or plugin by its name",
  },
  /** `not_allowed` names who can. */
  kinds: "the owner or an editor of a seller account",
  wrongKind: (organisation: string) =>
    `You act for ${organisation}, which owns no seller account. A link is made by the seller.`,
  viewer: "Your role is viewer: you can look, but not link. Send this address to one of them:",
  addressName: "address",
  noAccount: "Your organisation has no seller account yet, so there is nothing to link.",
  moves: (clientId: string) =>
    `This takes the place of ${clientId}, of the same owner: its access ends at the moment you give this one.`,
  expired: {
    body: "The invitation was used, withdrawn or is too old. Ask its sender for a new one, or link without it.",
    without: "Link without the invitation",
  },
  noMatch: {
    title: "Nobody has this clientId",
    body: (clientId: string) => `There is no client with the clientId ${clientId}.`,
    near: "Did you mean one of these?",
    odd: (letters: string) =>
      `Careful: it holds characters that no clientId has, though they may look like usual letters: ${letters}. Somebody may be imitating a name.`,
    check: "Check each letter, or ask whoever gave it to you.",
  },
  suspended: {
    title: "This client is suspended",
    body: (partner: string) =>
      `${partner} cannot be linked while it is suspended. Nothing was changed. Try again once it has been resumed.`,
  },
  suspendedNow: "This client was suspended meanwhile, so it cannot be linked. Nothing was changed.",
  partner: {
    title: "Who asks",
    own: "Your own client",
    listed: "Listed",
    reviewed: "Reviewed",
    unreviewed: "Not reviewed",
    knownAs: "Company",
    since: "Here since",
    clientSince: "clientId made on",
    website: "Website",
    domain: "Domain",
    domainProven: (domain: string, when: string) => `${domain}, proven on ${when}`,
    domainNone: "none proven",
    links: "Linked seller accounts",
    bands: {
      few: "fewer than 10",
      "10": "10 or more",
      "100": "100 or more",
      "1000": "1,000 or more",
    } satisfies Record<LinkBand, string>,
    message: "Their message",
  },
  mistaken: {
    title: "This is not who you may think",
    body: (name: string, clientId: string) =>
      `It looks like ${name} (clientId ${clientId}), which is in the directory. This one is not, and nobody has reviewed it.`,
    instead: (name: string) => `Look at ${name} instead`,
  },
  unreviewed: {
    title: "Nobody has reviewed this client",
    body: (organisation: string) =>
      `We have not looked at ${organisation} yet. Go on only if you know them and got the clientId from them directly, not from a message you did not expect.`,
    points: [
      "Whoever holds this clientId could read your orders and change your offers and prices.",
      "You confirm with your password and type your SellerId, so that nothing happens by accident.",
      "At most five seller accounts can be linked to it until it is reviewed.",
    ],
    fresh: "Confirm with your password first",
  },
  linked: {
    title: "Linked already",
    all: "This client has access to all of your seller accounts already.",
    one: (shop: string, sellerId: number) => `${shop}, SellerId ${sellerId}: linked`,
    open: "Open the link",
  },
  expected: {
    title: "The invitation is for another account",
    body: (sellerId: number, organisation: string) =>
      `It expects the SellerId ${sellerId}, which does not belong to ${organisation}. So that no wrong account is linked, it stops here.`,
    switch:
      "If the account belongs to another organisation of yours, switch to it at the top. Otherwise ask the sender for an invitation without a SellerId, or link without it.",
    notice: (shop: string, sellerId: number) => `The invitation is for ${shop}, SellerId ${sellerId}.`,
  },
  account: {
    title: "Which account",
    choose: "Which seller account?",
    sellerId: "SellerId",
    linked: "linked already",
    wrong: "Look twice: the wrong account is the most common mistake here.",
  },
  /** What people say yes to. Other words want another name in `consent-text.ts`. */
  words: {
    allowsTitle: "What linking allows",
    allows: [
      "Read this seller account through the API: offers, orders, discussions, indicators.",
      "Change it through the API: offers, prices, stock, orders.",
    ],
    forbidsTitle: "What it does not allow",
    forbids: [
      "Signing in as you, or seeing your password.",
      "Reaching any other seller account of yours.",
      "Linking others, or changing who has access.",
    ],
    longTitle: "For how long",
    long: "Until you end it, or until the time you choose below is over. Every single call is checked.",
    undoTitle: "How to undo it",
    undo: "One press takes it back within ten minutes; later you end it under Who has access. The very next call is refused.",
    terms: "I accept that this client acts for my seller account through the API as described here",
    confirm: "I know who asks, and I chose the right account",
  },
  duration: "For how long?",
  durations: { none: "Until I end it", "90": "90 days", "365": "One year" },
  typed: "Type the SellerId of the account you chose",
  submit: "Give access",
  not: "Do not link",
  openLink: "Open the link",
  lookAgain: "Show the page anew",
  signIn: "Confirm with your password, then come back here",
};
