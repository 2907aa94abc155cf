import type { Language } from "../../language";
import { writeLetter } from "../letter";

const always = {
  en: "Letters about the safety of your account always come.",
  fr: "Les e-mails sur la sécurité de votre compte vous sont toujours envoyés.",
};
const notYou = {
  en: "If this was not you, set a new password at once: open the sign-in page and choose “Password lost?”.",
  fr: "Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe\u00a0: page de connexion, «\u00a0Mot de passe perdu\u00a0?\u00a0».",
};

type SecondFactorKind = "second-factor-set" | "second-factor-ended" | "second-factor-removed";
type Facts = { name: string; href: string; reason?: string };

/** Tells that a second factor came, went, or was taken away by the marketplace's team. */
export function secondFactorLetter(language: Language, kind: SecondFactorKind, facts: Facts) {
  const { name, href, reason = "" } = facts;
  const en = {
    "second-factor-set": {
      subject: "Your second factor was set up",
      body: [
        "from now on signing in to your account takes your password and a code of your authenticator app. Every other browser was signed out.",
        "Keep the recovery codes where you find them without your telephone.",
        notYou.en,
      ],
    },
    "second-factor-ended": {
      subject: "Your second factor was turned off",
      body: [
        "from now on your password alone signs in to your account. Every other browser was signed out.",
        notYou.en,
      ],
    },
    "second-factor-removed": {
      subject: "Your second factor was removed",
      body: [
        `the marketplace's team removed the second factor of your account, and its recovery codes. It says: ${reason}`,
        "Every browser was signed out. Your password stays as it is: sign in with it, and set up a new second factor.",
        "If you did not ask for this, answer the marketplace's team at once.",
      ],
    },
  }[kind];
  const fr = {
    "second-factor-set": {
      subject: "Votre second facteur est configuré",
      body: [
        "désormais, se connecter à votre compte demande votre mot de passe et un code de votre application d’authentification. Tous les autres navigateurs ont été déconnectés.",
        "Gardez les codes de secours là où vous les trouverez sans votre téléphone.",
        notYou.fr,
      ],
    },
    "second-factor-ended": {
      subject: "Votre second facteur est désactivé",
      body: [
        "désormais, votre mot de passe seul suffit pour se connecter à votre compte. Tous les autres navigateurs ont été déconnectés.",
        notYou.fr,
      ],
    },
    "second-factor-removed": {
      subject: "Votre second facteur a été retiré",
      body: [
        `l’équipe de la place de marché a retiré le second facteur de votre compte et ses codes de secours. Elle écrit\u00a0: ${reason}`,
        "Tous les navigateurs ont été déconnectés. Votre mot de passe reste inchangé\u00a0: connectez-vous, puis configurez un nouveau second facteur.",
        "Si vous n’avez rien demandé, répondez tout de suite à l’équipe de la place de marché.",
      ],
    },
  }[kind];
  return writeLetter(kind, language, {
    en: {
      subject: en.subject,
      greeting: `Hello ${name},`,
      paragraphs: en.body,
      button: { label: "Open your account", href },
      footer: [always.en],
    },
    fr: {
      subject: fr.subject,
      greeting: `Bonjour ${name},`,
      paragraphs: fr.body,
      button: { label: "Ouvrir votre compte", href },
      footer: [always.fr],
    },
  });
}

/** Tells that a recovery code took the place of the app, and how many are left. */
export function recoveryCodeUsedLetter(
  language: Language,
  facts: { name: string; left: number; href: string },
) {
  const { name, left, href } = facts;
  return writeLetter("recovery-code-used", language, {
    en: {
      subject: "A recovery code was used",
      greeting: `Hello ${name},`,
      paragraphs: [
        `one of the recovery codes of your account was used just now in place of your authenticator app. Codes left: ${left}.`,
        "If the app is lost, or few codes are left, replace your second factor: that makes ten new ones.",
        notYou.en,
      ],
      button: { label: "See to your second factor", href },
      footer: [always.en],
    },
    fr: {
      subject: "Un code de secours a été utilisé",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        `un des codes de secours de votre compte vient d’être utilisé à la place de votre application d’authentification. Codes restants\u00a0: ${left}.`,
        "Si l’application est perdue, ou s’il reste peu de codes, remplacez votre second facteur\u00a0: dix nouveaux codes sont alors créés.",
        notYou.fr,
      ],
      button: { label: "Gérer votre second facteur", href },
      footer: [always.fr],
    },
  });
}

