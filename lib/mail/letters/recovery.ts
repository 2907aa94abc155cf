import type { Language } from "../../language";
import { writeLetter } from "../letter";

type Facts = { name: string; href: string };

const always = {
  en: "Letters about the safety of your account always come.",
  fr: "Les e-mails sur la sécurité de votre compte vous sont toujours envoyés.",
};
const knowsPassword = {
  en: "If this was not you, somebody knows your password: set a new one at once. Open the sign-in page and choose “Password lost?”.",
  fr: "Si ce n’était pas vous, quelqu’un connaît votre mot de passe\u00a0: choisissez-en tout de suite un nouveau, page de connexion, «\u00a0Mot de passe perdu\u00a0?\u00a0».",
};

/** The minute, in the one time that everybody can compare. */
const minute = (at: Date) => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

/** The link that begins the wait, for whoever lost app and recovery codes. */
export function recoveryAskedLetter(language: Language, { name, href }: Facts) {
  return writeLetter("recovery-asked", language, {
    en: {
      subject: "App and recovery codes lost: the way back",
      greeting: `Hello ${name},`,
      paragraphs: [
        "somebody who knows your password said that your authenticator app and your recovery codes are lost. If that was you, open this link. It works once, for an hour, and begins a wait of 72 hours; after it your password alone turns the second factor off.",
        "During the wait a letter comes every day, and each can stop it. If you find the app or a code, sign in with it: that stops it too.",
        knowsPassword.en,
      ],
      button: { label: "See how it goes on", href },
      footer: [always.en],
    },
    fr: {
      subject: "Application et codes perdus\u00a0: comment revenir",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        "quelqu’un qui connaît votre mot de passe a indiqué que votre application d’authentification et vos codes de secours sont perdus. Si c’était vous, ouvrez ce lien. Il fonctionne une seule fois, pendant une heure, et lance une attente de 72 heures\u00a0; ensuite, votre mot de passe seul désactive le second facteur.",
        "Pendant l’attente, un e-mail arrive chaque jour, et chacun permet de l’arrêter. Si vous retrouvez l’application ou un code, servez-vous-en pour vous connecter\u00a0: cela l’arrête aussi.",
        knowsPassword.fr,
      ],
      button: { label: "Voir la suite", href },
      footer: [always.fr],
    },
  });
}

/** To somebody who acts for the marketplace: there is no such way for them. */
export function recoveryRefusedLetter(language: Language, { name, href }: Facts) {
  return writeLetter("recovery-refused", language, {
    en: {
      subject: "App and recovery codes lost: ask your colleagues",
      greeting: `Hello ${name},`,
      paragraphs: [
        "somebody who knows your password said that your authenticator app and your recovery codes are lost. Whoever acts for the marketplace keeps a second factor: no wait turns it off.",
        "Ask another operator to remove it, or whoever runs this portal.",
        knowsPassword.en,
      ],
      button: { label: "Sign in", href },
      footer: [always.en],
    },
    fr: {
      subject: "Application et codes perdus\u00a0: demandez à vos collègues",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        "quelqu’un qui connaît votre mot de passe a indiqué que votre application d’authentification et vos codes de secours sont perdus. Quiconque agit pour la place de marché garde un second facteur\u00a0: aucune attente ne le désactive.",
        "Demandez à un autre opérateur de le retirer, ou à qui exploite ce portail.",
        knowsPassword.fr,
      ],
      button: { label: "Se connecter", href },
      footer: [always.fr],
    },
  });
}

export type RecoveryWaitKind = "recovery-begun" | "recovery-runs" | "recovery-ready";

