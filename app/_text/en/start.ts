type Question = { title: string; hint?: string; answers: Record<string, { label: string; hint: string }> };
type FlowText = {
  /** The guide's own sentence for this way. */
  title: string;
  body: string;
  time: string;
  /** What to have at hand before one begins. */
  have: string[];
  steps: string[];
  /** On the button that begins it, and on the second one. */
  go: string;
  also?: string;
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
    hint: "Look at the settings page of the aggregator or plugin you want to connect, and count its boxes.",
    answers: {
      sellerId: {
        label: "One box: only a SellerId",
        hint: "The aggregator or plugin has a clientId of its own. You allow it to act for you.",
      },
      three: {
        label: "Three boxes: clientId, clientSecret and SellerId",
        hint: "The aggregator or plugin acts with values of yours.",
      },
      login: { label: "Two boxes: login and password", hint: "And no SellerId anywhere." },
      code: {
        label: "Nothing, I write the code",
        hint: "There is no form: the integration is made for you.",
      },
    },
  },
  listed: {
    title: "Is your aggregator or plugin in the list?",
    hint: "Search for it here. What you find leads straight on.",
    answers: {
      list: { label: "Show me the whole list", hint: "All aggregators and plugins, by name." },
      clientId: {
        label: "They gave me their clientId",
        hint: "A name such as FeedWise, in their mail or on their help page.",
      },
      none: { label: "Not in the list, and I know no clientId", hint: "A message to send them comes next." },
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
        hint: "The seller makes clientId and secret and hands them over to you.",
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
        hint: "Your form has three boxes for every seller.",
      },
    },
  },
} satisfies Record<string, Question>;

