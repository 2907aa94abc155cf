type Question = { title: string; hint?: string; answers: Record<string, { label: string; hint: string }> };
type FlowText = {
  /** The guide's own sentence for this way. */
  title: string;
  body: string;
  steps: string[];
  /** Whom a visitor signs up as. */
  kind: "seller" | "partner" | "aggregator";
  go: { href: string; label: string };
  also?: { href: string; label: string };
};

const questions = {
  who: {
    title: "Who are you?",
    answers: {
      seller: { label: "I sell", hint: "A seller account is mine, or I work in the company it belongs to." },
      partner: {
        label: "I work for a seller",
        hint: "I build or run an integration for a customer who sells.",
      },
      aggregator: { label: "I run an aggregator", hint: "One product that many sellers connect to." },
    },
  },
  asks: {
    title: "What does your partner’s form ask for?",
    hint: "Look at the settings page of the tool you want to connect.",
    answers: {
      sellerId: {
        label: "Only a SellerId",
        hint: "One field for a number. The tool has a clientId of its own.",
      },
      three: {
        label: "clientId, clientSecret and SellerId",
        hint: "Three fields. The tool acts with values of yours.",
      },
      login: { label: "Login and password only", hint: "Two fields, and no SellerId." },
      code: {
        label: "Nothing, I write the code",
        hint: "There is no form: the integration is made for you.",
      },
    },
  },
  given: {
    title: "Did your partner give you a clientId?",
    answers: {
      clientId: {
        label: "Yes, I know my partner’s clientId",
        hint: "A name such as FeedWise, in their mail or help page.",
      },
      list: {
        label: "No, they only want my SellerId",
        hint: "Their help page sends you to a list of aggregators.",
      },
    },
  },
  tool: {
    title: "Who asks for the three values?",
    answers: {
      aggregator: { label: "An aggregator", hint: "A service that connects many shops and marketplaces." },
      plugin: { label: "A plugin", hint: "An extension of your own shop software." },
    },
  },
  writer: {
    title: "Who writes the code?",
    answers: {
      me: { label: "I, or a developer who works for me", hint: "The code runs under your company’s name." },
      company: {
        label: "A company with a clientId of its own",
        hint: "They run the integration for several customers.",
      },
    },
  },
  whose: {
    title: "Whose clientId will you work with?",
    answers: {
      own: { label: "My own", hint: "One clientId for your work, with a secret that stays with you." },
      customer: {
        label: "My customer’s",
        hint: "The seller makes clientId and secret and gives them to you.",
      },
    },
  },
  model: {
    title: "How do sellers connect to you?",
    answers: {
      one: {
        label: "One clientId for all sellers",
        hint: "Sellers give you their SellerId, never a secret.",
      },
      each: {
        label: "Each seller brings clientId and secret",
        hint: "Your form has three fields for every seller.",
      },
    },
  },
} satisfies Record<string, Question>;

