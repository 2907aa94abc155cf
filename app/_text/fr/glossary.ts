import type { glossary as en } from "../en/glossary";

/** The words of the guide, each for one idea. */
export const glossary: typeof en = {
  title: "Glossaire",
  lead: "Un mot pour une idée, tel qu’il est employé sur chaque page.",
  terms: [
    {
      id: "client",
      term: "Client API",
      means:
        "Ce sous quoi un programme se connecte\u00a0: un clientId avec ses secrets. Un outil a un client API par environnement.",
    },
    {
      id: "clientId",
      term: "clientId",
      means:
        "Le nom public d’un client API, choisi par son propriétaire. Majuscules, espaces et tirets comptent.",
    },
    {
      id: "secret",
      term: "clientSecret",
      means:
        "Le mot de passe d’un client API. Montré une fois, gardé sur un serveur, remplacé avec un recouvrement. Un client API en a au plus deux qui fonctionnent.",
    },
    {
      id: "seller-account",
      term: "Compte vendeur",
      means: "Une boutique sur la place de marché. Une organisation peut en avoir plusieurs.",
    },
    {
      id: "sellerId",
      term: "SellerId",
      means:
        "Le numéro d’un compte vendeur. Il va dans l’en-tête de chaque appel et dit pour qui est l’appel.",
    },
    {
      id: "link",
      term: "Liaison",
      means:
        "L’autorisation donnée par un vendeur à un client API d’agir pour un compte vendeur. Elle peut finir à une date, et le vendeur y met fin à tout moment.",
    },
    {
      id: "aggregator",
      term: "Agrégateur",
      means:
        "Une société ou un module (plugin) qui travaille pour de nombreux vendeurs avec un seul client API, chacun ouvrant sa liaison.",
    },
    {
      id: "partner",
      term: "Partenaire",
      means: "Celui qui développe pour un vendeur, avec son propre client API ou celui du vendeur.",
    },
    {
      id: "token",
      term: "Jeton (access token)",
      means:
        "Ce qu’un client API reçoit contre clientId et secret et envoie à chaque appel. Il fonctionne deux heures et pour chaque vendeur dont la liaison est ouverte.",
    },
    {
      id: "invitation",
      term: "Invitation à ouvrir une liaison",
      means:
        "La demande d’un partenaire ou d’un agrégateur à un vendeur d’ouvrir une liaison avec son client API.",
    },
    {
      id: "chain",
      term: "Chaîne de six voyants",
      means:
        "Client API, secret, liaison, annonce, jeton, premier appel réel\u00a0: ce qui est fait pour un client API et un compte vendeur, et ce qui vient ensuite.",
    },
    {
      id: "sandbox",
      term: "Bac à sable",
      means:
        "Une doublure de la place de marché avec des données inventées. Elle garde vos modifications 30 jours.",
    },
    {
      id: "open-test-seller",
      term: "Vendeur de test ouvert",
      means:
        "Un compte vendeur que tout client API peut lire sans liaison, quelques appels par minute\u00a0: 98979 et 700982.",
    },
    {
      id: "operation",
      term: "Opération (appel)",
      means: "Un appel de l’API vendeur, par exemple la liste des commandes.",
    },
    {
      id: "area",
      term: "Domaine de l’API",
      means: "Un groupe d’opérations pour une sorte de travail, comme les commandes.",
    },
    {
      id: "sales-channel",
      term: "Canal de vente",
      means: "Là où les offres se vendent, par exemple CDISFR. Chacun a sa devise et ses offres.",
    },
    {
      id: "offer",
      term: "Offre d’un vendeur",
      means: "Prix, stock et état d’un produit d’un vendeur sur un canal de vente.",
    },
    {
      id: "package",
      term: "Paquet d’offres",
      means: "Un envoi d’offres nouvelles ou modifiées\u00a0: ouvert, rempli, remis, traité.",
    },
    {
      id: "cursor",
      term: "Curseur dans une liste",
      means: "Une marque dans une longue liste. Elle arrive avec l’en-tête Link et mène au morceau suivant.",
    },
    {
      id: "verdict",
      term: "Verdict d’un premier appel",
      means: "Ce que le testeur dit d’un appel\u00a0: un code, la raison, et ce qu’il faut faire.",
    },
    {
      id: "trace-id",
      term: "Identifiant de trace",
      means:
        "Le numéro d’un appel chez nous, dans X-Request-Id et dans chaque erreur. Citez-le quand vous posez une question.",
    },
    {
      id: "hand-over",
      term: "Remise d’accès",
      means:
        "Le droit de créer un nouveau secret d’un client API, donné à quelqu’un d’autre sans envoyer de secret.",
    },
    {
      id: "quota",
      term: "Quota d’appels",
      means:
        "Combien d’appels reçoivent une réponse dans un temps donné. Le surplus reçoit 429 avec les secondes à attendre.",
    },
  ],
};
