import type { partnerDoor as en } from "../en/partner-door";

/** The partner's door: the guide for those who work for a seller. */
export const partnerDoor: typeof en = {
  title: "Je travaille pour un vendeur",
  lead: "Cinq étapes d’ici à votre propre jeton et à une première réponse.",
  publicLead: "Ce que vous faites ici, en cinq étapes. Inscrivez-vous et le portail les parcourt avec vous.",
  signUp: "M’inscrire comme partenaire",
  signIn: "J’ai un compte",
  otherKind: (organisation) =>
    `Vous agissez pour ${organisation}, qui n’est pas un partenaire. Voici le guide que voient les partenaires.`,
  clientsTitle: "Vos clients API",
  allClients: "Tous les clients API",
  create: "Créer un autre client API",
  states: { done: "Terminé", current: "À faire" },
  steps: {
    credentials: {
      title: "Je suis un partenaire d’intégration technique\u00a0: créer mon clientId",
      body: "Un clientId à vous et un secret affiché une seule fois. Au départ, il n’est relié à aucun compte vendeur\u00a0; le secret reste chez vous, quel que soit le vendeur pour lequel vous travaillez.",
      action: "Créer mon clientId",
      other:
        "C’est le vendeur qui vous donne clientId, clientSecret et SellerId\u00a0? Alors il n’y a rien à créer ici\u00a0: le vendeur les crée sur la page vendeur, et vous passez à l’étape suivante.",
      otherAction: "La page vendeur",
    },
    collection: {
      title: "Prendre la collection, si vous utilisez un outil comme Postman",
      body: "Elle connaît les adresses et votre clientId, demande le jeton toute seule et le renouvelle. Elle ne contient aucun secret\u00a0: vous le saisissez une seule fois.",
      action: "Obtenir la collection",
    },
    token: {
      title: "Obtenir un jeton",
      body: "Échangez clientId et secret contre un jeton. La commande demande le secret sans l’afficher, il ne reste donc pas dans l’historique du terminal. Le jeton fonctionne pendant la durée indiquée dans la réponse\u00a0; utilisez-le pour tous les appels jusqu’à peu avant sa fin.",
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
      body: "Un seul jeton sert pour tous vos vendeurs\u00a0; chaque appel désigne son vendeur dans l’en-tête SellerId. Renouvelez le jeton à temps, ralentissez en cas de 429, remplacez le secret avec une période de recouvrement, et ne désactivez jamais la vérification des certificats.",
      action: "Bonnes pratiques",
    },
  },
};
