/** The list of aggregators and plugins that a seller chooses from. */
export const directory = {
  title: "My aggregator or plugin requests my SellerId",
  lead: "Find it by its name. You see who is behind it before you allow anything; once you do, it is told your SellerId, and you copy nothing.",
  searchLabel: "Name of your aggregator or plugin",
  search: "Search",
  all: "All aggregators and plugins, by name",
  found: (query: string) => `Found for “${query}”`,
  paging: "Pages of the list",
  page: (page: number) => `Page ${page}`,
  previous: "Previous page",
  next: "Next page",
  methods: {
    delegation: "Needs only your SellerId",
    "own-credentials": "Takes clientId, clientSecret and SellerId",
  },
  connect: "Connect",
  connectName: (name: string) => `Connect ${name}`,
  makeValues: "Make the three values",
  makeValuesName: (name: string) => `Make the three values for ${name}`,
  ownOnly: "You make the values here and type them into its form. It needs no permission besides.",
  domain: (domain: string) => `Domain proven: ${domain}`,
  none: {
    title: "Nothing has that name",
    body: "Names may differ from what the company is called. Try a part of it, or the name on its help page.",
    near: "Did you mean one of these?",
    noPage: "The list is not that long.",
    all: "Show all",
  },
  unlisted: {
    title: "Not in the list?",
    body: "An aggregator or plugin that is not listed can be connected too. It has a clientId; type it exactly as it was given to you, capital letters included.",
    field: "clientId of your aggregator or plugin",
    go: "Go on with this clientId",
    ask: "They gave you no clientId? Ask them",
    askCopy: "message",
    message:
      "Hello,\n\nI sell on the marketplace and want to connect your product with my seller account.\n\nIf you only need my SellerId: what is your clientId on the Seller API? With it I can give you the right to act for my account, and you are told my SellerId.\n\nIf your form asks for clientId, clientSecret and SellerId instead, please tell me where it is, and I make the values for it.\n\nThank you",
    undecided: "Not sure what they ask for?",
    undecidedGo: "Answer three questions",
  },
  /** Said before three values are made for somebody who may need only one. */
  steer: {
    title: "Most aggregators and plugins only need your SellerId",
    body: "If yours is in the list, connect it there: no secret has to leave your house, and you can end it whenever you like. Three values are for a form that has three boxes.",
    go: "Look it up in the list",
  },
};
