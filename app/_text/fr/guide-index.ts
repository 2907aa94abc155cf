import type { guideIndex as en } from "../en/guide-index";

/** The guide’s own front page, and its search. */
export const guideIndex: typeof en = {
  title: "Guide de l’API",
  lead: "Tout sur l’API vendeur en un seul endroit.",
  search: "Chercher dans le guide",
  field: "Des mots, une adresse ou un code d’erreur",
  submit: "Chercher",
  found: (n: number, words: string) =>
    n === 1
      ? `1 page trouvée pour «\u00a0${words}\u00a0»`
      : `${n} pages trouvées pour «\u00a0${words}\u00a0»`,
  none: (words: string) => `Rien trouvé pour «\u00a0${words}\u00a0»`,
  noneHint: "Essayez moins de mots, ou un code pris dans une réponse. L’aide lit ce que vous lui dites.",
  kinds: {
    operation: "Appel",
    area: "Domaine",
    error: "Erreur",
    practice: "Bonne pratique",
    term: "Glossaire",
    page: "Page du guide",
    portalApi: "API du portail",
  },
  parts: [
    {
      id: "/guide/areas",
      title: "Domaines",
      body: "Ce que l’on fait avec chaque partie de l’API, en mots simples.",
    },
    {
      id: "/guide/reference",
      title: "Référence",
      body: "Chaque appel avec ses paramètres, un exemple et ses erreurs.",
    },
    {
      id: "/guide/best-practices",
      title: "Bonnes pratiques",
      body: "Du travail quotidien aux appels, et une liste de contrôle pour votre outil.",
    },
    {
      id: "/guide/errors",
      title: "Erreurs",
      body: "Chaque code\u00a0: ce qu’il veut dire et ce qu’il faut faire.",
    },
    { id: "/guide/glossary", title: "Vocabulaire", body: "Un mot pour une idée." },
    {
      id: "/tools/collections",
      title: "Fichiers",
      body: "Une collection, un environnement et un fichier .env avec vos valeurs.",
    },
    {
      id: "/guide/api",
      title: "API du portail",
      body: "Pour les partenaires et les agrégateurs\u00a0: liaisons, invitations et événements par programme.",
    },
  ],
};
