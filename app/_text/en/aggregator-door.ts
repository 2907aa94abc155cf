import type { partnerDoor } from "./partner-door";

/** The aggregator's door: the guide for those to whom many sellers connect. */
export const aggregatorDoor: typeof partnerDoor = {
  title: "I’m a feed aggregator",
  lead: "Five steps from here to one clientId for all your sellers, and a first answer with it.",
  publicLead: "What you do here, in five steps. Sign up and the portal walks them with you.",
  signUp: "Sign up as an aggregator",
  signIn: "I have an account",
  otherKind: (organisation: string) =>
    `You act for ${organisation}, which is not an aggregator. This is the guide that aggregators see.`,
  clientsTitle: "Your clients",
  allClients: "All clients",
  create: "Create another client",
  states: { done: "Done", current: "Next" },
  steps: {
    credentials: {
      title: "I am a feed aggregator: create my clientId",
      body: "One clientId for all your sellers, and a secret that is shown once. It starts without a link to any seller account; no seller ever needs the secret.",
      action: "Create my clientId",
      other:
        "Does your form ask every seller for clientId, clientSecret and SellerId? Then each seller makes them on the seller page, already linked.",
      otherAction: "The seller page",
    },
    collection: {
      title: "Take the collection, if you use a tool such as Postman",
      body: "It knows the addresses and your clientId, fetches the token by itself and renews it. It holds no secret: you fill that in once.",
      action: "Get the collection",
    },
    token: {
      title: "Get a token",
      body: "Trade clientId and secret for a token. The command asks for the secret unseen, so it stays out of the shell’s history. One token serves all your sellers; use it until shortly before it ends.",
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
      body: "Each call names its seller in the SellerId header; the link is checked at each call, so be ready for a 403 when a seller leaves. Renew the token in time, step back on 429, and rotate the secret with an overlap.",
      action: "Best practices",
    },
  },
};
