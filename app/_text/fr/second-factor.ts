import type { secondFactor as english } from "../en/second-factor";

/** Le second facteur : le configurer, le code à la connexion, et que faire sans lui. */
export const secondFactor: typeof english = {
  title: "Second facteur",
  back: "Compte",
  intro:
    "Avec un second facteur, se connecter demande votre mot de passe et un code affiché par une application de votre téléphone. Un mot de passe deviné ne suffit alors plus.",
  needed:
    "Quiconque agit pour la place de marché se connecte avec un second facteur. Configurez le vôtre\u00a0; les pages de l’opérateur s’ouvrent ensuite.",
  section: {
    off: "Votre mot de passe seul suffit pour vous connecter.",
    on: ({ since, left }) => `Actif depuis le ${since}. Codes de secours restants\u00a0: ${left}.`,
    setUp: "Configurer un second facteur",
    seeTo: "Gérer votre second facteur",
  },
  begin: {
    title: "Le configurer",
    lead: "Il vous faut une application d’authentification, par exemple le gestionnaire de mots de passe de votre téléphone. Nous créons une clé pour elle\u00a0; elle compte dès que vous avez saisi un premier code.",
    submit: "Créer une clé",
  },
  draft: {
    title: "Ajoutez la clé à votre application",
    lead: "Scannez l’image avec votre application d’authentification, ou saisissez la clé. Elle est affichée ici pendant un quart d’heure.",
    replaces: "Votre second facteur actuel compte jusqu’à la confirmation du nouveau.",
    qr: "Code QR contenant la clé pour votre application d’authentification",
    key: "Clé",
    passcode: "Code affiché par l’application",
    submit: "Confirmer le code",
  },
  codes: {
    title: "Votre second facteur est actif. Gardez ces codes de secours",
    lead: "Chacun vous connecte une fois, à la place de l’application. Tous les autres navigateurs ont été déconnectés.",
    label: "Codes de secours",
    what: "les codes de secours",
    warning: "Ils ne sont affichés qu’une fois. Gardez-les là où vous les trouverez sans votre téléphone.",
    file: "Télécharger en fichier texte",
    goOn: "Je les ai gardés",
  },
  replace: {
    open: "Le remplacer",
    body: "Pour un nouveau téléphone. Vous recevez une nouvelle clé et dix nouveaux codes de secours\u00a0; les anciens cessent de compter à la confirmation.",
    submit: "Créer une nouvelle clé",
  },
  end: {
    open: "Le désactiver",
    body: "Votre mot de passe seul suffira pour vous connecter. Tous les autres navigateurs sont déconnectés, et un e-mail vous prévient.",
    submit: "Désactiver",
  },
  ended: "Votre second facteur est désactivé.",
  passcode: "Code de votre second facteur",
  passcodeHint: "Les six chiffres que votre application affiche maintenant, ou un de vos codes de secours.",
  ifAny: "Seulement si vous en avez configuré un.",
  code: {
    title: "Saisissez le code",
    lead: "Votre mot de passe est correct. Maintenant le code de votre second facteur\u00a0; cette page attend cinq minutes.",
    submit: "Se connecter",
    tooMany: "Trop d’essais en peu de temps. Réessayez dans {minutes} minutes.",
    over: "Cette page est trop ancienne, ou a été ouverte dans un autre navigateur. Connectez-vous de nouveau.",
  },
  again: {
    title: "Ou par votre second facteur",
    submit: "Confirmer par un code",
  },
  remove: {
    title: "Second facteur",
    open: "Retirer le second facteur d’un membre",
    body: "Pour quelqu’un qui a perdu l’application et les codes de secours. Assurez-vous d’abord, autrement que par e-mail, que c’est bien lui. Ses sessions se terminent, son mot de passe reste, et un e-mail lui dit pourquoi.",
    email: "Adresse e-mail du membre",
    submit: "Retirer le second facteur",
    notFound:
      "Aucun membre de cette organisation avec cette adresse n’a de second facteur. Le vôtre, vous le gérez vous-même.",
    done: "Le second facteur a été retiré, et son titulaire prévenu.",
  },
};
