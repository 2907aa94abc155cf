import type { Language } from "../../language";
import { writeLetter } from "../letter";

const automatic = {
  en: "This letter was sent because somebody used your address on the seller portal.",
  fr: "Cet e-mail vous est envoyé parce que quelqu’un a utilisé votre adresse sur le portail vendeur.",
};

/** Asks to prove the address and set a password; nothing exists before. */
export function verifyLetter(language: Language, to: { name: string; companyName: string; href: string }) {
  const { name, companyName, href } = to;
  return writeLetter("verify", language, {
    en: {
      subject: "Set your password to finish signing up",
      greeting: `Hello ${name},`,
      paragraphs: [
        `you asked for an account for ${companyName}. Choose a password and you are in. The link works once, for 72 hours.`,
      ],
      button: { label: "Set my password", href },
      footer: ["If this was not you, do nothing: without the link no account is made.", automatic.en],
    },
    fr: {
      subject: "Choisissez votre mot de passe pour vous inscrire",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        `vous avez demandé un compte pour ${companyName}. Choisissez un mot de passe et votre compte est ouvert. Le lien fonctionne une seule fois, pendant 72 heures.`,
      ],
      button: { label: "Choisir mon mot de passe", href },
      footer: [
        "Si cette demande ne vient pas de vous, ne faites rien\u00a0: sans ce lien, aucun compte n’est créé.",
        automatic.fr,
      ],
    },
  });
}

/** For a sign-up with an address that has an account already: only its owner learns that. */
export function knownAddressLetter(language: Language, to: { name: string; signIn: string; reset: string }) {
  const { name, signIn, reset } = to;
  return writeLetter("known-address", language, {
    en: {
      subject: "You already have an account",
      greeting: `Hello ${name},`,
      paragraphs: [
        "somebody, probably you, asked for a new account with this address. You already have one: sign in with it.",
        `If the password is lost, set a new one here: ${reset}`,
      ],
      button: { label: "Sign in", href: signIn },
      footer: [automatic.en],
    },
    fr: {
      subject: "Vous avez déjà un compte",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        "quelqu’un, sans doute vous, a demandé un nouveau compte avec cette adresse. Vous en avez déjà un\u00a0: connectez-vous avec celui-ci.",
        `Si le mot de passe est perdu, choisissez-en un nouveau ici\u00a0: ${reset}`,
      ],
      button: { label: "Se connecter", href: signIn },
      footer: [automatic.fr],
    },
  });
}

/** A right to set a new password. */
export function resetLetter(language: Language, to: { name: string; href: string }) {
  const { name, href } = to;
  return writeLetter("reset", language, {
    en: {
      subject: "Set a new password",
      greeting: `Hello ${name},`,
      paragraphs: [
        "here is the link to set a new password. It works once, for one hour, and signs out every other browser.",
      ],
      button: { label: "Set a new password", href },
      footer: ["If this was not you, do nothing: your password stays as it is.", automatic.en],
    },
    fr: {
      subject: "Choisissez un nouveau mot de passe",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        "voici le lien pour choisir un nouveau mot de passe. Il fonctionne une seule fois, pendant une heure, et déconnecte tous les autres navigateurs.",
      ],
      button: { label: "Choisir un nouveau mot de passe", href },
      footer: [
        "Si cette demande ne vient pas de vous, ne faites rien\u00a0: votre mot de passe reste inchangé.",
        automatic.fr,
      ],
    },
  });
}

/** Tells that the password was changed; cannot be switched off. */
export function passwordChangedLetter(language: Language, to: { name: string; reset: string }) {
  const { name, reset } = to;
  return writeLetter("password-changed", language, {
    en: {
      subject: "Your password was changed",
      greeting: `Hello ${name},`,
      paragraphs: [
        "the password of your account was changed just now, and every other browser was signed out.",
      ],
      button: { label: "This was not me", href: reset },
      footer: [automatic.en],
    },
    fr: {
      subject: "Votre mot de passe a été modifié",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        "le mot de passe de votre compte vient d’être modifié, et tous les autres navigateurs ont été déconnectés.",
      ],
      button: { label: "Ce n’était pas moi", href: reset },
      footer: [automatic.fr],
    },
  });
}