/** Says that a wait began, still runs, or is over; its link stops it. */
export function recoveryWaitLetter(
  language: Language,
  kind: RecoveryWaitKind,
  { name, readyAt, href }: Facts & { readyAt: Date },
) {
  const until = minute(readyAt);
  const en = {
    "recovery-begun": {
      subject: "Your second factor can be turned off in 72 hours",
      first: `the wait of 72 hours has begun. From ${until} on, whoever signs in with your password turns your second factor off.`,
    },
    "recovery-runs": {
      subject: "Your second factor can be turned off soon",
      first: `a wait runs because somebody said that your authenticator app and recovery codes are lost. From ${until} on, whoever signs in with your password turns your second factor off.`,
    },
    "recovery-ready": {
      subject: "You can sign in without your second factor now",
      first: `the wait is over since ${until}. Sign in with your password within a week: that turns your second factor off, and you set up a new one.`,
    },
  }[kind];
  const fr = {
    "recovery-begun": {
      subject: "Second facteur\u00a0: désactivable dans 72 heures",
      first: `l’attente de 72 heures a commencé. À partir du ${until}, quiconque se connecte avec votre mot de passe désactive votre second facteur.`,
    },
    "recovery-runs": {
      subject: "Votre second facteur sera bientôt désactivable",
      first: `une attente est en cours, car quelqu’un a indiqué que votre application d’authentification et vos codes de secours sont perdus. À partir du ${until}, quiconque se connecte avec votre mot de passe désactive votre second facteur.`,
    },
    "recovery-ready": {
      subject: "Connectez-vous maintenant sans second facteur",
      first: `l’attente est terminée depuis le ${until}. Connectez-vous avec votre mot de passe dans la semaine\u00a0: cela désactive votre second facteur, et vous en configurez un nouveau.`,
    },
  }[kind];
  return writeLetter(kind, language, {
    en: {
      subject: en.subject,
      greeting: `Hello ${name},`,
      paragraphs: [
        en.first,
        "If you did not ask for this, or found the app or a code, stop it here. A code of your second factor stops it too, and so does a new password.",
        knowsPassword.en,
      ],
      button: { label: "Stop it", href },
      footer: [always.en],
    },
    fr: {
      subject: fr.subject,
      greeting: `Bonjour ${name},`,
      paragraphs: [
        fr.first,
        "Si vous n’avez rien demandé, ou si vous avez retrouvé l’application ou un code, arrêtez-la ici. Un code de votre second facteur l’arrête aussi, de même qu’un nouveau mot de passe.",
        knowsPassword.fr,
      ],
      button: { label: "L’arrêter", href },
      footer: [always.fr],
    },
  });
}

type Stopped = { name: string; by: "code" | "link" | "password"; reset: string };

/** Says that a wait was stopped, and by what. */
export function recoveryStoppedLetter(language: Language, { name, by, reset }: Stopped) {
  const en = {
    code: "a code of it was typed",
    link: "the link in one of our letters was used",
    password: "a new password was set",
  }[by];
  const fr = {
    code: "un de ses codes a été saisi",
    link: "le lien d’un de nos e-mails a été utilisé",
    password: "un nouveau mot de passe a été défini",
  }[by];
  return writeLetter("recovery-stopped", language, {
    en: {
      subject: "Your second factor stays on",
      greeting: `Hello ${name},`,
      paragraphs: [
        `the wait for turning your second factor off was stopped: ${en}. Nothing else was changed.`,
        "If it was not you who began the wait, somebody knows your password: set a new one.",
      ],
      button: { label: "Set a new password", href: reset },
      footer: [always.en],
    },
    fr: {
      subject: "Votre second facteur reste actif",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        `l’attente pour désactiver votre second facteur a été arrêtée\u00a0: ${fr}. Rien d’autre n’a changé.`,
        "Si ce n’est pas vous qui l’aviez lancée, quelqu’un connaît votre mot de passe\u00a0: choisissez-en un nouveau.",
      ],
      button: { label: "Choisir un nouveau mot de passe", href: reset },
      footer: [always.fr],
    },
  });
}

/** Says that after a wait the second factor was turned off by the password alone. */
export function recoveryDoneLetter(language: Language, { name, href }: Facts) {
  return writeLetter("recovery-done", language, {
    en: {
      subject: "Your second factor was turned off",
      greeting: `Hello ${name},`,
      paragraphs: [
        "after a wait of 72 hours somebody signed in with your password, and your second factor and its recovery codes were turned off. Every other browser was signed out.",
        "Set up a new second factor now.",
        knowsPassword.en,
      ],
      button: { label: "Set up a second factor", href },
      footer: [always.en],
    },
    fr: {
      subject: "Votre second facteur a été désactivé",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        "après une attente de 72 heures, quelqu’un s’est connecté avec votre mot de passe\u00a0: votre second facteur et ses codes de secours ont été désactivés. Tous les autres navigateurs ont été déconnectés.",
        "Configurez maintenant un nouveau second facteur.",
        knowsPassword.fr,
      ],
      button: { label: "Configurer un second facteur", href },
      footer: [always.fr],
    },
  });
}
