/** The front page: three doors. */
export const home = {
  title: "Connect a seller account with the API",
  lead: "From nothing to a first successful call in a few minutes. No letters to support, no ids copied by hand, no secret that only an e-mail brings back.",
  doors: {
    seller: {
      title: "I am a seller",
      body: "Get a clientId and clientSecret for your own tool, your developer or a plugin, already linked to your seller account.",
      need: "Your company name and an e-mail address",
      get: "A working clientId, its secret and your SellerId, side by side",
      go: "Start as a seller",
    },
    partner: {
      title: "I work for a seller",
      body: "You build or run an integration for somebody who sells. Get a clientId of your own and prove that it works.",
      need: "Your company name and an e-mail address",
      get: "Your own clientId and a token, tried on an open test seller",
      go: "Start as a partner",
    },
    aggregator: {
      title: "I'm a feed aggregator",
      body: "One clientId for many sellers. Create it, test it, and keep its secrets in order.",
      need: "Your company name and an e-mail address",
      get: "One clientId that any number of seller accounts can be linked to",
      go: "Start as an aggregator",
    },
  },
  needLabel: "You need",
  getLabel: "You get",
  undecided: "Not sure which one you are?",
  undecidedGo: "Answer three questions",
  tryTitle: "See it work first",
  tryBody:
    "One press makes a real token request and a real API call for an open test seller, with a client of our own. You need no account.",
};
