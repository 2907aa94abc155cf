import type { chain as en } from "../en/chain";

/** What the chain says: a name for each lamp, and for each dark one a sentence, an owner and a button. */
export const chain: typeof en = {
  title: "La chaîne",
  lamps: {
    client: "Client API",
    secret: "Secret",
    link: "Liaison",
    told: "Partenaire informé",
    token: "Jeton",
    call: "Premier appel réel",
  },
  states: { lit: "Terminé", dark: "À faire", waiting: "En attente" },
  allLit: "Tout fonctionne",
  owner: { you: "À vous de jouer", seller: "À un vendeur de jouer" },
  notLinked: {
    sentence: "Aucun compte vendeur n’est relié à ce client API.",
    act: "L’essayer sur un vendeur de test ouvert",
  },
  why: {
    no_client: "Il n’y a pas encore de clientId.",
    client_suspended: "Le client API est suspendu\u00a0: il n’obtient aucun jeton.",
    client_deleted: "Le client API a été supprimé, définitivement.",
    no_live_secret: "Aucun secret ne fonctionne en ce moment.",
    no_link: "Le client API ne peut encore agir pour aucun compte vendeur.",
    link_ended: "La liaison a pris fin.",
    not_told: "Le partenaire n’est pas encore au courant.",
    no_token: "Aucun jeton n’a encore été demandé.",
    no_call: "L’API vendeur n’a pas encore répondu à ce client API.",
    earlier_lamp: "Vient après la précédente.",
  },
  act: {
    no_client: "Créer un client API",
    client_suspended: "Le réactiver",
    client_deleted: "Créer un autre client API",
    no_live_secret: "Créer un secret",
    no_link: "Relier un compte vendeur",
    link_ended: "Relier de nouveau",
    not_told: "Ouvrir le client API",
    no_token: "Obtenir un jeton",
    no_call: "Faire le premier appel",
    earlier_lamp: "Ouvrir le client API",
  },
};
