type Way = { title: string; hint: string };

const sentences = {
  createClientAndSecret: {
    title: "Create my clientId and clientSecret",
    hint: "For a tool of your own. Linked to your seller account from the start.",
  },
  newClientId: {
    title: "I need a new client Id",
    hint: "One more client of yours, for another tool or developer: the three values stand together.",
  },
  linkPartnerToSeller: {
    title: "I know my partner’s clientId",
    hint: "A company or developer works for you with a clientId of its own. You allow it, no secret changes hands.",
  },
  linkAgregClientToSeller: {
    title: "I know the clientId of my aggregator or plugin",
    hint: "You type it, see who is behind it, and allow it.",
  },
  linkAgreeToSeller: {
    title: "My aggregator or plugin requests my SellerId",
    hint: "You find it in the list and allow it. It learns your SellerId by itself.",
  },
  aggregatorRequiresThree: {
    title: "My aggregator requires clientId/secret/sellerId",
    hint: "Its form has three boxes, and you make the values here.",
  },
  pluginRequiresThree: {
    title: "My plugin requires clientId/secret/sellerId",
    hint: "Its settings have three boxes, and you make the values here.",
  },
  integrationPartner: {
    title: "I am a technical integration partner",
    hint: "A clientId of your own, linked to nobody yet.",
  },
  feedAggregator: {
    title: "I am a feed aggregator",
    hint: "One clientId for all your sellers, linked to nobody yet.",
  },
  askMyCustomer: {
    title: "Ask my customer to grant me rights",
    hint: "A link with your clientId in it. Your customer confirms, you get the SellerId: nobody copies anything.",
  },
  firstCall: {
    title: "Generate a token, make my first call",
    hint: "One press asks for a token and calls the API, and says what is wrong where it fails.",
  },
} satisfies Record<string, Way>;

/** The guide's own sentences, each the way to its page. */
export const ways = {
  connectTitle: "Let somebody act for my shop",
  connectIntro: "Your aggregator or plugin, or a company that works for you, has a clientId of its own.",
  valuesTitle: "Make values that somebody asks me for",
  valuesIntro: "Their form asks for clientId, clientSecret and SellerId.",
  customersTitle: "Let sellers connect to me",
  old: {
    title: "API credentials",
    lead: "The ways of the former page, each at its new address.",
    undecided: "Not sure which one is yours?",
    undecidedGo: "Answer three questions",
  },
  sentences: sentences as Record<keyof typeof sentences, Way>,
};
