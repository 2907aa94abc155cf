import type { receipt as en } from "../en/receipt";

/** One link as the seller sees it: the receipt after consent, and what became of it since. */
export const receipt: typeof en = {
  title: (partner) => `Accès de ${partner}`,
  back: "Qui a accès",
  open: "Ouverte",
  until: (when) => `Ouverte jusqu’au ${when}`,
  ended: "Terminée",
  done: {
    linked: "C’est fait\u00a0: l’accès est donné, dès maintenant.",
    undone: "Annulé. L’appel suivant est refusé, et les deux parties sont informées.",
  },
  facts: {
    client: "clientId",
    account: "Compte vendeur",
    sellerId: "SellerId",
    since: "Depuis",
    via: "Par",
    used: "Dernière utilisation",
    never: "jamais",
  },
  sellerIdHint: (partner) => `Si ${partner} vous le demande malgré tout, le voici à copier.`,
  chain: {
    owner: { us: "À nous de jouer" },
    partners: (partner) => `À ${partner} de jouer`,
    why: {
      client_suspended: "Le client API est suspendu\u00a0: il n’obtient aucun jeton.",
      client_deleted: "Le client API a été supprimé, définitivement.",
      no_live_secret: "Aucun secret du client API ne fonctionne en ce moment.",
      not_told: "Nous l’informons\u00a0; l’état de cet envoi figure ci-dessous.",
      no_token: "Il n’a pas encore demandé de jeton.",
      no_call: "Il n’a pas encore appelé l’API pour votre compte.",
    },
    remind: (partner) => `Relancer ${partner}`,
    look: "Actualiser",
    again: "Relier de nouveau",
  },
  told: {
    title: (partner) => `Nous avons informé ${partner}`,
    telling: (partner) => `Nous informons ${partner}`,
    own: "C’est votre propre client API\u00a0: il n’y a personne d’autre à informer.",
    answered: (status, when) => `Son serveur a répondu ${status} à ${when}.`,
    asked: (when) => `Son programme a demandé lui-même la liste des liaisons et l’a vue à ${when}.`,
    mailed: (when) => `Par e-mail seulement\u00a0: l’e-mail avec votre SellerId est parti à ${when}.`,
    sending: "Son serveur est en train d’être informé.",
    retrying: (when) => `Nouvel essai en cours\u00a0: son serveur ne l’a pas accepté à ${when}.`,
    status: (status) => `Il a répondu ${status}.`,
    silent: "Il n’a pas répondu.",
    next: (when) => `Prochain essai à ${when}.`,
    given_up: (when) =>
      `Son serveur est resté injoignable\u00a0; nous avons abandonné à ${when}. Un e-mail lui a aussi été envoyé.`,
    letter_waiting:
      "Il n’a pas de serveur pour cela\u00a0; un e-mail avec votre SellerId est sur le point de partir.",
  },
  look: "Actualiser",
  looking: "Cette page s’actualise d’elle-même tant que quelque chose est attendu.",
  undo: {
    title: "Était-ce une erreur\u00a0?",
    body: (when) =>
      `Jusqu’à ${when}, un clic suffit pour annuler. L’appel suivant est refusé, et les deux parties sont informées.`,
    submit: "Annuler la liaison",
  },
  end: {
    title: "Mettre fin à cet accès",
    viewer: "Vous pouvez regarder, mais rien modifier ici\u00a0: votre rôle est lecteur.",
  },
  over: {
    title: "Cet accès a pris fin",
    when: (when) => `Il a pris fin le ${when}.`,
    by: {
      seller: "Terminé de votre côté",
      client: "Terminé par le titulaire du client API",
      operator: "Terminé par l’équipe de la place de marché",
      clock: "Sa durée était écoulée",
    },
    person: (side, name) => `${side}\u00a0: ${name}`,
    reason: (reason) => `Raison\u00a0: ${reason}.`,
    words: (words) => `L’équipe de la place de marché précise\u00a0: ${words}`,
    again: "Relier de nouveau",
  },
  reasons: {
    not_used: "ne servait plus",
    switching: "changement d’outil",
    mistake: "ouverte par erreur",
    security: "quelque chose semblait anormal",
    other: "autre raison",
    lapsed: "sa durée était écoulée",
    client_deleted: "le client API a été supprimé",
    partner: "terminée par le titulaire du clientId",
    operator: "terminée par l’équipe de la place de marché",
  },
};
