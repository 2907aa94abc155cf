import type { Language } from "../../language";
import { writeLetter } from "../letter";

type Facts = { name: string; company: string; giver: string; taker: string; href: string };

const team = { en: "Open the team", fr: "Ouvrir l’équipe" };

/** Tells a member that an owner wants to hand the organisation over to them. */
export function ownershipOfferedLetter(language: Language, f: Facts) {
  return writeLetter("ownership-offered", language, {
    en: {
      subject: "You are offered the ownership of an organisation",
      greeting: `Hello ${f.name},`,
      paragraphs: [
        `${f.giver} wants to hand ${f.company} over to you. Accept, and you are its owner and ${f.giver} an editor.`,
        "Nothing changes until you accept. The offer stands for seven days.",
      ],
      button: { label: "Accept or decline", href: f.href },
      footer: [],
    },
    fr: {
      subject: "On vous propose la propriété d’une organisation",
      greeting: `Bonjour ${f.name},`,
      paragraphs: [
        `${f.giver} souhaite vous transmettre ${f.company}. Si vous acceptez, vous en devenez propriétaire et ${f.giver} devient éditeur.`,
        "Rien ne change tant que vous n’avez pas accepté. La proposition est valable sept jours.",
      ],
      button: { label: "Accepter ou refuser", href: f.href },
      footer: [],
    },
  });
}

/** Tells the owners, old ones and others, that an organisation has changed hands. */
export function ownershipAcceptedLetter(language: Language, f: Facts) {
  return writeLetter("ownership-accepted", language, {
    en: {
      subject: "Your organisation has a new owner",
      greeting: `Hello ${f.name},`,
      paragraphs: [
        `${f.taker} accepted the ownership of ${f.company} that ${f.giver} had offered. ${f.giver} is an editor from now on.`,
      ],
      button: { label: team.en, href: f.href },
      footer: [],
    },
    fr: {
      subject: "Votre organisation a un nouveau propriétaire",
      greeting: `Bonjour ${f.name},`,
      paragraphs: [
        `${f.taker} a accepté la propriété de ${f.company} proposée par ${f.giver}, qui est désormais éditeur.`,
      ],
      button: { label: team.fr, href: f.href },
      footer: [],
    },
  });
}

/** Tells an owner that their offer was declined. */
export function ownershipDeclinedLetter(language: Language, f: Facts) {
  return writeLetter("ownership-declined", language, {
    en: {
      subject: "Your offer of ownership was declined",
      greeting: `Hello ${f.name},`,
      paragraphs: [
        `${f.taker} declined the ownership of ${f.company}. Nothing was changed: you are its owner as before.`,
      ],
      button: { label: team.en, href: f.href },
      footer: [],
    },
    fr: {
      subject: "Votre proposition de propriété a été refusée",
      greeting: `Bonjour ${f.name},`,
      paragraphs: [
        `${f.taker} a refusé la propriété de ${f.company}. Rien n’a changé\u00a0: vous en êtes toujours propriétaire.`,
      ],
      button: { label: team.fr, href: f.href },
      footer: [],
    },
  });
}

/** Tells somebody who was offered the ownership that the offer was taken back. */
export function ownershipWithdrawnLetter(language: Language, f: Facts) {
  return writeLetter("ownership-withdrawn", language, {
    en: {
      subject: "An offer of ownership was taken back",
      greeting: `Hello ${f.name},`,
      paragraphs: [`the offer to make you owner of ${f.company} was taken back. Nothing was changed.`],
      button: { label: team.en, href: f.href },
      footer: [],
    },
    fr: {
      subject: "Une proposition de propriété a été annulée",
      greeting: `Bonjour ${f.name},`,
      paragraphs: [
        `la proposition de vous rendre propriétaire de ${f.company} a été annulée. Rien n’a changé.`,
      ],
      button: { label: team.fr, href: f.href },
      footer: [],
    },
  });
}
