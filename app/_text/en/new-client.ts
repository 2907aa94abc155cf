/** Creating a client, and the one answer that shows its secret. */
export const newClient = {
  titles: {
    seller: "Create my clientId and clientSecret",
    partner: "Create my clientId",
    aggregator: "Create my clientId",
  },
  leads: {
    seller:
      "Everything is filled in. Change what you like; one press makes the client, its secret and the link to your seller account.",
    partner:
      "A clientId of your own, linked to nobody yet. Sellers link it to their accounts later; your secret stays yours.",
    aggregator:
      "One clientId for all sellers who choose you. It is linked to nobody yet; your secret stays yours.",
  },
  forAggregator:
    "Your aggregator or plugin asks for clientId, clientSecret and SellerId? You get all three together on the next page.",
  forPlugin:
    "Your plugin asks for clientId, clientSecret and SellerId? You get all three together on the next page.",
  clientId: "clientId",
  clientIdHint:
    "The public name of your client. 8 to 80 characters: letters, digits, single spaces, dashes and @; starts with a letter. It cannot be changed later.",
  clientIdFree: "This clientId is free.",
  signIn: "Type your password, then come back to this form",
  suggestions: "Free instead:",
  contactEmail: "E-mail for news about this client",
  contactEmailHint:
    "We write here when a secret is made or the client is suspended. Never with a secret in it.",
  purpose: "What is it for? (optional)",
  purposeHint: "For your own list, for example the name of the tool.",
  seller: "Seller account",
  terms: "I keep the secret to myself and to the tool it is for, and I use the API within its rules.",
  submit: "Create clientId and secret",
  sending: "Creating",
  /** Who makes clients of this kind. */
  kinds: {
    seller: "members of a seller's organisation",
    partner: "members of a partner's organisation",
    aggregator: "members of an aggregator's organisation",
  },
  wrongKind: (organisation: string) =>
    `You act for ${organisation}. Clients of this kind are made by another kind of organisation.`,
  noSeller: "No seller account belongs to your organisation, so there is nothing to link a client to.",
  back: "Back",
  reveal: {
    title: "Your secret, shown this once",
    lead: "We keep only a fingerprint of it. Store it now; if it is ever lost, make a new one yourself in a minute.",
    clientId: "clientId",
    clientSecret: "clientSecret",
    sellerId: "SellerId",
    env: "Download .env",
    json: "Download JSON",
    stored: "I have stored the secret",
    goOn: "Continue",
    prove: "Prove it works",
    proveHint: "One press makes a real token request and a real API call with this secret. Nothing to paste.",
    linked: "Linked to {shop}, SellerId {sellerId}.",
    unlinked: "Linked to no seller account yet.",
    warning: "This page cannot be shown again.",
    oldEnds: "The older secret works until {when}.",
    oldEnded: "The older secret no longer works.",
    handOver:
      "Keep this secret for a tool of your own. Is it somebody else who needs the three values? Give them a secret of their own instead of this one:",
    handOverLink: "hand over by a link",
  },
  staleLink: "A secret was made with it at {at} and was shown once. Open the client to make a new secret.",
};
