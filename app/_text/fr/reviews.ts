import type { reviews as en } from "../en/reviews";

/** Reviews of clients: asked for by their owners, decided by the marketplace's staff. */
export const reviews: typeof en = {
  ask: {
    title: "Examen",
    none: "Personne n’a encore examiné ce client API. D’ici là, les vendeurs voient un avertissement, saisissent leur SellerId, et cinq d’entre eux au plus peuvent le relier.",
    waiting: (when) =>
      `Demandé le ${when}. L’équipe de la place de marché l’examine\u00a0; la réponse arrive par e-mail.`,
    rejected: (when) => `Non approuvé le ${when}.`,
    why: (reason) => `Pourquoi\u00a0: ${reason}`,
    approved: (when) => `Approuvé le ${when}. Les vendeurs le relient sans avertissement.`,
    listed: "Votre organisation figure dans l’annuaire\u00a0: ce client API compte comme examiné.",
    sentence: "À quoi sert ce client API, et qui va le relier\u00a0?",
    sentenceHint: "Une phrase, de 5 à 500 caractères.",
    submit: "Demander un examen",
    again: "Redemander",
  },
  door: { title: "Bureau" },
  list: {
    title: "Examens",
    lead: "Les clients API dont le titulaire demande l’examen, les plus anciens d’abord.",
    empty: { title: "Rien n’attend", body: "Chaque demande a reçu sa réponse." },
    organisation: "Entreprise",
    organisationSince: "Présente depuis le",
    domain: "Domaine",
    domainProven: (domain, when) => `${domain}, prouvé le ${when}`,
    domainUnproven: (domain) => `${domain}, non prouvé`,
    domainNone: "aucun",
    clientSince: "clientId créé le",
    sentence: "Sa phrase",
    links: "Liaisons ouvertes",
    asked: "Demandé",
    age: (days) => (days === 0 ? "aujourd’hui" : days === 1 ? "il y a 1 jour" : `il y a ${days} jours`),
    suspended: "Suspendu",
    decision: "Décision",
    approve: "Approuver",
    reject: "Ne pas approuver",
    reason: "Raison",
    reasonHint: "Envoyée au contact du client API. Nécessaire en cas de refus.",
    submit: "Décider",
    done: {
      approve: "Approuvé. Le contact du client API reçoit un e-mail.",
      reject: "Non approuvé. Le contact du client API reçoit un e-mail avec la raison.",
    },
  },
};
