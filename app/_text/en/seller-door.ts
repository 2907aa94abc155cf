/** The seller's own door: the guide, and how far this organisation has come on it. */
export const sellerDoor = {
  title: "I am a seller",
  lead: "Five steps from here to a first successful call. Each lights by itself when it is done, on any device.",
  wholeLead:
    "Everything works: client, secret, link, token and a first real call. The steps stay here for the next time.",
  publicLead: "What you do here, in five steps. Sign up and the portal walks them with you.",
  signUp: "Sign up as a seller",
  signIn: "I have an account",
  otherKind: (organisation: string) =>
    `You act for ${organisation}, which is not a seller. This is the guide that sellers see.`,
  yourAccounts: "Your seller accounts",
  accountsHint: "The SellerId goes into the SellerId header of every API call.",
  noAccounts: "No seller account belongs to this organisation yet.",
  sellerId: "SellerId",
  shopName: "Shop name",
  oneMore: "Create another client",
  moreChains: (count: number) => `and ${count} more on the clients page`,
  allClients: "All clients",
  links: "Who has access",
  steps: {
    credentials: {
      title: "Create my clientId and clientSecret",
      body: "A client is how your tool signs in to the API: a public name, the clientId, and a secret that is shown once. It is linked to your seller account in the same step.",
      action: "Create my clientId and clientSecret",
    },
    collection: {
      title: "Take the collection, if you use a tool such as Postman",
      body: "A file that knows the addresses, your clientId and your SellerId, fetches the token by itself and renews it. It holds no secret: you fill that in once. Curl works as well, see the next steps.",
      action: "Get the collection",
    },
    token: {
      title: "Get a token",
      body: "Trade clientId and secret for a token. It works for the time the answer names; use it for all calls until shortly before it ends.",
      secretHint:
        "Paste this into a terminal. It asks for the secret unseen, so that it stays out of the history:",
    },
    call: {
      title: "Make the first call",
      body: "Ask for your own seller account. The answer is 200 and your shop name.",
      action: "Make the first call here",
    },
    practices: {
      title: "Keep it healthy",
      body: "Renew the token in time, step back on 429, rotate the secret with an overlap, and never switch certificate checks off.",
      action: "Best practices",
    },
  },
  stepStates: { done: "Done", current: "Next" },
  curlLabel: (what: string) => `Command: ${what}`,
  yourToken: "get a token",
  yourCall: "make the first call",
};
