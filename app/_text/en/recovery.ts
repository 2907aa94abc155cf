/** The way back for whoever lost the authenticator app and the recovery codes. */
export const recovery = {
  ask: {
    title: "Phone and recovery codes lost?",
    lead: "We send a letter to the address of your account. Its link begins a wait of 72 hours, in which a letter comes every day that can stop it. After it, your password alone turns the second factor off.",
    submit: "I lost my phone and my codes",
    sent: {
      title: "Look into your mailbox",
      body: "We sent a letter to {email}. It says how it goes on.",
      more: "Nothing there after a few minutes? Look into the spam folder, or sign in and ask again. Somebody who acts for the marketplace asks another operator instead.",
    },
  },
  begin: {
    title: "Turn the second factor off without a code",
    lead: "For whoever lost the authenticator app and every recovery code.",
    steps: [
      "You begin a wait of 72 hours here.",
      "A letter comes now, and one each day. Each can stop the wait; a code of your second factor or a new password stops it too.",
      "After it, sign in with your password within a week. That turns your second factor off and signs out every browser.",
    ],
    submit: "Begin the wait of 72 hours",
    begun: "The wait has begun",
    until: (when: string) => `It runs until ${when}. Sign in with your password after that.`,
    running: (when: string) => `This link was used, or a wait has begun already: it runs until ${when}.`,
    over: "This link was used or is too old. Sign in and ask for a new one.",
  },
  stop: {
    title: "Stop turning the second factor off",
    lead: ({ email, until }: { email: string; until: string }) =>
      `For the account of ${email}. If nobody stops it, the password alone turns the second factor off from ${until} on.`,
    submit: "Stop it",
    stopped: "It was stopped",
    stays:
      "The second factor stays as it is. If it was not you who began the wait, somebody knows your password.",
    over: "Nothing waits any more: it was stopped already, or is over.",
    newPassword: "Set a new password",
  },
};
