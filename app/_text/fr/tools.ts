import type { tools as en } from "../en/tools";

/** Files for Postman and the like. */
export const tools: typeof en = {
  collections: {
    title: "Collections et fichiers",
    lead: "Tous les appels de l’API pour l’outil avec lequel vous travaillez. Les collections demandent le jeton toutes seules et le renouvellent à temps. Aucun fichier ne contient de secret.",
    open: "Collections et programmes remplis avec ce clientId",
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
      areas: "Domaines",
      areasHint: "N’en cochez aucun pour avoir tous les appels. Les informations du vendeur y sont toujours.",
      remembered: (clientId: string) =>
        `Sont cochés les domaines retenus pour ${clientId}\u00a0; vos coches ici ne valent que pour ces fichiers.`,
      change: "Changer les domaines retenus",
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
      holds: (calls: number) =>
        calls === 1 ? "Les collections contiennent 1 appel." : `Les collections contiennent ${calls} appels.`,
      "postman-collection.json": {
        label: "Collection Postman",
        about:
          "Les appels rangés en dossiers, et le script qui garde le jeton à jour. Insomnia et Hoppscotch l’importent aussi.",
      },
      "postman-environment.json": {
        label: "Environnement Postman",
        about: "Les adresses, le clientId et le SellerId, et une place vide et masquée pour le secret.",
      },
      "bruno-collection.json": {
        label: "Collection Bruno",
        about:
          "Un seul fichier, environnement compris\u00a0: Import Collection, puis mettez le secret dans clientSecret. L’OAuth 2.0 de Bruno demande et renouvelle le jeton.",
      },
      "seller-api.http": {
        label: "Fichier .http",
        about:
          "Pour VS Code (REST Client) et les autres outils qui lisent ces fichiers. Envoyez la première requête, puis n’importe quelle autre\u00a0; renvoyez la première quand le jeton a expiré.",
      },
      "seller-api-jetbrains.http": {
        label: "Fichier .http pour JetBrains",
        about:
          "Pour IntelliJ IDEA, PhpStorm, WebStorm, PyCharm et Rider à partir de 2023.3, avec le fichier suivant\u00a0: l’éditeur demande le jeton tout seul, et un autre quand il a expiré.",
      },
      "http-client.env.json": {
        label: "Environnement JetBrains",
        about:
          "Gardez-le sous ce nom dans le dossier du fichier .http, mettez le secret dans Client Secret et choisissez seller-api sous «\u00a0Run with\u00a0».",
      },
      "portal.env": {
        label: "Fichier .env",
        about: "Les mêmes valeurs pour un programme à vous. CLIENT_SECRET est vide.",
      },
    },
    steps: {
      title: "Postman\u00a0: du téléchargement à la première réponse",
      items: [
        {
          title: "Importez les deux fichiers",
          body: "Dans Postman, appuyez sur Import et déposez-y la collection et l’environnement.",
          picture: "La fenêtre d’import de Postman\u00a0: on y dépose les deux fichiers.",
        },
        {
          title: "Mettez le secret dans l’environnement",
          body: "Sélectionnez l’environnement en haut à droite, ouvrez-le, et collez votre clientSecret dans clientSecret comme valeur actuelle (current value). Les valeurs actuelles restent sur votre ordinateur, les valeurs partagées non.",
          picture:
            "L’environnement\u00a0: le clientId est rempli, la valeur actuelle de clientSecret attend le secret.",
        },
        {
          title: "Envoyez «\u00a0Get Seller Informations\u00a0»",
          body: "Cette requête se trouve dans le dossier Seller Info. Le jeton est demandé en chemin et utilisé jusqu’à une minute avant sa fin. 200 et un nom de boutique\u00a0: tout fonctionne.",
          picture:
            "La requête Get Seller Informations avec l’en-tête SellerId, le bouton d’envoi et la réponse 200.",
        },
        {
          title: "Pour vos propres requêtes\u00a0: l’OAuth 2.0 de Postman",
          body: "Dans l’onglet Authorization, choisissez OAuth 2.0 et remplissez ce que montre l’image, puis appuyez sur Get New Access Token. La collection elle-même n’en a pas besoin.",
          picture: "L’onglet Authorization\u00a0: type OAuth 2.0, Client Credentials et les trois variables.",
        },
      ],
      firstCall: "Faire le même appel ici",
    },
    programs: {
      title: "Dans un programme à vous",
      intro:
        "Le même appel en six langages\u00a0: le jeton est gardé jusqu’à une minute avant sa fin, et après un 429 le programme attend le temps demandé. Mettez votre secret dans la variable d’environnement CLIENT_SECRET.",
      more: "Tous les appels de l’API, chacun avec ces programmes",
    },
    tls: "Laissez la vérification des certificats active. Si Postman ne connaît pas le certificat de votre réseau, ajoutez-le sous Settings, Certificates.",
    paste:
      "Une ancienne collection, ou une erreur que vous ne comprenez pas\u00a0? Collez-la et lisez ce qui ne va pas.",
  },
  files: {
    about:
      "Choisissez l’environnement, mettez votre clientSecret dans sa variable clientSecret et envoyez une requête. Le jeton est demandé tout seul et renouvelé une minute avant sa fin.",
    token: "Demander un jeton",
    noSecret: "Choisissez l’environnement et mettez votre clientSecret dans sa variable clientSecret.",
    unreachable: "Le serveur de jetons est injoignable\u00a0:",
    noToken: "Pas de jeton\u00a0:",
    tokenGiven: "un jeton a été donné",
    answers: "l’API vendeur répond",
    optional: "Facultatif\u00a0:",
    http: {
      about: [
        "Mettez votre clientSecret ci-dessous, derrière @clientSecret, et ne partagez plus le fichier ensuite.",
        "Envoyez la première requête, puis n’importe quelle autre. Quand le jeton a expiré (401), renvoyez la première.",
      ],
      jetbrains: [
        "Pour les éditeurs JetBrains. Le fichier http-client.env.json va dans le même dossier\u00a0: mettez votre clientSecret dans",
        "son champ Client Secret, choisissez l’environnement seller-api sous «\u00a0Run with\u00a0» et envoyez une requête. Le jeton vient tout seul.",
      ],
      encoded: "Le clientId est écrit ici encodé (%), car il a des caractères qu’un formulaire changerait.",
      unused:
        "Le dernier champ est ignoré. Il sépare le script des éditeurs JetBrains du secret dans les autres.",
      package:
        "Ce qu’a répondu l’ouverture d’un paquet d’offres, pour les requêtes qui travaillent avec un paquet\u00a0:",
    },
  },
};
