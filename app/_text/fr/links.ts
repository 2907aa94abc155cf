import type { links as en } from "../en/links";

/** Who has access to a seller's accounts. */
export const links: typeof en = {
  title: "Qui a accès",
  lead: "Chaque client API qui peut agir pour vos comptes vendeurs, depuis quand, et quand il l’a fait pour la dernière fois.",
  about: {
    open: "Que permet une liaison\u00a0?",
    title: "Ce que permet une liaison",
    points: [
      "Le client API peut lire et modifier les données de ce compte vendeur par l’API, tant que la liaison est ouverte.",
      "Il n’obtient jamais votre mot de passe, et il ne voit pas vos autres comptes.",
      "La liaison est vérifiée à chaque appel\u00a0: quand vous y mettez fin, l’appel suivant est refusé.",
      "Un client API relié ne peut pas en relier d’autres, ni changer qui a accès.",
    ],
  },
  empty: {
    title: "Personne n’a accès",
    body: "Aucun client API n’est relié à vos comptes vendeurs.",
    action: "Créer un client API",
  },
  notSeller: (organisation) =>
    `Vous agissez pour ${organisation}, qui ne possède aucun compte vendeur. Les liaisons de vos clients API se trouvent sur la page de chacun.`,
  columns: {
    client: "Qui",
    seller: "Compte vendeur",
    since: "Depuis",
    chain: "Chaîne",
    used: "Dernière utilisation",
    state: "État",
    end: "Y mettre fin",
  },
  filter: {
    label: "Afficher un seul compte vendeur",
    account: "Compte vendeur",
    all: "Tous les comptes",
    submit: "Afficher",
  },
  domain: (domain) => `${domain}, domaine prouvé`,
  by: (name) => `par ${name}`,
  next: "Plus anciennes",
  first: "Revenir aux plus récentes",
  again: "Relier de nouveau",
  restore: {
    hint: "Fin par erreur\u00a0? Pendant dix minutes vous pouvez revenir dessus, aux mêmes conditions.",
    submit: "Annuler la fin",
  },
  lastCall: (ago) => `Son dernier appel\u00a0: ${ago}.`,
  noCall: "Il n’a pas encore fait d’appel.",
  others: (count) =>
    count === 1 ? "1 autre compte lui reste relié." : `${count} autres comptes lui restent reliés.`,
  noOthers: "Aucun autre de vos comptes ne lui est relié.",
  keep: {
    hint: "Vous avez fixé cette fin vous-même. Vous pouvez l’annuler jusque-là.",
    submit: "La garder ouverte",
  },
  door: {
    title: "Qui a accès",
    lead: "Tous ceux qui peuvent agir en ce moment pour vos comptes vendeurs.",
    all: "Tout afficher",
    none: "Personne ne peut agir pour vos comptes vendeurs en ce moment.",
    endsSoon: (when) => `Prend fin le ${when}`,
  },
  via: {
    directory: "annuaire",
    typed: "saisie manuelle",
    "deep-link": "lien du partenaire",
    invitation: "invitation",
    request: "demande",
    created: "création commune",
    operator: "équipe de la place de marché",
  },
  own: "votre propre client API",
  never: "jamais",
  open: "Ouverte",
  until: (when) => `Ouverte jusqu’au ${when}`,
  endedOn: (when) => `Terminée le ${when}`,
  endTitle: "Mettre fin à cette liaison",
  consequence: (clientId, shop) =>
    `${clientId} ne pourra plus agir pour ${shop}\u00a0: son prochain appel sera refusé. Vous pouvez le relier de nouveau à tout moment.`,
  reason: "Pourquoi\u00a0?",
  reasons: {
    not_used: "Elle ne sert plus",
    switching: "Nous changeons d’outil",
    mistake: "Elle a été ouverte par erreur",
    security: "Quelque chose semble anormal",
    other: "Une autre raison",
  },
  when: "Quand\u00a0?",
  whenHint:
    "Écrivez now pour maintenant, ou un jour comme 2027-01-31\u00a0; elle prend alors fin au début de ce jour (UTC).",
  submit: "Mettre fin à la liaison",
  done: {
    ended: "La liaison a pris fin. Le prochain appel du client API sera refusé.",
    ends: "La liaison prendra fin ce jour-là.",
    restored: "La liaison est de nouveau ouverte, aux mêmes conditions.",
    kept: "La liaison reste ouverte\u00a0: la fin prévue est annulée.",
  },
};
