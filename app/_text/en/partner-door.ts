/** The partner's door: the guide for those who work for a seller. */
export const partnerDoor = {
  title: "I work for a seller",
  lead: "Five steps from here to a token of your own and a first answer with it.",
  publicLead: "What you do here, in five steps. Sign up and the portal walks them with you.",
  signUp: "Sign up as a partner",
  signIn: "I have an account",
  otherKind: (organisation: string) =>
    `You act for ${organisation}, which is not a partner. This is the guide that partners see.`,
  clientsTitle: "Your clients",
  allClients: "All clients",
  create: "Create another client",
  states: { done: "Done", current: "Next" },
  steps: {
    credentials: {
      title: "I am a technical integration partner: create my clientId",
      body: "A clientId of your own and a secret that is shown once. It starts without a link to any seller account; the secret stays with you, whichever seller you work for.",
      action: "Create my clientId",
      other:
        "Does your customer give you clientId, clientSecret and SellerId instead? Then nothing is made here: the seller makes them on the seller page, and you go on with the next step.",
      otherAction: "The seller page",
    },
    collection: {
      title: "Take the collection, if you use a tool such as Postman",
      body: "It knows the addresses and your clientId, fetches the token by itself and renews it. It holds no secret: you fill that in once.",
      action: "Get the collection",
    },
    token: {
      title: "Get a token",
      body: "Trade clientId and secret for a token. The command asks for the secret unseen, so it stays out of the shell’s history. The token works for the time the answer names; use it for all calls until shortly before it ends.",
      label: "Command: get a token",
    },
    call: {
      title: "Make the first call",
      body: "Any client may read the open test sellers 98979 and 700982, a few calls a minute: the answer is 200 and a shop name. A seller’s own account answers 200 for a client that is linked to it, 403 for any other.",
      label: "Command: make the first call",
      action: "Make the first call here",
    },
    practices: {
      title: "Keep it healthy",
      body: "One token serves all your customers, each call names its seller in the SellerId header. Renew the token in time, step back on 429, rotate the secret with an overlap, and never switch certificate checks off.",
      action: "Best practices",
    },
  },
};
