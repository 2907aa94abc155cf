import type { sellerDoor as en } from "../en/seller-door";

/** The seller's own door: the guide, and how far this organisation has come on it. */
export const sellerDoor: typeof en = {
  title: "Je suis vendeur",
  lead: "Cinq étapes d’ici à un premier appel réussi. Chacune s’allume toute seule quand elle est terminée, sur tous vos appareils.",
  wholeLead:
    "Tout fonctionne\u00a0: client API, secret, liaison, jeton et un premier appel réel. Les étapes restent ici pour la prochaine fois.",
  publicLead: "Ce que vous faites ici, en cinq étapes. Inscrivez-vous et le portail les parcourt avec vous.",
  signUp: "M’inscrire comme vendeur",
  signIn: "J’ai un compte",
  otherKind: (organisation) =>
    `Vous agissez pour ${organisation}, qui n’est pas un vendeur. Voici le guide que voient les vendeurs.`,
  yourAccounts: "Vos comptes vendeurs",
  accountsHint: "Le SellerId va dans l’en-tête SellerId de chaque appel de l’API.",
  noAccounts: "Aucun compte vendeur n’appartient encore à cette organisation.",
  sellerId: "SellerId",
  shopName: "Nom de la boutique",
  oneMore: "Créer un autre client API",
  moreChains: (count) =>
    count === 1 ? "et 1 autre sur la page des clients API" : `et ${count} autres sur la page des clients API`,
  allClients: "Tous les clients API",
  links: "Qui a accès",
  steps: {
    credentials: {
      title: "Créer mon clientId et mon clientSecret",
      body: "C’est avec un client API que votre outil s’identifie auprès de l’API\u00a0: un nom public, le clientId, et un secret affiché une seule fois. Il est relié à votre compte vendeur dans la même étape.",
      action: "Créer mon clientId et mon clientSecret",
    },
    collection: {
      title: "Prendre la collection, si vous utilisez un outil comme Postman",
      body: "Un fichier qui connaît les adresses, votre clientId et votre SellerId, demande le jeton tout seul et le renouvelle. Il ne contient aucun secret\u00a0: vous le saisissez une seule fois. Curl convient aussi, voyez les étapes suivantes.",
      action: "Obtenir la collection",
    },
    token: {
      title: "Obtenir un jeton",
      body: "Échangez clientId et secret contre un jeton. Il fonctionne pendant la durée indiquée dans la réponse\u00a0; utilisez-le pour tous les appels jusqu’à peu avant sa fin.",
      secretHint:
        "Collez ceci dans un terminal. La commande demande le secret sans l’afficher, pour qu’il ne reste pas dans l’historique\u00a0:",
    },
    call: {
      title: "Faire le premier appel",
      body: "Demandez votre propre compte vendeur. La réponse est 200 et le nom de votre boutique.",
      action: "Faire le premier appel ici",
    },
    practices: {
      title: "Garder une connexion saine",
      body: "Renouvelez le jeton à temps, ralentissez en cas de 429, remplacez le secret avec une période de recouvrement, et ne désactivez jamais la vérification des certificats.",
      action: "Bonnes pratiques",
    },
  },
  stepStates: { done: "Terminé", current: "À faire" },
  curlLabel: (what) => `Commande\u00a0: ${what}`,
  yourToken: "obtenir un jeton",
  yourCall: "faire le premier appel",
};
