import type { ways as en } from "../en/ways";

const sentences: (typeof en)["sentences"] = {
  createClientAndSecret: {
    title: "Créer mon clientId et mon clientSecret",
    hint: "Pour un outil à vous. Relié d’emblée à votre compte vendeur.",
  },
  newClientId: {
    title: "J’ai besoin d’un nouveau clientId",
    hint: "Un client API de plus, pour un autre outil ou développeur\u00a0: les trois valeurs sont affichées ensemble.",
  },
  linkPartnerToSeller: {
    title: "Je connais le clientId de mon partenaire",
    hint: "Une entreprise ou un développeur travaille pour vous avec son propre clientId. Vous l’autorisez, aucun secret ne circule.",
  },
  linkAgregClientToSeller: {
    title: "Je connais le clientId de mon agrégateur ou module",
    hint: "Vous le saisissez, voyez qui se trouve derrière, et l’autorisez.",
  },
  linkAgreeToSeller: {
    title: "Mon agrégateur ou module demande mon SellerId",
    hint: "Vous le trouvez dans la liste et l’autorisez. Il apprend votre SellerId tout seul.",
  },
  aggregatorRequiresThree: {
    title: "Mon agrégateur demande clientId/secret/sellerId",
    hint: "Son formulaire a trois champs, et vous créez les valeurs ici.",
  },
  pluginRequiresThree: {
    title: "Mon module demande clientId/secret/sellerId",
    hint: "Ses réglages ont trois champs, et vous créez les valeurs ici.",
  },
  integrationPartner: {
    title: "Je suis un partenaire d’intégration technique",
    hint: "Un clientId à vous, qui n’est encore relié à personne.",
  },
  feedAggregator: {
    title: "Je suis un agrégateur de flux",
    hint: "Un seul clientId pour tous vos vendeurs, qui n’est encore relié à personne.",
  },
  askMyCustomer: {
    title: "Demander au vendeur de m’accorder des droits",
    hint: "Un lien qui contient votre clientId. Le vendeur confirme, vous recevez le SellerId\u00a0: personne ne recopie rien.",
  },
  firstCall: {
    title: "Obtenir un jeton, faire mon premier appel",
    hint: "Un clic demande un jeton et appelle l’API, et dit ce qui ne va pas en cas d’échec.",
  },
};

/** The guide's own sentences, each the way to its page. */
export const ways: typeof en = {
  connectTitle: "Laisser quelqu’un agir pour ma boutique",
  connectIntro:
    "Votre agrégateur ou module, ou une entreprise qui travaille pour vous, a son propre clientId.",
  valuesTitle: "Créer des valeurs que l’on me demande",
  valuesIntro: "Leur formulaire demande clientId, clientSecret et SellerId.",
  customersTitle: "Laisser des vendeurs se connecter à moi",
  old: {
    title: "Identifiants API",
    lead: "Les chemins de l’ancienne page, chacun à sa nouvelle adresse.",
    undecided: "Vous ne savez pas lequel est le vôtre\u00a0?",
    undecidedGo: "Répondre à trois questions",
  },
  sentences,
};
