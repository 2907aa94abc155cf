import type { firstCall as en } from "../en/first-call";
import { verdictTexts } from "./verdicts";

/** The tester of a first call: its form, its steps and its report. */
export const firstCall: typeof en = {
  title: "Premier appel",
  lead: "Une vraie demande de jeton et un vrai appel de l’API avec votre propre client API, étape par étape. Le secret sert à cet appel et n’est conservé nulle part.",
  visitorLead: "Voyez un appel entier, étape par étape, avant d’avoir quoi que ce soit à vous.",
  signIn: "Se connecter pour utiliser votre propre client API",
  clientId: "clientId",
  clientIdHint:
    "Exactement comme il vous a été donné\u00a0: les majuscules, les espaces et les tirets comptent.",
  clientSecret: "clientSecret",
  clientSecretHint: "Utilisé pour cet appel seulement, jamais conservé.",
  sellerId: "SellerId",
  sellerIdHint:
    "Le compte vendeur concerné par l’appel. 98979 est un vendeur de test ouvert que tout client API peut lire.",
  operation: "Appel",
  faults: "Simuler une panne",
  scenario: "Panne",
  scenarioHint:
    "Le bac à sable la joue après avoir laissé entrer votre client API, pour que vous voyiez à quoi elle ressemble.",
  scenarios: {
    "": "Aucune",
    timeout: "Aucune réponse pendant 30 secondes",
    slow: "Une réponse au bout de 3 secondes",
    "500": "Statut 500",
    "502": "Statut 502",
    html: "Une page web au lieu de données",
    "bad-json": "Un JSON abîmé",
    empty: "Une réponse vide",
    redirect: "Une redirection",
    "429": "Statut 429, trop d’appels",
  },
  submit: "Lancer l’appel",
  sending: "Appel en cours",
  cancel: "Annuler",
  cancelled: "Annulé. L’appel a été interrompu et rien n’a été conservé.",
  brokenOff: "Interrompu",
  starter: {
    submit: "Essayer un premier appel maintenant",
    sending: "Appel en cours",
    used: (clientId, sellerId) =>
      `Cet appel a utilisé le client API de démonstration ${clientId} et le vendeur de test ouvert ${sellerId}. Tous ceux qui essaient les partagent, et leurs données sont fictives.`,
  },
  steps: {
    settings: "Réglages",
    dns: "Trouver le serveur",
    tls: "Connexion sécurisée",
    token: "Obtenir un jeton",
    claims: "Examiner le jeton",
    call: "Appeler l’API vendeur",
    shape: "Lire la réponse",
  },
  states: { running: "En cours", ok: "Terminé", failed: "Échec", skipped: "Pas atteint" },
  milliseconds: (ms) => `${ms} ms`,
  notes: {
    token: (f) => (f.lifeSeconds ? `Valable ${f.lifeSeconds} s` : ""),
    claims: (f) =>
      f.opaque
        ? "Le jeton ne peut pas être lu de l’extérieur"
        : f.signature === "good"
          ? "Signature vérifiée"
          : "Signature non vérifiée\u00a0: les clés de l’émetteur n’étaient pas disponibles",
    call: (f) => `Statut ${f.status}`,
  },
  verdict: "Verdict",
  owners: {
    you: "À vous de jouer",
    seller: "Le vendeur peut corriger",
    us: "À nous de corriger",
    nobody: "Rien à faire",
  },
  verdicts: verdictTexts,
  fixes: {
    guide: "Continuer le guide",
    signUp: "S’inscrire et créer votre propre client API",
    newClient: "Créer un client API",
    client: "Ouvrir le client API",
    addSecret: "Créer un nouveau secret",
    resume: "Réactiver le client API",
    links: "Le relier au compte vendeur",
    askSeller: "Demander l’accès au vendeur",
    openSeller: "Essayer avec le vendeur de test ouvert",
    typeAgain: "Saisir de nouveau",
    again: "Relancer",
  },
  report: {
    title: "Compte rendu d’un premier appel",
    lead: (sellerId) => `Pour le SellerId ${sellerId}. Conservé 30 jours, sans secret ni jeton.`,
    back: "Premier appel",
    open: "Ouvrir le compte rendu",
    stepsTitle: "Étape par étape",
    requestTitle: "La même chose dans un terminal",
    requestHint: "CLIENT_SECRET et TOKEN tiennent lieu de votre secret et du jeton de la première réponse.",
    tokenRequest: "Demander un jeton",
    callRequest: "Appeler l’API vendeur",
    answerTitle: "La réponse",
    answerFrom: { token: "Serveur de jetons (token endpoint)", api: "API vendeur" },
    answerHead: (from, status, type) => [from, status, type].filter(Boolean).join(" · "),
    answerEmpty: "La réponse était vide.",
    answerCut: "Seul le début est affiché.",
    factsTitle: "Informations",
    when: "Quand",
    traceId: "Identifiant de trace",
    again: "Relancer",
  },
};
