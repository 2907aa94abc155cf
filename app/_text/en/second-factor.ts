/** The second factor: setting it up, the code at sign-in, and what to do without it. */
export const secondFactor = {
  title: "Second factor",
  back: "Account",
  intro:
    "With a second factor, signing in takes your password and a code that an app on your telephone shows. A password that somebody found out is then not enough.",
  needed:
    "Whoever acts for the marketplace signs in with a second factor. Set yours up; the operator's pages open after that.",
  section: {
    off: "You sign in with your password alone.",
    on: ({ since, left }: { since: string; left: number }) =>
      `On since ${since}. Recovery codes left: ${left}.`,
    setUp: "Set up a second factor",
    seeTo: "See to your second factor",
  },
  begin: {
    title: "Set it up",
    lead: "You need an authenticator app, for example the password manager of your telephone. We make a key for it; it counts once you have typed a first code.",
    submit: "Make a key",
  },
  draft: {
    title: "Add the key to your app",
    lead: "Scan the picture with your authenticator app, or type the key. It is shown here for a quarter of an hour.",
    replaces: "Your present second factor counts until you confirm the new one.",
    qr: "QR code with the key for your authenticator app",
    key: "Key",
    passcode: "Code that the app shows",
    submit: "Confirm",
  },
  codes: {
    title: "Your second factor is on. Keep these recovery codes",
    lead: "Each signs you in once, in place of the app. Every other browser was signed out.",
    label: "Recovery codes",
    what: "the recovery codes",
    warning: "They are shown this once. Keep them where you find them without your telephone.",
    file: "Download as a text file",
    goOn: "I have kept them",
  },
  replace: {
    open: "Replace it",
    body: "For a new telephone. You get a new key and ten new recovery codes; the old ones end once you confirm.",
    submit: "Make a new key",
  },
  end: {
    open: "Turn it off",
    body: "Your password alone will sign you in. Every other browser is signed out, and a letter tells you.",
    submit: "Turn it off",
  },
  ended: "Your second factor is off.",
  passcode: "Code of your second factor",
  passcodeHint: "Six digits that your app shows now, or one of your recovery codes.",
  ifAny: "Only if you have set one up.",
  code: {
    title: "Enter the code",
    lead: "Your password was right. Now the code of your second factor; this page waits five minutes.",
    submit: "Sign in",
    tooMany: "Too many tries in a short time. Try again in {minutes} minutes.",
    over: "This page is too old, or was opened in another browser. Sign in again.",
  },
  again: {
    title: "Or by your second factor",
    submit: "Confirm by code",
  },
  remove: {
    title: "Second factor",
    open: "Remove a member's second factor",
    body: "For somebody who lost the app and the recovery codes. Make sure first, by another way than mail, that it is them. Their sessions end, their password stays, and a letter tells them why.",
    email: "E-mail address of the member",
    submit: "Remove the second factor",
    notFound:
      "No member of this organisation with this address has a second factor. Your own you see to yourself.",
    done: "The second factor was removed, and its owner told.",
  },
};
