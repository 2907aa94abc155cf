import type { newClient as en } from "../en/new-client";

/** Creating a client, and the one answer that shows its secret. */
export const newClient: typeof en = {
  titles: {
    seller: "Créer mon clientId et mon clientSecret",
    partner: "Créer mon clientId",
    aggregator: "Créer mon clientId",
  },
  leads: {
    seller:
      "Tout est déjà rempli. Modifiez ce que vous voulez\u00a0; un clic crée le client API, son secret et la liaison avec votre compte vendeur.",
    partner:
      "Un clientId à vous, relié à personne pour le moment. Les vendeurs le relient plus tard à leurs comptes\u00a0; votre secret reste à vous.",
    aggregator:
      "Un seul clientId pour tous les vendeurs qui vous choisissent. Il n’est relié à personne pour le moment\u00a0; votre secret reste à vous.",
  },
  forAggregator:
    "Votre agrégateur ou votre module demande clientId, clientSecret et SellerId\u00a0? Vous obtenez les trois ensemble à la page suivante.",
  forPlugin:
    "Votre module demande clientId, clientSecret et SellerId\u00a0? Vous obtenez les trois ensemble à la page suivante.",
  clientId: "clientId",
  clientIdHint:
    "Le nom public de votre client API. 8 à 80 caractères\u00a0: lettres, chiffres, espaces simples, tirets et @\u00a0; commence par une lettre. Il ne peut plus être changé ensuite.",
  clientIdFree: "Ce clientId est libre.",
  signIn: "Saisissez votre mot de passe, puis revenez à ce formulaire",
  suggestions: "Libres à la place\u00a0:",
  contactEmail: "E-mail pour les nouvelles de ce client API",
  contactEmailHint:
    "Nous y écrivons quand un secret est créé ou que le client API est suspendu. Jamais avec un secret dedans.",
  purpose: "À quoi sert-il\u00a0? (facultatif)",
  purposeHint: "Pour votre propre liste, par exemple le nom de l’outil.",
  seller: "Compte vendeur",
  terms:
    "Je garde le secret pour moi et pour l’outil auquel il est destiné, et j’utilise l’API dans le respect de ses règles.",
  submit: "Créer le clientId et le secret",
  sending: "Création en cours",
  kinds: {
    seller: "les membres de l’organisation d’un vendeur",
    partner: "les membres de l’organisation d’un partenaire",
    aggregator: "les membres de l’organisation d’un agrégateur",
  },
  wrongKind: (organisation) =>
    `Vous agissez pour ${organisation}. Les clients API de ce type sont créés par un autre type d’organisation.`,
  noSeller:
    "Aucun compte vendeur n’appartient à votre organisation\u00a0; il n’y a donc rien à quoi relier un client API.",
  back: "Retour",
  reveal: {
    title: "Votre secret, affiché cette seule fois",
    lead: "Nous n’en gardons qu’une empreinte. Conservez-le maintenant\u00a0; s’il se perd un jour, vous en créez un nouveau vous-même en une minute.",
    clientId: "clientId",
    clientSecret: "clientSecret",
    sellerId: "SellerId",
    env: "Télécharger le fichier .env",
    json: "Télécharger le fichier JSON",
    stored: "J’ai conservé le secret",
    goOn: "Continuer",
    prove: "Prouver qu’il fonctionne",
    proveHint:
      "Un clic lance une vraie demande de jeton et un vrai appel de l’API avec ce secret. Rien à coller.",
    linked: "Relié à {shop}, SellerId {sellerId}.",
    unlinked: "Relié à aucun compte vendeur pour le moment.",
    warning: "Cette page ne pourra plus être affichée.",
    oldEnds: "L’ancien secret fonctionne jusqu’au {when}.",
    oldEnded: "L’ancien secret ne fonctionne plus.",
    handOver:
      "Gardez ce secret pour un outil à vous. Quelqu’un d’autre a besoin des trois valeurs\u00a0? Donnez-lui un secret à part plutôt que celui-ci\u00a0:",
    handOverLink: "remettre par un lien",
  },
  staleLink:
    "Il a servi à créer un secret à {at}, affiché une seule fois. Ouvrez le client API pour créer un nouveau secret.",
};
