import type { LinkChainView } from "@/lib/links/find-link-chain";
import type { DarkReason } from "@/lib/links/judge-chain";
import type { TellingView } from "@/lib/links/judge-telling";

/** One link as the seller sees it: the receipt after consent, and what became of it since. */
export const receipt = {
  title: (partner: string) => `Access of ${partner}`,
  back: "Who has access",
  open: "Open",
  until: (when: string) => `Open until ${when}`,
  ended: "Ended",
  done: {
    linked: "Done: access is given, from this moment on.",
    undone: "Taken back. The very next call is refused, and both sides are told.",
  } as Record<string, string>,
  facts: {
    client: "clientId",
    account: "Seller account",
    sellerId: "SellerId",
    since: "Since",
    via: "By way of",
    used: "Last used",
    never: "never",
  },
  sellerIdHint: (partner: string) => `Should ${partner} ask for it all the same, here it is to copy.`,
  chain: {
    owner: { us: "Ours to do" },
    partners: (partner: string) => `${partner}'s to do`,
    why: {
      client_suspended: "The client is suspended: it gets no tokens.",
      client_deleted: "The client was deleted and cannot come back.",
      no_live_secret: "No secret of the client works at the moment.",
      not_told: "We are telling them; the state of that stands below.",
      no_token: "They have not asked for a token yet.",
      no_call: "They have not called the API for your account yet.",
    } satisfies Partial<Record<DarkReason, string>>,
    remind: (partner: string) => `Remind ${partner}`,
    look: "Look again",
    again: "Link it again",
  },
  told: {
    title: (partner: string) => `We have told ${partner}`,
    telling: (partner: string) => `We are telling ${partner}`,
    own: "It is your own client: there is nobody else to tell.",
    answered: (status: number, when: string) => `Their server answered ${status} at ${when}.`,
    asked: (when: string) => `Their program asked for the list of links by itself and saw it at ${when}.`,
    mailed: (when: string) => `By mail only: the letter with your SellerId left at ${when}.`,
    sending: "Their server is being told now.",
    retrying: (when: string) => `Retrying: their server did not accept it at ${when}.`,
    status: (status: number) => `It answered ${status}.`,
    silent: "It did not answer.",
    next: (when: string) => `Next try at ${when}.`,
    given_up: (when: string) =>
      `Their server could not be reached; we gave up at ${when}. A letter went to them as well.`,
    letter_waiting: "They have no server for this; a letter with your SellerId is about to leave.",
  } satisfies Record<TellingView["how"], unknown> & Record<string, unknown>,
  look: "Look again",
  looking: "This page looks again by itself while something is still to come.",
  undo: {
    title: "Was this a mistake?",
    body: (when: string) =>
      `Until ${when} one press takes it back. The very next call is refused, and both sides are told.`,
    submit: "Undo",
  },
  end: {
    title: "End this access",
    viewer: "You can look, but not change anything here: your role is viewer.",
  },
  over: {
    title: "This access has ended",
    when: (when: string) => `It ended at ${when}.`,
    by: {
      seller: "Ended by your side",
      client: "Ended by the client's side",
      operator: "Ended by the marketplace's team",
      clock: "Its time was over",
    } satisfies Record<NonNullable<LinkChainView["endedBy"]>["side"], string>,
    person: (side: string, name: string) => `${side}: ${name}`,
    reason: (reason: string) => `Reason: ${reason}.`,
    words: (words: string) => `The marketplace's team says: ${words}`,
    again: "Link it again",
  },
  reasons: {
    not_used: "not used any more",
    switching: "changed to another tool",
    mistake: "linked by mistake",
    security: "something looked wrong",
    other: "another reason",
    lapsed: "its time was over",
    client_deleted: "the client was deleted",
    partner: "ended by the holder of the clientId",
    operator: "ended by the marketplace's team",
  } satisfies Record<NonNullable<LinkChainView["reason"]>, string>,
};
