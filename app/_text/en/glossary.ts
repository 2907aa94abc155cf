type Term = { id: string; term: string; means: string };

/** The words of the guide, each for one idea. */
export const glossary = {
  title: "Glossary",
  lead: "One word for one idea, as it is used on every page.",
  terms: [
    {
      id: "client",
      term: "Client (API)",
      means:
        "What a program signs in as: a clientId with its secrets. A tool has one client for each environment.",
    },
    {
      id: "clientId",
      term: "clientId",
      means: "The public name of a client, chosen by its owner. Capital letters, spaces and dashes count.",
    },
    {
      id: "secret",
      term: "clientSecret",
      means:
        "The password of a client. Shown once, kept on a server, replaced with an overlap. A client has at most two that work.",
    },
    {
      id: "seller-account",
      term: "Seller account",
      means: "One shop on the marketplace. An organisation may own several.",
    },
    {
      id: "sellerId",
      term: "SellerId",
      means:
        "The number of a seller account. It goes into the header of every call and says whom the call is for.",
    },
    {
      id: "link",
      term: "Link",
      means:
        "A seller's permission for one client to act for one seller account. It may end on a date, and the seller ends it at any time.",
    },
    {
      id: "aggregator",
      term: "Aggregator",
      means: "A company or plugin that works for many sellers with one client, each of whom links it.",
    },
    {
      id: "partner",
      term: "Partner",
      means: "Whoever develops for a seller, with a client of their own or of the seller.",
    },
    {
      id: "token",
      term: "Token (access token)",
      means:
        "What a client gets for clientId and secret and sends with each call. It works for two hours and for every linked seller.",
    },
    {
      id: "invitation",
      term: "Invitation (to link)",
      means: "A partner's or aggregator's question to a seller to link their client.",
    },
    {
      id: "chain",
      term: "Chain of six lamps",
      means:
        "Client, secret, link, told, token, first real call: what is done for one client and one seller account, and what is next.",
    },
    {
      id: "sandbox",
      term: "Sandbox (test)",
      means: "A stand-in for the marketplace with made-up data. It keeps what you change for 30 days.",
    },
    {
      id: "open-test-seller",
      term: "Open test seller",
      means:
        "A seller account that every client may read without a link, a few calls a minute: 98979 and 700982.",
    },
    {
      id: "operation",
      term: "Operation (call)",
      means: "One call of the Seller API, for example the list of orders.",
    },
    {
      id: "area",
      term: "Area (of the API)",
      means: "A group of operations for one kind of work, such as orders.",
    },
    {
      id: "sales-channel",
      term: "Sales channel",
      means: "Where offers are sold, for example CDISFR. Each has its own currency and its own offers.",
    },
    {
      id: "offer",
      term: "Offer (of a seller)",
      means: "Price, stock and state of one product from one seller on one sales channel.",
    },
    {
      id: "package",
      term: "Offer package",
      means: "A delivery of new or changed offers: opened, filled, handed in, worked through.",
    },
    {
      id: "cursor",
      term: "Cursor (place in a list)",
      means: "A mark in a long list. It comes with the Link header and leads to the next piece.",
    },
    {
      id: "verdict",
      term: "Verdict (of a first call)",
      means: "What the tester says of a call: one code, the reason, and what to do.",
    },
    {
      id: "trace-id",
      term: "Trace id",
      means: "The number of one call at our end, in X-Request-Id and in every error. Quote it when you ask.",
    },
    {
      id: "hand-over",
      term: "Hand-over",
      means: "A right to make one new secret of a client, given to somebody else without sending any secret.",
    },
    {
      id: "quota",
      term: "Quota (limit)",
      means: "How many calls are answered in a time. What is over gets 429 with the seconds to wait.",
    },
  ] as Term[],
};
