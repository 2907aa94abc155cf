import type { partnerDoor as en } from "../en/partner-door";

/** The aggregator's door: the guide for those to whom many sellers connect. */
export const aggregatorDoor: typeof en = {
  title: "Je suis un agrégateur de flux",
  lead: "Cinq étapes d’ici à un clientId unique pour tous vos vendeurs, et à une première réponse.",
  publicLead: "Ce que vous faites ici, en cinq étapes. Inscrivez-vous et le portail les parcourt avec vous.",
  signUp: "M’inscrire comme agrégateur",
  signIn: "J’ai un compte",
  otherKind: (organisation) =>
    `Vous agissez pour ${organisation}, qui n’est pas un agrégateur. Voici le guide que voient les agrégateurs.`,
  clientsTitle: "Vos clients API",
  allClients: "Tous les clients API",
  create: "Créer un autre client API",
  states: { done: "Terminé", current: "À faire" },
  steps: {
    credentials: {
      title: "Je suis un agrégateur de flux\u00a0: créer mon clientId",
      body: "Un seul clientId pour tous vos vendeurs, et un secret affiché une seule fois. Au départ, il n’est relié à aucun compte vendeur\u00a0; aucun vendeur n’a jamais besoin du secret.",
      action: "Créer mon clientId",
      other:
        "Votre formulaire demande à chaque vendeur clientId, clientSecret et SellerId\u00a0? Alors chaque vendeur les crée sur la page vendeur, déjà reliés.",
      otherAction: "La page vendeur",
    },
    collection: {
      title: "Prendre la collection, si vous utilisez un outil comme Postman",
      body: "Elle connaît les adresses et votre clientId, demande le jeton toute seule et le renouvelle. Elle ne contient aucun secret\u00a0: vous le saisissez une seule fois.",
      action: "Obtenir la collection",
    },
    token: {
      title: "Obtenir un jeton",
      body: "Échangez clientId et secret contre un jeton. La commande demande le secret sans l’afficher, il ne reste donc pas dans l’historique du terminal. Un seul jeton sert pour tous vos vendeurs\u00a0; utilisez-le jusqu’à peu avant sa fin.",
      label: "Commande\u00a0: obtenir un jeton",
    },
    call: {
      title: "Faire le premier appel",
      body: "Tout client API peut lire les vendeurs de test ouverts 98979 et 700982, quelques appels par minute\u00a0: la réponse est 200 et un nom de boutique. Le compte d’un vendeur répond 200 à un client API qui lui est relié, 403 à tout autre.",
      label: "Commande\u00a0: faire le premier appel",
      action: "Faire le premier appel ici",
    },
    practices: {
      title: "Garder une connexion saine",
      body: "Chaque appel désigne son vendeur dans l’en-tête SellerId\u00a0; la liaison est vérifiée à chaque appel, attendez-vous donc à un 403 quand un vendeur part. Renouvelez le jeton à temps, ralentissez en cas de 429, et remplacez le secret avec une période de recouvrement.",
      action: "Bonnes pratiques",
    },
  },
};
