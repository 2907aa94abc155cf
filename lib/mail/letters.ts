/** A letter in one source; `render` makes text and HTML of it. Nothing in it is secret but its one-use link. */
export type Letter = {
  kind: string;
  language: "en";
  subject: string;
  greeting: string;
  paragraphs: string[];
  button?: { label: string; href: string };
  footer: string[];
};

const automatic = "This letter was sent because somebody used your address on the seller portal.";

/** Asks to prove the address and set a password; nothing exists before. */
export function verifyLetter(to: { name: string; companyName: string }, href: string): Letter {
  return {
    kind: "verify",
    language: "en",
    subject: "Set your password to finish signing up",
    greeting: `Hello ${to.name},`,
    paragraphs: [
      `you asked for an account for ${to.companyName}. Choose a password and you are in. The link works once, for 72 hours.`,
    ],
    button: { label: "Set my password", href },
    footer: ["If this was not you, do nothing: without the link no account is made.", automatic],
  };
}

/** For a sign-up with an address that has an account already: only its owner learns that. */
export function knownAddressLetter(to: { name: string }, signIn: string, reset: string): Letter {
  return {
    kind: "known-address",
    language: "en",
    subject: "You already have an account",
    greeting: `Hello ${to.name},`,
    paragraphs: [
      "somebody, probably you, asked for a new account with this address. You already have one: sign in with it.",
      `If the password is lost, set a new one here: ${reset}`,
    ],
    button: { label: "Sign in", href: signIn },
    footer: [automatic],
  };
}

/** A right to set a new password. */
export function resetLetter(to: { name: string }, href: string): Letter {
  return {
    kind: "reset",
    language: "en",
    subject: "Set a new password",
    greeting: `Hello ${to.name},`,
    paragraphs: [
      "here is the link to set a new password. It works once, for one hour, and signs out every other browser.",
    ],
    button: { label: "Set a new password", href },
    footer: ["If this was not you, do nothing: your password stays as it is.", automatic],
  };
}

/** Tells that the password was changed; cannot be switched off. */
export function passwordChangedLetter(to: { name: string }, reset: string): Letter {
  return {
    kind: "password-changed",
    language: "en",
    subject: "Your password was changed",
    greeting: `Hello ${to.name},`,
    paragraphs: [
      "the password of your account was changed just now, and every other browser was signed out.",
    ],
    button: { label: "This was not me", href: reset },
    footer: [automatic],
  };
}

/** Tells the client's contact what happened to it; never with a secret. */
export function clientLetter(
  kind: ClientLetterKind,
  to: { name: string; clientId: string },
  href: string,
): Letter {
  const said = clientSentences[kind];
  return {
    kind: `client-${kind}`,
    language: "en",
    subject: said.subject,
    greeting: "Hello,",
    paragraphs: [said.body(to)],
    button: { label: "Open the client", href },
    footer: ["If this was not expected, open the client: every change is listed there with who made it."],
  };
}

export type ClientLetterKind = keyof typeof clientSentences;
const clientSentences = {
  created: {
    subject: "A clientId was created",
    body: (c: { name: string; clientId: string }) =>
      `${c.name} created the clientId ${c.clientId}. Its secret was shown once and is not in this letter.`,
  },
  "secret-added": {
    subject: "A new secret was made",
    body: (c: { name: string; clientId: string }) =>
      `${c.name} made a new secret for the clientId ${c.clientId}.`,
  },
  suspended: {
    subject: "A clientId was suspended",
    body: (c: { name: string; clientId: string }) =>
      `${c.name} suspended the clientId ${c.clientId}. It gets no tokens until it is resumed.`,
  },
  deleted: {
    subject: "A clientId was deleted",
    body: (c: { name: string; clientId: string }) =>
      `${c.name} deleted the clientId ${c.clientId}. It cannot come back.`,
  },
} satisfies Record<string, { subject: string; body: (c: { name: string; clientId: string }) => string }>;
