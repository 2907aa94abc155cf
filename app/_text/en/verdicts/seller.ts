import type { VerdictFacts, VerdictText } from "../../verdict-text";

const wait = (f: VerdictFacts) => (f.waitSeconds ? ` There is room again in ${f.waitSeconds} seconds.` : "");

const ended: Record<string, (at: string) => string> = {
  seller: (at) => `The seller ended the link between this client and the seller account on ${at}.`,
  client: (at) => `The client's own side ended the link to the seller account on ${at}.`,
  operator: (at) =>
    `The marketplace's team ended the link between this client and the seller account on ${at}.`,
  clock: (at) =>
    `The link between this client and the seller account ended on ${at}, because its time was over.`,
};

const endReasons: Record<string, string> = {
  not_used: " Reason given: no longer used.",
  switching: " Reason given: a change of partner.",
  mistake: " Reason given: linked by mistake.",
  security: " Reason given: security.",
  client_deleted: " The client was deleted.",
};

const noLink =
  "This client has no open link to that seller account, or there is no such account; the answer does not say which.";

/** What is wrong with the SellerId, or with the link to it. */
export const seller = {
  "seller.header_missing": {
    title: "The SellerId header is missing",
    seen: "Status 400 with seller_id_missing or seller_id_duplicate.",
    happened: (f) =>
      f.twice
        ? "The SellerId header was sent more than once."
        : "The call did not say for which seller account it is.",
    why: "A token holds no seller. Each call says which account it is for, in the header SellerId.",
    todo: "Send SellerId: with the number, once, with each call.",
  },
  "seller.in_query": {
    title: "The SellerId is in the wrong place",
    seen: "The number stands in the address or in the body, and the header is missing.",
    why: "The API reads it from the header SellerId only.",
    todo: "Move the number into the header SellerId.",
  },
  "seller.bad_format": {
    title: "This is not a SellerId",
    seen: "Status 400 with seller_id_malformed.",
    happened: (f) =>
      f.unsafe
        ? "It holds characters that no header can carry, so nothing was sent."
        : `The Seller API answered ${f.status}: it cannot read the SellerId.`,
    why: "A SellerId is 1 to 12 digits and does not begin with 0. A login, an e-mail address or a shop name is none.",
    todo: "Find the number in the seller area under Settings, or on the seller's page here.",
  },
  "seller.not_linked": {
    title: "No link to this seller account",
    seen: "Status 403 with seller_not_granted.",
    happened: (f) => `The token is good, but the Seller API refused it for SellerId ${f.sellerId}: 403.`,
    why: noLink,
    todo: "The owner of the seller account links the client in this portal; send them an invitation link. Check the number, too.",
  },
  "seller.pending": {
    title: "The seller has not answered yet",
    seen: "Status 403 with seller_not_granted, while a request to the seller is open.",
    happened: (f) => `The seller was asked for access on ${f.askedAt} and has not answered yet.`,
    why: "Only the owner of the seller account can say yes. Until then each call answers 403.",
    todo: "Remind the seller of the request, or send it again. It waits on their start page.",
  },
  "seller.declined": {
    title: "The seller said no",
    seen: "Status 403 with seller_not_granted, after a request that was declined.",
    happened: (f) =>
      `The seller declined the request on ${f.declinedAt}.${f.reason ? ` Reason: ${f.reason}` : ""}`,
    why: "The owner of the seller account does not want this client to act for them, or took it for somebody else.",
    todo: "Talk to the seller first; then ask again with a few words that say who you are.",
  },
  "seller.ended": {
    title: "The link has ended",
    seen: "Status 403 with seller_not_granted, for a seller account that worked before.",
    happened: (f) => `The token is good, but the Seller API refused it for SellerId ${f.sellerId}: 403.`,
    why: "A link ends when either side ends it, or on the day that was set for it.",
    because: (f) =>
      (ended[f.linkEndedBy ?? ""]?.(f.linkEndedAt ?? "") ??
        `The link between this client and the seller account ended on ${f.linkEndedAt}.`) +
      (endReasons[f.endReason ?? ""] ?? ""),
    todo: "The owner of the seller account can link the client again at any time.",
  },
  "seller.other_client": {
    title: "Another client of yours is linked",
    seen: "Status 403 with seller_not_granted, while another client of the same organisation has the link.",
    happened: (f) =>
      `SellerId ${f.sellerId} is linked to your client ${f.otherClientId}, and not to ${f.clientId}.`,
    why: "A link belongs to one clientId. Clients of one organisation do not share theirs.",
    todo: "Use the clientId and the secret of the client that has the link, or let the seller link this one, too.",
  },
  "seller.unknown": {
    title: "There is no such seller account",
    seen: "Status 404 for the seller, while the address is right.",
    happened: (f) => `The Seller API answered ${f.status} for SellerId ${f.sellerId}.`,
    why: "The number is mistyped, or belongs to another environment.",
    todo: "Compare the number with the one in the seller area under Settings.",
  },
  "seller.closed": {
    title: "The seller account is closed",
    seen: "The call works, and seller_state says Deactivated, or seller_sub_state BannedSeller.",
    happened: (f) => `The Seller API answered, and says of the account: ${f.state}.`,
    why: "The marketplace closed the shop or put it on hold. Client and link are in order.",
    todo: "The owner of the seller account settles that in the seller area.",
  },
  "seller.open_quota": {
    title: "The open test seller is busy",
    seen: "Status 429 for SellerId 98979 or 700982.",
    happened: (f) => `Its shared quota is used up: 429.${wait(f)}`,
    why: "It allows few calls a minute, counted over everybody who tries. A seller account of your own has no such quota.",
    todo: "Wait a minute, or link a seller account of your own.",
  },
} satisfies Record<string, VerdictText>;
