import type { HandOverState } from "@/lib/clients/judge-hand-over";

/** Giving somebody the right to make one new secret, and what its receiver sees. */
export const handOver = {
  title: "Hand over to somebody",
  lead: "Somebody needs clientId, clientSecret and SellerId from you? Do not mail a secret. Give a link instead: whoever opens it makes one new secret of this client and sees it once. Until then nothing secret exists, and you can take the link back.",
  stopped: "A suspended client cannot be handed over. Resume it first.",
  label: "For whom (optional)",
  labelHint: "For your own list, for example the name of the plugin. The receiver does not see it.",
  phrase: "Pass phrase (optional)",
  phraseHint: "At least 8 characters. Tell it by another way than the link, for example by telephone.",
  seller: "SellerId shown with it",
  submit: "Give a link",
  sending: "One moment",
  staleLink: "A link was given with it and was shown once. Withdraw that one below and give another.",
  given: {
    title: "Your link, shown this once",
    body: "Send it to the one who needs the values. It works once, until {until}.",
    link: "Link to hand over",
    withPhrase: "Tell the pass phrase by another way.",
    next: "Give another link",
  },
  columns: { who: "For whom", given: "Given", seller: "SellerId", state: "State", end: "Withdraw" },
  nobody: "no label",
  withPhrase: "with a pass phrase",
  by: (name: string) => `by ${name}`,
  states: {
    waiting: (when: string) => `Waits until ${when}`,
    opened: (when: string) => `Opened ${when}`,
    withdrawn: (when: string) => `Withdrawn ${when}`,
    expired: (when: string) => `Not opened by ${when}`,
    closed: () => "Closed after five wrong phrases",
    stopped: () => "Stopped",
  } satisfies Record<HandOverState, (when: string) => string>,
  withdraw: "Withdraw",
  done: { handOverWithdrawn: "The hand-over is withdrawn. Its link works no more." } as Record<
    string,
    string
  >,
  receive: {
    title: "Access values for you",
    lead: (organisation: string) => `${organisation} gives you what a tool needs to call the API for them.`,
    from: "Given by",
    until: "Works until",
    what: "Show makes one new secret of this clientId and shows it once, together with the clientId and the SellerId. Press it when you are ready to store them. Nobody else sees this secret, also not the one who gave it to you.",
    told: "That you opened it is told to the one who gave it.",
    phrase: "Pass phrase",
    phraseHint: "The one who sent you the link tells you by another way. Five wrong tries close the link.",
    show: "Show",
    showing: "One moment",
    over: {
      opened: (when: string) =>
        `This link was opened on ${when}, and its secret was shown then. It works once. If that was not you, tell the one who gave it: they can retire that secret at once.`,
      withdrawn: () => "The one who gave this link has taken it back. Ask them for another one.",
      expired: () => "This link was good for 72 hours and is too old now. Ask for another one.",
      closed: () =>
        "A wrong phrase was typed five times, so this link is closed. No secret was made. Ask for another one.",
      stopped: () =>
        "The client behind this link does not work at the moment. Ask the one who gave it to you.",
    },
    shownTitle: "Your values, shown this once",
    shownLead:
      "Store them now, in the tool they are for. If the secret is ever lost, ask for another hand-over.",
    noSeller: "No SellerId came with it: ask for it, and it goes into the SellerId header of every call.",
    goOn: "Make a first call",
    goOnHint: "The tester checks clientId, secret and SellerId and says what is wrong, if anything.",
  },
};