const flows = {
  sellerIdOnly: {
    title: "My aggregator requests my SellerId",
    body: "Your SellerId stands on your seller page, ready to copy. An aggregator that works with its own clientId needs your permission besides the number; this portal makes clients of your own and does not link other people’s. Many aggregators take clientId, clientSecret and SellerId as well, and these you can make here.",
    steps: [
      "Copy your SellerId from the seller page",
      "Ask your aggregator whether it also takes clientId, clientSecret and SellerId",
      "If so, make them here: they come already linked to your seller account",
    ],
    kind: "seller",
    go: { href: "/seller", label: "Open the seller page" },
    also: { href: "/new-client?as=seller&for=aggregator", label: "Make the three values" },
  },
  partnersClientId: {
    title: "I know my partner’s clientId",
    body: "A partner’s clientId needs your permission before it may act for your account; this portal makes clients of your own and does not link other people’s. What your seller page offers: your SellerId, clients of your own, and who has access.",
    steps: [
      "See on the seller page what you can do",
      "If your partner can work with values of yours, make a client for them, linked to your account from the start",
    ],
    kind: "seller",
    go: { href: "/seller", label: "Open the seller page" },
    also: { href: "/new-client?as=seller", label: "Make a client for my partner" },
  },
  forAggregator: {
    title: "My aggregator requires clientId/secret/sellerId",
    body: "You make a client, and get all three values side by side on one page. It is linked to your seller account already.",
    steps: [
      "Press once: everything is filled in",
      "Copy the three values; the secret is shown this one time",
      "Paste them into the aggregator’s form",
    ],
    kind: "seller",
    go: { href: "/new-client?as=seller&for=aggregator", label: "Make the three values" },
  },
  forPlugin: {
    title: "My plugin requires clientId/secret/sellerId",
    body: "You make a client, and get all three values side by side on one page. It is linked to your seller account already.",
    steps: [
      "Press once: everything is filled in",
      "Copy the three values; the secret is shown this one time",
      "Paste them into the plugin’s settings",
    ],
    kind: "seller",
    go: { href: "/new-client?as=seller&for=plugin", label: "Make the three values" },
  },
  legacy: {
    title: "Login and password only",
    body: "A form with two fields and no SellerId usually belongs to the old interface, which this API replaces. The values made here will not work in it. Sometimes login means clientId and password means clientSecret; then a SellerId is asked for somewhere too.",
    steps: [
      "Send the message below to whoever made the tool",
      "Come back with the answer: with three values you can start at once",
    ],
    kind: "seller",
    go: { href: "/start?who=seller", label: "Choose again" },
    also: { href: "/seller", label: "Open the seller page" },
  },
  ownCode: {
    title: "Create my clientId and clientSecret",
    body: "You make a client, linked to your seller account, and follow the guide to the first successful call.",
    steps: [
      "Make the client and store its secret",
      "Get a token, with the collection or with curl",
      "Read your own seller account: 200",
    ],
    kind: "seller",
    go: { href: "/new-client?as=seller", label: "Create my clientId and clientSecret" },
  },
  companyCodes: {
    title: "A company works for me with its own clientId",
    body: "Their clientId needs your permission before it may act for your account; this portal makes clients of your own and does not link other people’s. A company can also work with a client that you make for it: you can suspend it or retire its secret whenever you like.",
    steps: [
      "See on the seller page what you can do",
      "Or make a client of your own for this company, named after it",
    ],
    kind: "seller",
    go: { href: "/seller", label: "Open the seller page" },
    also: { href: "/new-client?as=seller", label: "Make a client for this company" },
  },
  partnerOwn: {
    title: "I am a technical integration partner",
    body: "You get a clientId and a secret of your own, get a token with it and try it on the open test sellers.",
    steps: [
      "Make your clientId and store its secret",
      "Get a token, with the collection or with curl",
      "Read the open test seller 98979: 200",
    ],
    kind: "partner",
    go: { href: "/new-client?as=partner", label: "Create my clientId" },
    also: { href: "/partner", label: "Read the partner’s guide" },
  },
  partnerCustomer: {
    title: "I need a new client Id, made by my customer",
    body: "The seller signs up here as a seller, makes a client for you and gives you clientId, clientSecret and SellerId. You need no account for that, only the three values.",
    steps: [
      "Send your customer the address of the page below",
      "Receive the three values over a safe channel",
      "Get a token and read the seller’s account, with the collection or with curl",
    ],
    kind: "partner",
    go: { href: "/seller", label: "The page for my customer" },
    also: { href: "/tools/collections", label: "Collection for me" },
  },
  aggregatorOne: {
    title: "I am a feed aggregator",
    body: "You get one clientId for all sellers and try it on the open test sellers. A seller gives you the SellerId, never a secret.",
    steps: [
      "Make your clientId and store its secret",
      "Get a token: one serves all sellers",
      "Read the open test seller 700982: 200",
    ],
    kind: "aggregator",
    go: { href: "/new-client?as=aggregator", label: "Create my clientId" },
    also: { href: "/aggregator", label: "Read the aggregator’s guide" },
  },
  aggregatorEach: {
    title: "My sellers bring clientId/secret/sellerId",
    body: "Every seller makes a client here and types three values into your form. You keep a secret for each seller, which is more to guard than one clientId for all.",
    steps: [
      "Send your sellers the address of the page below",
      "Read the guide: one clientId for all may be less work",
    ],
    kind: "aggregator",
    go: { href: "/seller", label: "The page for my sellers" },
    also: { href: "/aggregator", label: "Read the aggregator’s guide" },
  },
} satisfies Record<string, FlowText>;

/** "I don't know": a few questions that end in the right page. */
export const start = {
  title: "Find your way",
  lead: "Three questions at most. Nothing is stored: your answers stand in the address, so you can send it to a colleague.",
  step: (x: { number: number }) => `Question ${x.number} of 3 at most`,
  answeredTitle: "Your answers",
  change: (x: { question: string }) => `Change: ${x.question}`,
  again: "Start again",
  stepsTitle: "What you will do",
  signUp: {
    seller: "Sign up as a seller",
    partner: "Sign up as a partner",
    aggregator: "Sign up as an aggregator",
  },
  haveAccount: "I have an account",
  vendorTitle: "A message for whoever made the tool",
  vendorCopy: "message",
  vendorMessage:
    "Hello,\n\nyour form asks for a login and a password to connect to the marketplace. The Seller API works with a clientId, a clientSecret and a SellerId, and with tokens (OAuth 2.0, client credentials).\n\nDoes your product work with this API? If so, which of the three values do you need from me, or what is your own clientId?\n\nThank you",
  questions: questions as Record<keyof typeof questions, Question>,
  flows: flows as Record<keyof typeof flows, FlowText>,
};
