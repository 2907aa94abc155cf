/** Seller accounts at the operator's desk. */
export const sellerDesk = {
  title: "Bind a seller account",
  lead: "For an account whose recorded contact can no longer read a code. Ask for another proof first; what you do is kept with your name.",
  sellerId: "SellerId",
  sellerIdHint: "An account that nobody owns yet.",
  email: "Owner's e-mail",
  emailHint: "The address of the owner of one seller company here.",
  reason: "What proved it",
  reasonHint: "Kept in the history, for example: trade register extract seen on 20 November.",
  sellerIdError: "No such account, or one that is owned, or open to all.",
  emailError: "Nobody with this address owns exactly one seller company here.",
  refused: "Nothing was bound. Look at the marked field.",
  submit: "Bind this account",
  done: {
    bound: "Bound. The new owner and the account's recorded contact get a letter.",
  } as Record<string, string>,
};