/** Tells that browsers were signed out from another one. */
export function sessionsEndedLetter(
  language: Language,
  facts: { name: string; ended: number; href: string },
) {
  const { name, ended, href } = facts;
  return writeLetter("sessions-ended", language, {
    en: {
      subject: "You were signed out in other browsers",
      greeting: `Hello ${name},`,
      paragraphs: [
        ended === 1
          ? "one browser was signed out of your account just now, from another one that is signed in."
          : `${ended} browsers were signed out of your account just now, from another one that is signed in.`,
        notYou.en,
      ],
      button: { label: "See where you are signed in", href },
      footer: [always.en],
    },
    fr: {
      subject: "Vous avez été déconnecté d’autres navigateurs",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        ended === 1
          ? "un navigateur vient d’être déconnecté de votre compte, depuis un autre qui est connecté."
          : `${ended} navigateurs viennent d’être déconnectés de votre compte, depuis un autre qui est connecté.`,
        notYou.fr,
      ],
      button: { label: "Voir où vous êtes connecté", href },
      footer: [always.fr],
    },
  });
}

/** Warns somebody whose password was right after many wrong ones. */
export function guessedLetter(
  language: Language,
  facts: { name: string; failures: number; href: string; reset: string },
) {
  const { name, failures, href, reset } = facts;
  return writeLetter("guessed", language, {
    en: {
      subject: "Many wrong passwords, then the right one",
      greeting: `Hello ${name},`,
      paragraphs: [
        `within an hour a wrong password was given for your account ${failures} times, and then the right one. If you mistyped it yourself, all is well.`,
        `If it was not you, somebody has found your password out. Set a new one here: ${reset}`,
      ],
      button: { label: "See where you are signed in", href },
      footer: [always.en],
    },
    fr: {
      subject: "Plusieurs mots de passe faux, puis le bon",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        `en moins d’une heure, un mot de passe faux a été saisi ${failures} fois pour votre compte, puis le bon. Si c’était vous, tout va bien.`,
        `Si ce n’était pas vous, quelqu’un a trouvé votre mot de passe. Choisissez-en un nouveau ici\u00a0: ${reset}`,
      ],
      button: { label: "Voir où vous êtes connecté", href },
      footer: [always.fr],
    },
  });
}

/** Tells somebody that the marketplace's team signed them out everywhere, and why. */
export function signedOutLetter(
  language: Language,
  facts: { name: string; reason: string; href: string; reset: string },
) {
  const { name, reason, href, reset } = facts;
  return writeLetter("signed-out", language, {
    en: {
      subject: "You were signed out everywhere",
      greeting: `Hello ${name},`,
      paragraphs: [
        `the marketplace's team signed every browser out of your account. It says: ${reason}`,
        `Your password stays as it is. If somebody else may know it, set a new one first: ${reset}`,
      ],
      button: { label: "Open your account", href },
      footer: [always.en],
    },
    fr: {
      subject: "Vous avez été déconnecté partout",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        `l’équipe de la place de marché a déconnecté tous les navigateurs de votre compte. Elle écrit\u00a0: ${reason}`,
        `Votre mot de passe reste inchangé. Si quelqu’un d’autre peut le connaître, choisissez-en d’abord un nouveau\u00a0: ${reset}`,
      ],
      button: { label: "Ouvrir votre compte", href },
      footer: [always.fr],
    },
  });
}
