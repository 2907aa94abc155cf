import { env } from "../../env";
import type { Language } from "../../language";
import { writeLetter } from "../letter";

const more = { en: "What stays, and why", fr: "Ce qui reste, et pourquoi" };
const href = () => `${env().PUBLIC_URL}/privacy`;

/** Tells somebody that their account is gone: the last letter to them. */
export function accountDeletedLetter(language: Language, { name }: { name: string }) {
  return writeLetter("account-deleted", language, {
    en: {
      subject: "Your account is deleted",
      greeting: `Hello ${name},`,
      paragraphs: [
        "your account on the seller portal is deleted, as was asked for after signing in. Your name, address, password and choices are gone; nobody can sign in with them.",
        "What you did for an organisation stays in its audit trail, with your name, for three years.",
      ],
      button: { label: more.en, href: href() },
      footer: ["If you did not ask for this, somebody else knew your password: tell the marketplace's team."],
    },
    fr: {
      subject: "Votre compte est supprimé",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        "votre compte sur le portail vendeur est supprimé, comme demandé après connexion. Votre nom, votre adresse, votre mot de passe et vos choix ont disparu\u00a0; personne ne peut plus se connecter avec.",
        "Ce que vous avez fait pour une organisation reste dans son journal d’audit, avec votre nom, pendant trois ans.",
      ],
      button: { label: more.fr, href: href() },
      footer: [
        "Si vous n’avez rien demandé, quelqu’un d’autre connaissait votre mot de passe\u00a0: prévenez l’équipe de la place de marché.",
      ],
    },
  });
}

/** Tells a member that their organisation is gone, and by whom. */
export function organisationDeletedLetter(
  language: Language,
  f: { name: string; company: string; by: string },
) {
  return writeLetter("organisation-deleted", language, {
    en: {
      subject: `${f.company} is deleted`,
      greeting: `Hello ${f.name},`,
      paragraphs: [
        `${f.by} deleted ${f.company} from the seller portal, for good. Its clients, secrets, tokens and links have ended, its entry in the directory is gone, and its seller accounts belong to nobody here any more. Whoever was linked has been told.`,
        "If this was your only organisation, your account is forgotten 30 days after you last used it, unless a team invites you before.",
      ],
      button: { label: more.en, href: href() },
      footer: ["If this was not meant to happen, tell the marketplace's team at once."],
    },
    fr: {
      subject: `${f.company} est supprimée`,
      greeting: `Bonjour ${f.name},`,
      paragraphs: [
        `${f.by} a supprimé ${f.company} du portail vendeur, définitivement. Ses clients API, secrets, jetons et liaisons ont pris fin, sa fiche dans l’annuaire a disparu, et ses comptes vendeurs n’appartiennent plus à personne ici. Tous ceux qui étaient reliés ont été prévenus.`,
        "Si c’était votre seule organisation, votre compte est oublié 30 jours après votre dernière utilisation, sauf si une équipe vous invite avant.",
      ],
      button: { label: more.fr, href: href() },
      footer: ["Si cela n’aurait pas dû arriver, prévenez sans attendre l’équipe de la place de marché."],
    },
  });
}
