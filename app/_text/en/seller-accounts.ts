/** Seller accounts that an organisation adds: by making one in the sandbox, or by proof. */
export const sellerAccounts = {
  title: "Add a seller account",
  lead: "An account is added by proof only: a code goes to the contact that is recorded for it.",
  claim: {
    open: "I have another seller account",
    body: "Type its SellerId. If there is such an account, we mail a code of six digits to its recorded contact; the answer here is the same in any case.",
    sellerId: "SellerId",
    submit: "Mail the code",
  },
  code: {
    title: (sellerId: number) => `Code for SellerId ${sellerId}`,
    body: (until: string) =>
      `If this account exists, its recorded contact has a letter with six digits. Type them here until ${until}. Five wrong codes end this try.`,
    label: "Code",
    submit: "Prove it",
  },
  mint: {
    open: "Make another sandbox account",
    body: "For trying things with two accounts. Every organisation can make one.",
    used: "Your organisation has made its extra account already; there is one for each.",
    submit: "Make an account",
  },
  requests: {
    title: "Somebody asks to see your account",
    lead: "They typed the code that went to the account's recorded contact. They see nothing yet. Accepted, they become a viewer of your organisation; the account stays yours.",
    who: (name: string, email: string) => `${name} (${email})`,
    account: (shopName: string, sellerId: number) => `asks to see ${shopName}, SellerId ${sellerId}`,
    accept: "Let them look",
    decline: "Decline",
  },
  done: {
    minted: "The account was made. It stands among your seller accounts.",
    claimAsked: "If there is such an account, a code is on its way to its recorded contact.",
    claimed: "The account is yours now, with everything that is linked to it.",
    claimOwn: "The account was yours already. Nothing was changed.",
    claimPassedOn:
      "The code is right. The account belongs to another organisation, so its owners were asked; a letter tells you what they decide.",
    claimAccepted: "They are a viewer of your organisation now.",
    claimDeclined: "The request is declined. Nothing was changed.",
  } as Record<string, string>,
  afterClaim: "Who has access to it",
};
