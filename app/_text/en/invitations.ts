/** Invitations: their page, their landing page, the requests on the seller's door, what is shared, who is kept. */
export const invitations = {
  title: "Invitations",
  lead: "Ask a customer for access to their seller account: with a link to pass on, or with a request that waits for them.",
  kinds: "partners, and aggregators or plugins",
  noClient: "An invitation needs a clientId of yours that works.",
  createClient: "Create a clientId",
  done: { withdrawn: "The invitation is withdrawn. Its link leads nowhere from now on." } as Record<
    string,
    string
  >,
  form: {
    title: "Invite one customer",
    intro:
      "Leave the address out to get a link only. With one, we write to it, and the request waits there too.",
    clientId: "Your clientId",
    reference: "Your reference",
    referenceHint:
      "Your own name for this customer, for example a customer number. It comes back with the link.",
    email: "E-mail address or SellerId of your customer",
    emailHint: "The answer here is the same whether we know it or not.",
    emailError: "This is neither an e-mail address nor a SellerId.",
    expectedSellerId: "Only for this SellerId",
    expectedHint: "Then it cannot be accepted for another account by mistake.",
    expectedError: "A SellerId is a number of up to 12 digits.",
    message: "A few words to your customer",
    messageHint: "Shown on the invitation’s page as yours, without links. It is not in the letter.",
    expires: "Open for",
    lives: { "1d": "1 day", "7d": "7 days", "30d": "30 days", "90d": "90 days" },
    submit: "Make the invitation",
  },
  openRequest: "A request to them is open already. Send that one again from your list below.",
  file: {
    title: "Invite many from a file",
    intro:
      "A CSV file with the columns reference, expectedSellerId, email, expires; commas or semicolons, up to 2,000 rows. Rows with a mistake come back to you, the others are made.",
    csv: "CSV file",
    sample: "Take an empty file",
    message: "A few words to all of them",
    submit: "Make the invitations",
    made: "{made} invitations made",
    madeOne: "1 invitation made",
    madeNone: "No invitation was made",
    once: "Their links are shown here once. Take the file now: from here on we know only their hash.",
    links: "Take the links",
    bad: "{bad} rows refused",
    badOne: "1 row refused",
    badHint: "Nothing of them is lost: take them as a file, correct them and send that file.",
    badFile: "Take the refused rows",
    columns: { line: "Line", what: "What stands there", problem: "What is wrong" },
    another: "Another file",
    problems: {
      bad_quotes: "The quotes in this row do not match.",
      extra_cells: "The row has more cells than the first line has columns.",
      duplicate: "The same row stands further up.",
      already_linked: "This SellerId is linked to your clientId already.",
      seller_not_expected: "The column email names another SellerId.",
      taken: "A request to them is open already, or stands further up. Send that one again from your list.",
      limit:
        "There is no room for it now. 50 a day can go to an address or SellerId, 5,000 once one of your clients is reviewed; without one, a client has 5,000 open links at most. Send this row again later.",
    },
  },
  made: {
    title: "The invitation is made",
    again: "Sent again with a new link",
    once: "The link is shown here once. Copy it now, or send it again later, which makes a new one.",
    oldDead: "The old link leads nowhere from now on.",
    mailed: "We have written to your customer, if they can be reached. The request waits for them too.",
    link: "Link of the invitation",
    until: "Open until {until}",
    qr: "QR code of the link",
    another: "Make another one",
  },
  list: {
    title: "Your invitations",
    filter: "Show",
    all: "All",
    none: "Nothing here yet.",
    next: "Older ones",
    columns: {
      who: "Customer",
      clientId: "clientId",
      state: "State",
      until: "Open until",
      again: "Send again",
      withdraw: "Withdraw",
    },
    nobody: "Link only",
    expects: (sellerId: number) => `only for SellerId ${sellerId}`,
    states: {
      open: "Open",
      accepted: "Accepted",
      declined: "Declined",
      expired: "Expired",
      withdrawn: "Withdrawn",
    },
    steps: {
      none: "Not opened yet",
      opened: "Opened",
      signed_in: "Opened and signed in",
      consent: "Came to the consent page",
    },
    abandoned: {
      opened: "Stopped after opening it",
      signed_in: "Stopped after signing in",
      consent: "Stopped at the consent page",
    },
    reason: (reason: string) => `Reason: ${reason}`,
    sends: (sends: number) => `sent ${sends} times`,
    resend: "Send again",
    resendSubmit: "Send with a new link",
    resendHint: "The old link ends at that moment.",
    withdraw: "Withdraw",
    withdrawHint: "Its link leads nowhere from then on, and the request no longer waits for anybody.",
    withdrawSubmit: "Withdraw the invitation",
  },
  landing: {
    title: (partner: string) => `${partner} asks for access to your seller account`,
    by: "Who asks",
    clientId: "clientId",
    listed: "Directory",
    isListed: (name: string) => `Listed as ${name}`,
    isNotListed: "Not in the directory",
    domain: "Proven domain",
    noDomain: "None",
    since: "Here since",
    expects: "Expected account",
    until: "Open until",
    message: (partner: string) => `${partner} writes`,
    sharedTitle: "What it would allow",
    shared: [
      "Reading and changing the data of the one seller account you choose, through the API.",
      "Never your password, never your other accounts, and never deciding who has access.",
      "You see when it is used, and you end it at any time: the very next call is refused.",
    ],
    nextTitle: "What happens next",
    next: [
      "You sign in, or make an account if you have none.",
      "You see once more who asks, choose the account, and say yes or no.",
      "Your partner is told by itself. There is nothing to copy or to send.",
    ],
    goOn: "Go on",
    signIn: "Sign in and go on",
    signUp: "I have no account yet",
    decline: "Decline",
    declineHint: "The sender learns that you declined, and your reason if you give one.",
    reason: "Reason",
    declineSubmit: "Decline the invitation",
    caution:
      "You do not know this company? Then do nothing, or decline. Nobody will ever ask you for a clientSecret or a password.",
    ended: {
      expired: "This invitation is too old. Ask the sender for a new one.",
      accepted: "This invitation was accepted already. Who has access stands under Links.",
      declined: "This invitation was declined. The sender can make a new one.",
      withdrawn:
        "This invitation was taken back by its sender, or a newer link was sent in its place. Ask them if you did not expect that.",
    },
    declinedNow: "You declined. The sender has been told.",
    suspended:
      "The clientId behind this invitation does not work at the moment, so there is nothing to accept. Ask the sender.",
    other: (sellerId: number) =>
      `This invitation is for SellerId ${sellerId}, which is not among your accounts. It cannot be accepted for another one.`,
    otherWays:
      "If the account is yours under another sign-in, sign out and use that one; or add the account to this one. Else ask the sender for an invitation to the right account.",
    addAccount: "Add a seller account",
    linked: "You have given this access already; there is nothing left to do.",
    seeLinks: "Who has access",
    mine: "This is your own invitation. Pass its link on; only a seller can accept it.",
    notSeller: (organisation: string) =>
      `You act for ${organisation}, which owns no seller account. An invitation is accepted by a seller.`,
    sellers: "a seller",
    noSeller: "Your organisation has no seller account to give access to.",
  },
  requests: {
    title: "Waiting for you",
    intro: "These ask for access to a seller account of yours. Nothing happens before you say yes.",
    asks: (partner: string) => `${partner} asks for access`,
    forAccount: (sellerId: number) => `to SellerId ${sellerId}`,
    until: (when: string) => `Open until ${when}`,
    accept: "See it and accept",
    suspended: "The clientId does not work at the moment.",
    done: { "request-declined": "You declined. The sender has been told." } as Record<string, string>,
  },
  share: {
    title: "Pass your clientId on",
    intro:
      "Whoever has this link sees who you are and can give you access. It holds nothing secret and never ends.",
    link: "Link for your customers",
    invite: "Invite a customer",
    kept: "Customers with a clientId of their own",
  },
  mailHeadings: {
    invite: "Mail text with this invitation",
    share: "Mail text with your link",
    values: "Mail text to ask for a clientId",
  },
  mail: {
    invite: `Hello,

please give us access to your seller account on the marketplace:

{link}

The page shows who we are: {organisation}, clientId {clientId}. Sign in, choose your account and say yes. It takes a minute, there is nothing to copy, and you can end it at any time. We never ask for your password.`,
    share: `Hello,

please give us access to your seller account on the marketplace. Open this page, check that it names {organisation} and the clientId {clientId}, and confirm:

{link}

It takes a minute, there is nothing to send back, and you can end it at any time. We never ask for your password.`,
    values: `Hello,

so that we can work with your seller account, please make a clientId for us on this page:

{link}

When it is made, choose “Hand over” there instead of sending the clientSecret by mail: you get a link that shows clientId, clientSecret and SellerId to us once. Please send us that link.`,
  },
  ownValues: {
    title: "My customer shares a clientId with me",
    body: "Some customers make the clientId themselves and give you its values. Ask them with this text; they then hand the secret over with a link that opens once, so that it stands in no mail.",
    after:
      "When you have opened the hand-over, check the three values with a first call, and note the customer in your list.",
    check: "Check with a first call",
    keep: "Note the customer",
  },
  kept: {
    title: "Customers with a clientId of their own",
    lead: "Sellers who gave you their own clientId, kept beside the linked ones. Never write a clientSecret here.",
    none: "Nobody is kept here yet.",
    add: "Note a customer",
    sellerId: "SellerId",
    clientId: "clientId",
    reference: "Your reference",
    notes: "Notes",
    submit: "Note",
    columns: {
      sellerId: "SellerId",
      clientId: "clientId",
      reference: "Reference",
      notes: "Notes",
      edit: "Change",
      remove: "Remove",
    },
    edit: "Change",
    editSubmit: "Save",
    remove: "Remove",
    removeHint: "Only this note goes; what the customer gave you is not changed by it.",
    removeSubmit: "Remove from the list",
    csv: "Take the list as CSV",
    done: {
      kept: "Noted.",
      changed: "Changed.",
      removed: "Removed from the list.",
    } as Record<string, string>,
  },
};
