import type { Feature } from "../../guide/best-practices/features";

/** From daily tasks to calls: what a complete tool does, and how it reads and writes. */
export const bestPractices = {
  tasks: {
    title: "From daily work to calls",
    intro: "What a tool does for a seller in a day, and which calls do it.",
    caption: "Tasks and their calls",
    columns: { task: "Task", calls: "Calls", rhythm: "How often" },
  },
  patterns: [
    {
      id: "reading",
      title: "Read only what changed",
      body: [
        "Read everything once, then ask with updatedAtMin for what changed. Write down the moment at which a round began, not at which it ended, and begin the next one a few minutes before it. What comes twice is recognised by its id.",
        "Follow the pieces of a long answer to its end before you begin the next round, and do not start a round while one is still running.",
      ],
      points: [
        "Every few minutes: orders and open discussions",
        "Once an hour: offers that changed",
        "Once a day: sales channels, carriers, categories, indicators",
        "Token requests: one about every two hours is enough, 500 an hour is the limit for one client",
      ],
    },
    {
      id: "writing",
      title: "Write in packages, then read what became of them",
      body: [
        "Collect prices and stocks for some minutes and send them together, up to a hundred in one call. Send what changed, not the whole catalogue.",
        "202 says that something was taken in, not that it was done. Read the results, tell the seller of each refusal in words, and send again only what was refused and has been mended.",
        "Before you repeat a change after a broken connection, read what is there: it may have been done already.",
      ],
    },
  ] as { id: string; title: string; body: string[]; points?: string[] }[],
  checklist: {
    title: "Your own checklist",
    intro: "Tick what your tool does today. What a complete tool lacks, and what may wait, comes out below.",
    label: "What your tool does",
    submit: "Show my checklist",
    caption: "Checklist",
    columns: { task: "Task", state: "State", calls: "Calls" },
    states: { there: "In place", missing: "Missing", optional: "Optional" },
    none: "Nothing is missing. What is left is optional.",
    missing: (n: number) => (n === 1 ? "1 task is missing." : `${n} tasks are missing.`),
    markdown: "Checklist as Markdown",
    heading: "Checklist for the Seller API",
  },
  features: {
    connect: "Check a new connection",
    channels: "Take sales channels from the account",
    readOrders: "Fetch orders",
    acceptOrders: "Accept or refuse orders",
    shipOrders: "Tell parcels and carriers",
    sendOffers: "Send prices and stocks",
    offerResults: "Read what became of them",
    compareOffers: "Compare with the offers that are online",
    createProducts: "Have product sheets made",
    readMessages: "Show what customers write",
    answerMessages: "Answer customers",
    quality: "Show the quality indicators",
    totals: "Show totals",
  } satisfies Record<Feature, string> as Record<Feature, string>,
};
