import type { home as en } from "../en/home";

/** The front page: three doors. */
export const home: typeof en = {
  title: "Reliez un compte vendeur à l’API",
  lead: "De rien à un premier appel réussi en quelques minutes. Pas d’e-mails au support, pas d’identifiants recopiés à la main, pas de secret perdu qui bloque tout.",
  doors: {
    seller: {
      title: "Je suis vendeur",
      body: "Obtenez un clientId et un clientSecret pour votre propre outil, votre développeur ou un module, déjà reliés à votre compte vendeur.",
      need: "Le nom de votre entreprise et une adresse e-mail",
      get: "Un clientId qui fonctionne, son secret et votre SellerId, côte à côte",
      go: "Commencer comme vendeur",
    },
    partner: {
      title: "Je travaille pour un vendeur",
      body: "Vous développez ou exploitez une intégration pour quelqu’un qui vend. Obtenez votre propre clientId et prouvez qu’il fonctionne.",
      need: "Le nom de votre entreprise et une adresse e-mail",
      get: "Votre propre clientId et un jeton, essayés sur un vendeur de test ouvert",
      go: "Commencer comme partenaire",
    },
    aggregator: {
      title: "Je suis un agrégateur de flux",
      body: "Un seul clientId pour de nombreux vendeurs. Créez-le, testez-le et gardez ses secrets en ordre.",
      need: "Le nom de votre entreprise et une adresse e-mail",
      get: "Un clientId auquel on peut relier autant de comptes vendeurs que l’on veut",
      go: "Commencer comme agrégateur",
    },
  },
  needLabel: "Il vous faut",
  getLabel: "Vous obtenez",
  undecided: "Vous ne savez pas dans quel cas vous êtes\u00a0?",
  undecidedGo: "Répondez à trois questions",
  tryTitle: "Voyez d’abord que cela fonctionne",
  tryBody:
    "Un clic lance une vraie demande de jeton et un vrai appel de l’API pour un vendeur de test ouvert, avec un client API à nous. Vous n’avez besoin d’aucun compte.",
};
