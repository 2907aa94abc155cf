import type { accounts as en } from "../en/accounts";

/** Signing up, signing in, the account, and the demo's mailbox. */
export const accounts: typeof en = {
  fields: {
    kind: "Qui êtes-vous\u00a0?",
    companyName: "Nom de l’entreprise",
    name: "Votre nom",
    email: "Adresse e-mail",
    password: "Mot de passe",
    language: "Langue",
    newPassword: "Nouveau mot de passe",
    currentPassword: "Mot de passe actuel",
    terms: "Conditions",
  },
  hints: {
    companyName: "Tel que vos clients le connaissent.",
    email: "Nous y envoyons un seul e-mail. Son lien permet de choisir votre mot de passe.",
    password: "Au moins 10 caractères. Tous les caractères comptent, les espaces aussi.",
  },
  kinds: {
    seller: { label: "Je vends", hint: "J’ai, ou je veux, un compte vendeur sur la place de marché." },
    partner: { label: "Je travaille pour un vendeur", hint: "Agence, intégrateur ou éditeur de module." },
    aggregator: {
      label: "Je suis un agrégateur",
      hint: "Une seule plateforme qui connecte de nombreux vendeurs.",
    },
  },
  mailbox: {
    title: "Boîte aux lettres de la démonstration",
    titleTo: ({ to }) => `E-mails à ${to}`,
    intro: "Les e-mails de cette démonstration, du plus récent au plus ancien.",
    empty: "Aucun e-mail pour le moment.",
    all: "Tous les e-mails",
    home: "Aller à la page d’accueil",
  },
  openMailbox: "Ouvrir la boîte aux lettres de la démonstration",
  signUp: {
    title: "Inscription",
    lead: "Un court formulaire et un e-mail. Rien n’existe tant que vous n’avez pas utilisé le lien qu’il contient.",
    terms: "J’ai le droit d’agir pour cette entreprise, et ce que je fais ici est consigné sous mon nom.",
    submit: "S’inscrire",
    haveAccount: "Vous avez un compte\u00a0?",
    sent: {
      title: "Consultez votre boîte aux lettres",
      body: "Nous avons envoyé un e-mail à {email}. Son lien permet de choisir votre mot de passe et ouvre votre compte. Il fonctionne une seule fois, pendant 72 heures.",
      more: "Rien au bout de quelques minutes\u00a0? Regardez dans les courriers indésirables, ou vérifiez l’adresse et inscrivez-vous de nouveau.",
    },
  },
  verify: {
    title: "Choisissez votre mot de passe",
    lead: ({ companyName, email }) => `Cette étape ouvre le compte de ${companyName} pour ${email}.`,
    submit: "Valider le mot de passe et continuer",
    over: "Ce lien a déjà été utilisé, est trop ancien, ou son adresse a déjà un compte.",
    overMore:
      "Si vous avez choisi votre mot de passe, connectez-vous avec. Sinon, inscrivez-vous de nouveau pour recevoir un nouveau lien.",
  },
  signIn: {
    title: "Connexion",
    again: "Confirmez que c’est bien vous",
    againLead: ({ email }) =>
      `Vous êtes connecté avec l’adresse ${email}. Cette étape demande de nouveau votre mot de passe, puis vous ramène où vous étiez.`,
    submit: "Se connecter",
    confirm: "Confirmer",
    wrong: "L’adresse e-mail ou le mot de passe n’est pas correct.",
    wrongAgain: "Ce mot de passe n’est pas correct.",
    tooMany:
      "Trop d’essais en peu de temps. Réessayez dans {minutes} minutes, ou choisissez un nouveau mot de passe.",
    forgotten: "Mot de passe perdu\u00a0?",
    noAccount: "Pas encore de compte\u00a0?",
    nowhere:
      "Votre mot de passe est correct, mais vous n’appartenez à aucune organisation en ce moment. Demandez à un propriétaire de vous inviter\u00a0; le lien de cet e-mail vous fera entrer.",
  },
  reset: {
    title: "Choisir un nouveau mot de passe",
    lead: "Nous envoyons un lien à votre adresse. Il fonctionne une seule fois, pendant une heure.",
    submit: "Envoyer le lien",
    back: "Retour à la connexion",
    sent: {
      title: "Consultez votre boîte aux lettres",
      body: "Si {email} a un compte, un e-mail contenant le lien est en route.",
      more: "Rien au bout de quelques minutes\u00a0? Regardez dans les courriers indésirables, ou vérifiez l’adresse et recommencez.",
    },
    setLead: ({ email }) =>
      `Pour ${email}. Vous serez connecté ici, et tous les autres navigateurs seront déconnectés.`,
    setSubmit: "Valider le nouveau mot de passe",
    over: "Ce lien a déjà été utilisé ou est trop ancien.",
    askAgain: "Demander un nouveau lien",
  },
  account: {
    title: "Compte",
    you: "Vous",
    organisations: "Organisations",
    roles: { owner: "Propriétaire", editor: "Éditeur", viewer: "Lecteur" },
    languageIntro: "La langue de vos pages sur tous vos appareils, et de nos e-mails.",
    changeLanguage: "Enregistrer la langue",
    languageChanged: "Votre langue a été enregistrée.",
    passwordTitle: "Mot de passe",
    passwordIntro:
      "Un nouveau mot de passe déconnecte tous les autres navigateurs, et un e-mail vous en informe.",
    changePassword: "Changer le mot de passe",
    changed: "Votre mot de passe a été changé. Tous les autres navigateurs ont été déconnectés.",
    sessionsTitle: "Où vous êtes connecté",
    sessionsIntro:
      "Une session prend fin après douze heures sans activité, et dans tous les cas après sept jours.",
    sessionsIntroOperator:
      "Une session de l’équipe de la place de marché prend fin après une heure sans activité, et dans tous les cas après sept jours.",
    browser: "Navigateur",
    address: "Adresse IP",
    since: "Depuis",
    seen: "Dernière activité",
    thisBrowser: "Ce navigateur",
    endOthers: "Déconnecter tous les autres",
    endOne: "Déconnecter",
    endedOne: "Ce navigateur a été déconnecté.",
    ended: "Tous les autres navigateurs ont été déconnectés.",
    unknownBrowser: "Navigateur inconnu",
    on: ({ browser, system }) => `${browser} sur ${system}`,
  },
  formFailed: "Cela n’a pas fonctionné. Rechargez la page et réessayez.",
};
