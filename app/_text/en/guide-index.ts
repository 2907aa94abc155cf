/** The guide's own front page, and its search. */
export const guideIndex = {
  title: "Guide",
  lead: "Everything about the Seller API in one place.",
  search: "Search the guide",
  field: "Words, a route or an error code",
  submit: "Search",
  found: (n: number, words: string) =>
    n === 1 ? `1 page found for “${words}”` : `${n} pages found for “${words}”`,
  none: (words: string) => `Nothing found for “${words}”`,
  noneHint: "Try fewer words, or a code from an answer. Help reads what you tell it.",
  kinds: {
    operation: "Call",
    area: "Area",
    error: "Error",
    practice: "Best practice",
    term: "Glossary",
    page: "Page of the guide",
    portalApi: "Portal API",
  },
  parts: [
    { id: "/guide/areas", title: "Areas", body: "What one does with each part of the API, in plain words." },
    {
      id: "/guide/reference",
      title: "Reference",
      body: "Every call with parameters, an example and its errors.",
    },
    {
      id: "/guide/best-practices",
      title: "Best practices",
      body: "From daily work to calls, and a checklist for your tool.",
    },
    { id: "/guide/errors", title: "Errors", body: "Every code: what it means and what to do." },
    { id: "/guide/glossary", title: "Words", body: "One word for one idea." },
    {
      id: "/tools/collections",
      title: "Files",
      body: "A collection, an environment and an .env file with your values.",
    },
    {
      id: "/guide/api",
      title: "Portal API",
      body: "For partners and aggregators: links, invitations and events by program.",
    },
  ],
};
