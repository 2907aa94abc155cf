import type { EndingView } from "@/lib/privacy/find-leaving";
import type { RetentionName } from "@/lib/privacy/retention";

type Kept = { what: string; howLong: (time: string) => string; why: string };

const kept: Record<RetentionName, Kept> = {
  account: {
    what: "Your account: name, e-mail address, the hash of your password, your second factor, your choices",
    howLong: (time) =>
      `Until you delete it. Who belongs to no organisation any more is forgotten ${time} after their last session.`,
    why: "To let you in, and nobody else.",
  },
  sessions: {
    what: "Sessions: when, network address, browser",
    howLong: (time) => `${time} after their end`,
    why: "So that you can see where you are signed in, and what was not you.",
  },
  signUps: {
    what: "Unfinished sign-ups, links to set a new password or to do without a lost second factor, claims of a seller account",
    howLong: (time) => `${time} after they have run out`,
    why: "A mailed link works for a while, and says afterwards that it has ended.",
  },
  letters: {
    what: "Letters: address, subject, and the text under encryption; lines of digests",
    howLong: (time) => `7 days after they left, ${time} at most`,
    why: "To try again where a mail server did not answer.",
  },
  firstCalls: {
    what: "Reports of first calls, without secrets and tokens",
    howLong: (time) => time,
    why: "So that you can come back to them and show them to others.",
  },
  traffic: {
    what: "Messages to servers and what these answered, used forms, counters of limits, repeats of calls",
    howLong: (time) => `Hours to ${time}`,
    why: "To deliver everything once, and to stop guessing and floods.",
  },
  tickets: {
    what: "Requests for help with their messages and files",
    howLong: (time) => `${time} after they were solved; the number to call goes with your account`,
    why: "Questions come back, and answers should not be lost.",
  },
  invitations: {
    what: "To whom an invitation went, and its message; hand-overs",
    howLong: (time) => `${time} after it was answered or has ended`,
    why: "So that both sides can see who asked whom.",
  },
  team: {
    what: "Invitations to a team, offers of the ownership, requests to share a seller account",
    howLong: (time) => `${time} after they have ended`,
    why: "So that owners can see who was asked.",
  },
  bulk: {
    what: "Acts on many linked sellers, with the name of who began them",
    howLong: (time) => `${time} after their end`,
    why: "To see what became of each, and to take it back.",
  },
  directory: {
    what: "Entries of the directory and decisions about them, proven domains, pictures",
    howLong: (time) =>
      `With the organisation; tries to prove a domain ${time}, pictures that nothing shows one day`,
    why: "They are public, so who decided what has to be clear.",
  },
  notes: {
    what: "What the marketplace's team notes about a case",
    howLong: (time) => time,
    why: "So that whoever helps next knows what happened.",
  },
  organisation: {
    what: "The organisation: name, seller accounts, clients with their contact, links, consents",
    howLong: () =>
      "Until an owner deletes it. Links that have ended, and the consents behind them, stay for the other side; own notes and tags go at once.",
    why: "A link is about two sides: either may have to prove who had access and when.",
  },
  events: {
    what: "The audit trail: who did what and when, with the name they had then, and network request numbers",
    howLong: (time) => `${time}, also when the account is deleted`,
    why: "Our legitimate interest, and yours: to find out later who gave or took access. Nobody can change it, us included.",
  },
};

const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);

/** What is kept of people, and the ways to take it along and out. */
export const privacy = {
  title: "Your data",
  lead: "What this portal keeps of people, for how long, and why. What is past its time deletes itself.",
  keptTitle: "What is kept",
  columns: { what: "What", howLong: "How long", why: "Why" },
  time: (days: number) => (days >= 730 ? `${Math.round(days / 365)} years` : many(days, "day", "days")),
  kept,
  parts: [
    {
      id: "yours",
      title: "What you can do",
      body: [
        "Take your data along, as one file: your account, sessions, letters by their subject, what you did, what you asked, and all of every organisation you own. Secrets, tokens and passwords are in no file; we do not have them ourselves.",
        "Delete your account, or as an owner your organisation. Both happen at once and for good, after you have typed your password and a word to confirm. There is no waiting time: whoever ends an access wants it to end now, and nobody should find a door open again that they had closed.",
        "Both are on your account page.",
      ],
    },
    {
      id: "stays",
      title: "What stays when you have gone",
      body: [
        "The audit trail stays as it was written, with the name you had. It is sealed, block on block, so that nobody can change or remove a line of it unseen; that is what makes it worth something to you as well. After three years its lines go, block by block.",
        "A link that has ended stays in the history of the other side, with the name of the organisation, not with yours. Where your name stood beside a message or an act, there is a dash.",
      ],
    },
    {
      id: "not",
      title: "What we do not do",
      body: [
        "There is no advertising, no tracking, no analysis by others, and nothing is loaded from elsewhere. The only cookies are the session, a random number for forms of visitors, and the language.",
      ],
    },
    {
      id: "weakness",
      title: "Found a weakness?",
      body: [
        "Tell us before you tell others. The file /.well-known/security.txt says where; we answer within five working days, and nobody who keeps to accounts of their own has anything to fear.",
      ],
    },
  ],
  toAccount: "To your account page",
  accountGone: "Your account is deleted. A last letter confirms it.",
  footer: "Your data",
  data: {
    title: "Your data",
    intro: "One file with everything that is kept of you, and of the organisations you own. Without secrets.",
    export: "Download my data",
    more: "What is kept, for how long, and why",
    goodbye: "Leave for good",
    goodbyeIntro: "Both take effect at once and cannot be taken back.",
    organisationGone: "The organisation is deleted. Everybody concerned has been told.",
    account: {
      open: "Delete my account",
      consequence:
        "You are signed out everywhere. Your name, address, password and choices go; what you did stays in the audit trail for three years, with the name you have now.",
      others: (names: string) => `You leave ${names}; the owners are told.`,
      alone: (names: string) =>
        `Nobody else is in ${names}: it is deleted with your account, with all its clients and links.`,
      needed: (names: string) =>
        `You are the only owner of ${names}. Hand it over on the team page, or delete it; then you can delete your account.`,
      typed: (email: string) => `Type ${email} to confirm`,
      endOrganisations: "Delete what only I belong to as well",
      submit: "Delete my account for good",
    },
    organisation: {
      open: (name: string) => `Delete ${name}`,
      consequence: ({ clients, links, sellers, members }: EndingView) =>
        `${many(clients, "client", "clients")} and ${many(links, "link", "links")} end now, secrets and tokens stop working within a second. ${many(sellers, "seller account belongs", "seller accounts belong")} to nobody here any more. ${many(members, "person loses", "people lose")} access. Both sides of every link are told.`,
      atOnce:
        "There is no time to think it over. What the marketplace itself keeps of your shop is not touched.",
      typed: (name: string) => `Type ${name} to confirm`,
      submit: "Delete the organisation for good",
    },
  },
};
