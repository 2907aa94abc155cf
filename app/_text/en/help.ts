import type { TicketState } from "@/lib/help/ticket-view";

/** Help: the button on every page, the form it leads to, and the tickets of an organisation. */
export const help = {
  nav: "Help",
  link: "Get help with this",
  /** What is proposed beside the report of a first call. */
  call: {
    subject: (verdict: string) => `First call: ${verdict}`,
    message: "I do not get on with this call. Its report goes along.",
  },
  report: {
    link: "Report this client",
    subject: (clientId: string) => `I do not trust the client ${clientId}`,
    hint: "Where did you get its clientId, and what did they ask of you? We look at it, and can stop it for everybody.",
  },
  title: "Help",
  lead: "Write here instead of sending a mail: we see what you saw, and the answer comes to this page and to your mailbox.",
  operator: "Tickets are answered at your desk.",
  who: "sellers, partners and aggregators",
  desk: "Open the tickets",
  /** To members of an organisation that the operator suspended. */
  stopped: {
    title: "Nobody can act for your organisation now",
    why: ({ name, since, reason }: { name: string; since: string; reason: string }) =>
      reason
        ? `${name} has been suspended since ${since} by the marketplace's team. It says: ${reason}`
        : `${name} has been suspended since ${since} by the marketplace's team.`,
    write: (name: string) =>
      `You can read this and write to the team here, for ${name}. Nothing else is open to you until it works again; nothing is deleted.`,
    signedIn: "You are signed in, and your organisation is suspended",
    read: "Read why, and write to the marketplace's team",
  },
  ask: {
    title: "Ask for help",
    subject: "What is it about?",
    message: "What happened, and what did you want to do?",
    messageHint:
      "Never send a clientSecret, a token or a password. What looks like one is taken out before it is saved.",
    callMe: "Rather talk? When may we call you?",
    callMeHint: "Days and times, with your time zone: Monday 10 to 12, Paris.",
    callNumber: "Your phone number",
    file: "Files",
    fileHint:
      "Up to three, 1 MB each: plain text (.txt, .log, .csv, .json, .md) or a picture (PNG, JPEG, WebP).",
    submit: "Send",
  },
  files: {
    file_big: "A file is larger than 1 MB. Send the part that matters.",
    file_encoding: "A text file is not UTF-8. Save it as UTF-8, or paste its text above.",
    file_type: "Only plain text and pictures (PNG, JPEG, WebP) can be sent.",
  },
  context: {
    title: "This goes along",
    intro: "So that nobody has to ask you for it. It holds no secret.",
    drop: "Ask about something else",
    topic: "About",
    topics: { report: "A client that somebody should look at" },
    path: "Page",
    code: "What it said",
    reference: "Reference",
    clientId: "clientId",
    sellerId: "SellerId",
    lamp: "Lamp of the chain",
    report: "Report of the first call",
    reportOpen: "Open the report",
  },
  list: {
    title: "Your tickets",
    columns: { number: "Ticket", state: "State", changed: "Last change", by: "Opened by" },
    empty: {
      title: "No tickets yet",
      body: "What you and your colleagues ask stands here, with the answers.",
    },
  },
  states: {
    waits_for_us: "Waits for us",
    waits_for_you: "Waits for you",
    solved: "Solved",
  } satisfies Record<TicketState, string>,
  ticket: {
    title: (number: number) => `Ticket ${number}`,
    messages: "Messages",
    us: (name: string) => `${name}, marketplace support`,
    files: "Files",
    facts: "About this ticket",
    openedBy: "Opened by",
    openedAt: "Opened on",
    call: "Call me",
    callNumber: "Phone number",
    callNoTime: "At any time",
    answerTitle: "Write on this ticket",
    message: "Your message",
    reopens: "This ticket is solved. Writing on it opens it again.",
    send: "Send",
    solveTitle: "Is it solved?",
    solveIntro: "Then say so, and it leaves the queue. You can write here again at any time.",
    solve: "It is solved",
    done: {
      opened: "We have your question. The answer comes here and by mail.",
      same: "You have asked this already: here is the ticket. Nothing was sent twice.",
      added: "You had asked about this minutes ago, so your words were added to that ticket.",
      cleaned:
        "Sent. We removed something that looked like a secret before saving it. If it was a real one, retire it now: whoever else has seen it can use it.",
      answered: "Sent. We look at it again.",
      solved: "The ticket is solved.",
    } as Record<string, string>,
  },
};
