import type { events as english } from "../en/events";

/** La recherche de l'opérateur dans tout ce qui s'est passé. */
export const events: typeof english = {
  title: "Événements",
  lead: "Tout ce qui s’est passé, du plus récent au plus ancien. L’adresse de cette page contient toute la recherche\u00a0: on peut la garder ou la transmettre.",
  fields: {
    type: "Ce qui s’est passé",
    organisation: "Organisation",
    clientId: "clientId",
    sellerId: "SellerId",
    actor: "Qui l’a fait",
    requestId: "Identifiant de trace ou de requête",
    from: "Du",
    to: "Au",
  },
  organisationHint: "Son nom exact ou son identifiant",
  actorHint: "Nom exact ou adresse e-mail",
  dayHint: "En UTC, ce jour compris",
  any: "Tout",
  search: "Chercher des événements",
  submit: "Chercher",
  reset: "Tout afficher",
  unknown: (fields) => `Rien ici ne correspond à ce qui a été saisi\u00a0: ${fields}.`,
  columns: { what: "Quoi", who: "Par", whose: "Chez qui", about: "À propos de", when: "Quand" },
  nobody: "chez personne",
  details: "Tout voir",
  code: "Code",
  organisationId: "Identifiant de l’organisation",
  other: "L’autre côté",
  otherId: "Identifiant de l’autre côté",
  next: "Événements plus anciens",
  first: "Événements les plus récents",
  none: {
    title: "Rien trouvé",
    body: "Aucun événement ne correspond à cette recherche. Videz un champ ou élargissez les dates.",
  },
  export: "Exporter dans un fichier",
  exportHint: (most) =>
    `Le fichier est au format CSV et contient au plus les ${most} événements les plus récents de cette recherche\u00a0; sa dernière ligne indique s’il a été coupé. L’export est lui aussi un événement.`,
};
