import type { directory as en } from "../en/directory";

/** The list of aggregators and plugins that a seller chooses from. */
export const directory: typeof en = {
  title: "Mon agrégateur ou module demande mon SellerId",
  lead: "Cherchez-le par son nom. Vous voyez qui se trouve derrière avant d’autoriser quoi que ce soit\u00a0; ensuite, votre SellerId lui est communiqué, et vous ne recopiez rien.",
  searchLabel: "Nom de votre agrégateur ou module",
  search: "Chercher",
  all: "Tous les agrégateurs et modules, par nom",
  found: (query) => `Résultats pour «\u00a0${query}\u00a0»`,
  paging: "Pages de la liste",
  page: (page) => `Page n°\u00a0${page}`,
  previous: "Page précédente",
  next: "Page suivante",
  methods: {
    delegation: "N’a besoin que de votre SellerId",
    "own-credentials": "Prend clientId, clientSecret et SellerId",
  },
  connect: "Connecter",
  connectName: (name) => `Connecter ${name}`,
  makeValues: "Créer les trois valeurs",
  makeValuesName: (name) => `Créer les trois valeurs pour ${name}`,
  ownOnly:
    "Vous créez les valeurs ici et les saisissez dans son formulaire. Aucune autre autorisation n’est nécessaire.",
  domain: (domain) => `Domaine prouvé\u00a0: ${domain}`,
  none: {
    title: "Rien ne porte ce nom",
    body: "Le nom peut différer de celui de l’entreprise. Essayez-en une partie, ou le nom indiqué sur sa page d’aide.",
    near: "Vouliez-vous dire l’un de ceux-ci\u00a0?",
    noPage: "La liste n’est pas aussi longue.",
    all: "Tout afficher",
  },
  unlisted: {
    title: "Pas dans la liste\u00a0?",
    body: "Un agrégateur ou module qui n’est pas dans la liste peut aussi être connecté. Il a un clientId\u00a0; saisissez-le exactement comme il vous a été donné, majuscules comprises.",
    field: "clientId de votre agrégateur ou module",
    go: "Continuer avec ce clientId",
    ask: "On ne vous a donné aucun clientId\u00a0? Demandez-le",
    askCopy: "le message",
    message:
      "Bonjour,\n\nje vends sur la place de marché et je veux connecter votre produit à mon compte vendeur.\n\nSi vous n’avez besoin que de mon SellerId\u00a0: quel est votre clientId sur l’API vendeur\u00a0? Avec lui, je peux vous donner le droit d’agir pour mon compte, et mon SellerId vous est communiqué.\n\nSi votre formulaire demande au contraire clientId, clientSecret et SellerId, dites-moi où il se trouve, et je crée les valeurs pour lui.\n\nMerci",
    undecided: "Vous ne savez pas ce qui est demandé\u00a0?",
    undecidedGo: "Répondre à trois questions",
  },
  steer: {
    title: "La plupart des agrégateurs et modules n’ont besoin que de votre SellerId",
    body: "Si le vôtre est dans la liste, connectez-le là\u00a0: aucun secret ne sort de chez vous, et vous pouvez y mettre fin quand vous voulez. Trois valeurs sont faites pour un formulaire à trois champs.",
    go: "Le chercher dans la liste",
  },
};
