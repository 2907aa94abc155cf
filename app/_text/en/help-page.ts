/** A help page that a partner or aggregator makes for its own customers. */
export const helpPage = {
  open: "Make a help page for your customers",
  title: "Your own help page",
  lead: "Ready texts for your website or help centre: no screenshots to keep up to date, and links that lead straight to the right step.",
  form: {
    label: "What the help page says",
    languages: "Languages",
    languageNames: { en: "English", fr: "French" },
    method: "How your customers find you",
    methods: {
      clientId: { label: "By your clientId", hint: "The link opens the page with your clientId filled in." },
      directory: {
        label: "In the directory",
        hint: "They choose your name in the list of aggregators. Your entry must stand there.",
      },
    },
    submit: "Make the texts",
  },
  notListed:
    "Your company has no entry in the directory yet, so nobody finds it there. Use the clientId until it has.",
  preview: "As your customers see it",
  formats: { html: "HTML", markdown: "Markdown", plain: "Plain text" },
  download: "Download as a page (.html)",
  qr: "QR code of the link",
  downloadQr: "Download the QR code (.svg)",
  /** What the customers read. */
  guide: {
    title: "Connect your seller account to {name}",
    intro:
      "You give {name} access to your seller account on the marketplace yourself, in about a minute. Nothing has to be copied or sent back, and you never tell anybody your password.",
    before: "Have ready: the e-mail address and password of your seller account on the marketplace.",
    stepsTitle: "How to do it",
    steps: {
      clientId: [
        "Open this page: {link}",
        "Check that it names {name} and the clientId {clientId}. If it names somebody else, stop there.",
        "Sign in with your seller account.",
        "If you have several seller accounts, choose the one to connect.",
        "Read what {name} may do, choose for how long, and confirm.",
      ],
      directory: [
        "Open the list of aggregators and plugins: {directory}",
        "Choose {name}. Its clientId is {clientId}; if another one is shown, stop there.",
        "Sign in with your seller account.",
        "If you have several seller accounts, choose the one to connect.",
        "Read what {name} may do, choose for how long, and confirm.",
      ],
    },
    button: "Connect your seller account",
    after:
      "We are told at once, with your SellerId. You see who has access, and can end it at any time, under “Who has access” on the same portal.",
    trouble: "If something does not work, the page itself says what is wrong and what to do next.",
  },
};
