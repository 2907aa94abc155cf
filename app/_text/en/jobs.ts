/** What the worker does, and what did not arrive: for the operator. */
export const jobs = {
  title: "Jobs and deliveries",
  lead: "What the worker does, and which letters and messages did not arrive. Reload to look again.",
  worker: {
    title: "Worker",
    seen: (when: string) => `Heard of last on ${when}.`,
    columns: { job: "Job", ran: "Last ran", did: "Last did something", state: "State" },
    names: {
      "deliver mails": "Send letters",
      "deliver webhooks": "Send messages to servers",
      "tell owners the rest": "Write to owners together",
      "tell the rest": "Write about links together",
      "tell expiring": "Remind of what ends soon",
      "close lapsed links": "Close links that have run out",
      "run bulk": "Do bulk work",
      prune: "Delete what is past its time",
      "rotate signing keys": "Renew signing keys",
      "note runs": "Note this list",
      "seal events": "Seal the audit trail",
      "send digests": "Send digests",
      "tell of recoveries": "Write that a second factor will go",
    } as Record<string, string>,
    works: "Works",
    fails: "Fails",
    unrun: "Not run yet",
    failed: (when: string) => `failed on ${when}`,
    never: "never",
  },
  letters: {
    title: "Letters",
    waiting: (count: number, when: string) =>
      count === 1
        ? `1 letter is late, due since ${when}.`
        : `${count} letters are late, the oldest due since ${when}.`,
    kept: "No mail server is set up here: letters stay in the outbox, where the demo reads them.",
    none: "No letter is in trouble.",
    columns: { to: "To", kind: "Kind", tries: "Tries", since: "Written", state: "State", act: "Again" },
    givenUp: (when: string) => `Given up on ${when}`,
    retried: (when: string) => `Tried again on ${when}`,
  },
  deliveries: {
    title: "Messages to servers",
    none: "Every server takes its messages.",
    columns: { endpoint: "Server", waiting: "Waiting", givenUp: "Given up", messages: "Given up last" },
    since: (when: string) => `fails since ${when}`,
    gone: "switched off or removed",
    orMore: (count: string) => `${count} or more`,
  },
  again: "Send again",
  lately: "Send again all that was given up within the last hour",
  done: {
    letter: "The letter is at the head of the outbox again.",
    delivery: "The message is on its way again.",
    letters: "All letters given up within the last hour are on their way again.",
    deliveries: "All messages given up within the last hour are on their way again.",
    none: "Nothing was given up within the last hour.",
  } as Record<string, string>,
};
