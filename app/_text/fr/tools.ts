import type { tools as en } from "../en/tools";

/** Files for Postman and the like. */
export const tools: typeof en = {
  collections: {
    title: "Collection et environnement",
    lead: "Deux fichiers pour Postman qui demandent le jeton tout seuls et le renouvellent à temps, et un autre avec les mêmes valeurs pour un programme à vous. Aucun ne contient de secret.",
    placeholders: "Les fichiers contiennent des valeurs d’attente pour clientId et SellerId.",
    signIn: "Connectez-vous pour y mettre les vôtres",
    noClient:
      "Votre organisation n’a pas de client API avec ce clientId. Les fichiers contiennent des valeurs d’attente.",
    create: "Créer un client API",
    choose: {
      title: "Remplis avec",
      label: "Choisissez les valeurs à mettre dans les fichiers",
      clientId: "clientId",
      sellerId: "SellerId",
      sellerIdHint:
        "98979 et 700982 sont des vendeurs de test ouverts\u00a0: tout client API peut les lire, quelques appels par minute.",
      submit: "Remplir",
    },
    values: {
      clientId: "clientId",
      sellerId: "SellerId",
      tokenUrl: "Adresse des jetons",
      sellerApiUrl: "Adresse de l’API",
    },
    downloads: {
      title: "Téléchargements",
      "postman-collection.json": {
        label: "Collection Postman",
        about: "Les requêtes, et le script qui garde le jeton à jour.",
      },
      "postman-environment.json": {
        label: "Environnement Postman",
        about: "Les adresses, le clientId et le SellerId, et une place vide et masquée pour le secret.",
      },
      "portal.env": {
        label: "Fichier .env",
        about: "Les mêmes valeurs pour un programme à vous. CLIENT_SECRET est vide.",
      },
    },
    steps: {
      title: "Du téléchargement à la première réponse",
      items: [
        {
          title: "Importez les deux fichiers Postman",
          body: "Dans Postman\u00a0: Import, puis déposez la collection et l’environnement.",
        },
        {
          title: "Choisissez l’environnement et mettez-y le secret",
          body: "Sélectionnez l’environnement en haut à droite, ouvrez-le, et collez votre clientSecret dans clientSecret comme valeur actuelle (current value). Les valeurs actuelles restent sur votre ordinateur, les valeurs partagées non.",
        },
        {
          title: "Envoyez «\u00a0Get Seller Informations\u00a0»",
          body: "Cette requête se trouve dans le dossier Seller Info. Le jeton est demandé en chemin et utilisé jusqu’à une minute avant sa fin.",
        },
        {
          title: "Lisez la réponse",
          body: "200 et un nom de boutique\u00a0: tout fonctionne. Autre chose\u00a0: faites le même appel ici et lisez en clair ce qui ne va pas.",
        },
      ],
      firstCall: "Faire un premier appel ici",
    },
    tls: "Laissez la vérification des certificats active. Si Postman ne connaît pas le certificat de votre réseau, ajoutez-le sous Settings, Certificates.",
  },
};