const flows = {
  sellerIdOnly: {
    title: "My aggregator or plugin requests my SellerId",
    body: "You find it in the list, see who is behind it and allow it to act for your seller account. It is told your SellerId by itself.",
    time: "About two minutes",
    have: ["The name of your aggregator or plugin", "Your sign-in to this portal"],
    steps: [
      "Search for its name; a typing error does no harm",
      "Read what you allow, choose the seller account, confirm",
      "Watch on the receipt that it was told; copy the SellerId only if its form insists",
    ],
    go: "Search the list",
    also: "I know its clientId",
  },
  aggregatorsClientId: {
    title: "I know the clientId of my aggregator or plugin",
    body: "You type the clientId, see who is behind it and allow it to act for your seller account. Its secret is never needed here.",
    time: "About two minutes",
    have: ["The clientId, exactly as it was given to you", "Your sign-in to this portal"],
    steps: [
      "Type the clientId; you see whose it is before anything happens",
      "Read what you allow, choose the seller account, confirm",
      "Watch on the receipt that it was told your SellerId",
    ],
    go: "Type the clientId",
  },
  notListed: {
    title: "My aggregator or plugin is not in the list",
    body: "It can be connected all the same, with its clientId. Only whoever made it knows that.",
    time: "A minute now, two more once they answer",
    have: ["The address of their support"],
    steps: [
      "Send the message below to their support",
      "Come back with the clientId, or follow the link they send you",
    ],
    go: "I have the clientId now",
    also: "Look into the list again",
  },
  forAggregator: {
    title: "My aggregator requires clientId/secret/sellerId",
    body: "You make a client, and get all three values side by side on one page. It is linked to your seller account already. Many aggregators only need your SellerId: if yours is in the list, connect it there instead, and no secret leaves your house.",
    time: "About three minutes",
    have: ["The aggregator’s form, open beside this page", "Your password"],
    steps: [
      "Press once: everything is filled in",
      "Copy the three values, or hand them over by a link; the secret is shown this one time",
      "Paste them into the aggregator’s form",
    ],
    go: "Make the three values",
    also: "See whether it is in the list",
  },
  forPlugin: {
    title: "My plugin requires clientId/secret/sellerId",
    body: "You make a client, and get all three values side by side on one page. It is linked to your seller account already. A plugin that belongs to an aggregator may only need your SellerId: look it up in the list first.",
    time: "About three minutes",
    have: ["The plugin’s settings, open beside this page", "Your password"],
    steps: [
      "Press once: everything is filled in",
      "Copy the three values, or hand them over by a link; the secret is shown this one time",
      "Paste them into the plugin’s settings",
    ],
    go: "Make the three values",
    also: "See whether it is in the list",
  },
  legacy: {
    title: "Login and password only",
    body: "A form with two boxes and no SellerId usually belongs to the old interface, which this API replaces. The values made here will not work in it. Sometimes login means clientId and password means clientSecret; then a SellerId is asked for somewhere too.",
    time: "A minute now, a few more once they answer",
    have: ["The address of their support"],
    steps: [
      "Send the message below to whoever made the tool",
      "Come back with the answer: with one box or three you can start at once",
    ],
    go: "Choose again",
    also: "See whether it is in the list",
  },
  ownCode: {
    title: "Create my clientId and clientSecret",
    body: "You make a client, linked to your seller account, and follow the guide to the first successful call.",
    time: "About five minutes",
    have: ["Your password", "A safe place for the secret", "A terminal or Postman, if you like"],
    steps: [
      "Make the client and store its secret",
      "Get a token, with the collection or with curl",
      "Read your own seller account: 200",
    ],
    go: "Create my clientId and clientSecret",
    also: "Read the seller’s guide",
  },
  partnersClientId: {
    title: "I know my partner’s clientId",
    body: "You type the clientId of the company that works for you, see who is behind it and allow it to act for your seller account. If they have none, make a client for them: you can suspend it or retire its secret whenever you like.",
    time: "About two minutes",
    have: ["Their clientId, exactly as it was given to you", "Your sign-in to this portal"],
    steps: [
      "Type the clientId; you see whose it is before anything happens",
      "Read what you allow, choose the seller account, confirm",
      "Watch on the receipt that they were told your SellerId",
    ],
    go: "Type the clientId",
    also: "They have none: make a client for them",
  },
  partnerOwn: {
    title: "I am a technical integration partner",
    body: "You get a clientId and a secret of your own, and ask each customer to link it. The customer confirms on one page, and you are told the SellerId.",
    time: "About five minutes, and two for each customer",
    have: ["Your password", "A safe place for the secret", "Your customer’s e-mail address"],
    steps: [
      "Make your clientId and store its secret",
      "Get a token and read the open test seller 98979: 200",
      "Ask your customer to grant you rights, by a link or a mail",
    ],
    go: "Create my clientId",
    also: "Ask my customer to grant me rights",
  },
  partnerCustomer: {
    title: "I need a new client Id, made by my customer",
    body: "The seller signs up here as a seller, makes a client for you and hands it over: you open a link and see clientId, clientSecret and SellerId once. You need no account for that.",
    time: "About five minutes, on your customer’s side",
    have: ["Your customer’s e-mail address", "A safe place for the secret"],
    steps: [
      "Send your customer the address of the page below",
      "Open the link your customer sends you; the secret is shown this one time",
      "Get a token and read the seller’s account, with the collection or with curl",
    ],
    go: "The page for my customer",
    also: "Collection for me",
  },
  aggregatorOne: {
    title: "I am a feed aggregator",
    body: "You get one clientId for all sellers. A seller confirms on one page, and you are told the SellerId with your own reference; no seller ever needs a secret.",
    time: "About five minutes, and two for each seller",
    have: ["Your password", "A safe place for the secret"],
    steps: [
      "Make your clientId and store its secret",
      "Get a token and read the open test seller 700982: 200",
      "Invite your sellers, one by one or from a list",
    ],
    go: "Create my clientId",
    also: "Invite my sellers",
  },
  aggregatorEach: {
    title: "My sellers bring clientId/secret/sellerId",
    body: "Every seller makes a client here and types three values into your form. You keep a secret for each seller, which is more to guard than one clientId for all.",
    time: "About three minutes for each seller",
    have: ["The address of your form"],
    steps: [
      "Send your sellers the address of the page below",
      "Read the guide: one clientId for all may be less work",
    ],
    go: "The page for my sellers",
    also: "Read the aggregator’s guide",
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
  timeTitle: "It takes",
  haveTitle: "Have at hand",
  stepsTitle: "What you will do",
  foundNone: "Nothing has that name. Try a part of it, or one of the answers below.",
  share: "Send this to a colleague",
  shareHint: "This address shows the same page, with the same answers.",
  shareCopy: "address",
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
