import type { Role } from "@/db/schema";
import type { Language } from "../../language";
import { writeLetter } from "../letter";

const roles: Record<Language, Record<Role, string>> = {
  en: { owner: "owner", editor: "editor", viewer: "viewer" },
  fr: { owner: "propriétaire", editor: "éditeur", viewer: "lecteur" },
};
const may: Record<Language, Record<Role, string>> = {
  en: {
    owner: "An owner does everything, and says who is in the team.",
    editor: "An editor works with clients, secrets and links.",
    viewer: "A viewer sees everything and changes nothing.",
  },
  fr: {
    owner: "Un propriétaire peut tout faire et décide qui fait partie de l’équipe.",
    editor: "Un éditeur gère les clients API, les secrets et les liaisons.",
    viewer: "Un lecteur voit tout et ne modifie rien.",
  },
};
const team = { en: "Open the team", fr: "Ouvrir l’équipe" };

/** Asks a colleague to join. The same words, whether the address has an account or not. */
export function teamInvitationLetter(
  language: Language,
  f: { company: string; by: string; role: Role; href: string },
) {
  const { company, by, role, href } = f;
  return writeLetter("team-invitation", language, {
    en: {
      subject: "You are invited to a team",
      greeting: "Hello,",
      paragraphs: [
        `${by} asks you to join the team of ${company} on the seller portal, as ${roles.en[role]}. ${may.en[role]}`,
        "The link works once, for 72 hours, and only for this address.",
      ],
      button: { label: "Look at the invitation", href },
      footer: ["If you do not know who this is, do nothing: without the link nothing happens."],
    },
    fr: {
      subject: "Vous êtes invité dans une équipe",
      greeting: "Bonjour,",
      paragraphs: [
        `${by} vous invite à rejoindre l’équipe de ${company} sur le portail vendeur, en tant que ${roles.fr[role]}. ${may.fr[role]}`,
        "Le lien fonctionne une seule fois, pendant 72 heures, et uniquement pour cette adresse.",
      ],
      button: { label: "Voir l’invitation", href },
      footer: [
        "Si vous ne connaissez pas cette personne, ne faites rien\u00a0: sans le lien, rien ne se passe.",
      ],
    },
  });
}

/** Tells an owner that somebody new is in the team. */
export function memberJoinedLetter(
  language: Language,
  f: { name: string; company: string; member: string; email: string; role: Role; href: string },
) {
  const { name, company, member, email, role, href } = f;
  return writeLetter("member-joined", language, {
    en: {
      subject: "Somebody joined your team",
      greeting: `Hello ${name},`,
      paragraphs: [
        `${member} (${email}) accepted the invitation to ${company} and is ${roles.en[role]} now. ${may.en[role]}`,
      ],
      button: { label: team.en, href },
      footer: [],
    },
    fr: {
      subject: "Quelqu’un a rejoint votre équipe",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        `${member} (${email}) a accepté l’invitation de ${company}, avec le rôle de ${roles.fr[role]}. ${may.fr[role]}`,
      ],
      button: { label: team.fr, href },
      footer: [],
    },
  });
}

/** Tells a member, or the other owners, that a role was changed. */
export function roleChangedLetter(
  language: Language,
  f: { name: string; company: string; member: string | null; by: string; role: Role; href: string },
) {
  const { name, company, member, by, role, href } = f;
  return writeLetter("role-changed", language, {
    en: {
      subject: "A role was changed in your team",
      greeting: `Hello ${name},`,
      paragraphs: [
        member
          ? `${by} made ${member} ${roles.en[role]} of ${company}. ${may.en[role]}`
          : `${by} made you ${roles.en[role]} of ${company}. ${may.en[role]}`,
      ],
      button: { label: team.en, href },
      footer: [],
    },
    fr: {
      subject: "Un rôle a changé dans votre équipe",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        member
          ? `${by} a donné à ${member} le rôle de ${roles.fr[role]} de ${company}. ${may.fr[role]}`
          : `${by} vous a donné le rôle de ${roles.fr[role]} de ${company}. ${may.fr[role]}`,
      ],
      button: { label: team.fr, href },
      footer: [],
    },
  });
}

/** Tells somebody that they are no member any more. */
export function memberRemovedLetter(
  language: Language,
  f: { name: string; company: string; by: string; href: string },
) {
  const { name, company, by, href } = f;
  return writeLetter("member-removed", language, {
    en: {
      subject: "You are no longer in a team",
      greeting: `Hello ${name},`,
      paragraphs: [
        `${by} removed you from the team of ${company}. You see nothing of it any more, and where you looked at it you were signed out.`,
        "Your account stays: another team can invite you with this address.",
      ],
      button: { label: "Open the portal", href },
      footer: [`If this is a mistake, ask ${by} for a new invitation.`],
    },
    fr: {
      subject: "Vous ne faites plus partie d’une équipe",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        `${by} vous a retiré de l’équipe de ${company}. Vous n’en voyez plus rien, et vous avez été déconnecté là où elle était affichée.`,
        "Votre compte demeure\u00a0: une autre équipe peut vous inviter à cette adresse.",
      ],
      button: { label: "Ouvrir le portail", href },
      footer: [`En cas d’erreur, demandez une nouvelle invitation à ${by}.`],
    },
  });
}

/** Tells an owner that a member was removed or has left, and which invitations ended with that. */
export function memberGoneLetter(
  language: Language,
  f: { name: string; company: string; member: string; by: string | null; withdrawn: string[]; href: string },
) {
  const { name, company, member, by, withdrawn, href } = f;
  const list = withdrawn.join(", ");
  return writeLetter("member-gone", language, {
    en: {
      subject: "Somebody is no longer in your team",
      greeting: `Hello ${name},`,
      paragraphs: [
        by
          ? `${by} removed ${member} from the team of ${company}.`
          : `${member} left the team of ${company}.`,
        ...(list
          ? [`Their open invitations ended with that: ${list}. Send them again if they still count.`]
          : []),
      ],
      button: { label: team.en, href },
      footer: [],
    },
    fr: {
      subject: "Quelqu’un ne fait plus partie de votre équipe",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        by
          ? `${by} a retiré ${member} de l’équipe de ${company}.`
          : `${member} a quitté l’équipe de ${company}.`,
        ...(list
          ? [`Ses invitations en attente ont pris fin\u00a0: ${list}. Renvoyez-les si elles comptent encore.`]
          : []),
      ],
      button: { label: team.fr, href },
      footer: [],
    },
  });
}

/** Tells an owner that a reset password took the open invitations of its person along. */
export function invitationsEndedLetter(
  language: Language,
  f: { name: string; company: string; member: string; withdrawn: string[]; href: string },
) {
  const { name, company, member, href } = f;
  const list = f.withdrawn.join(", ");
  return writeLetter("team-invitations-ended", language, {
    en: {
      subject: "Open invitations to your team were taken back",
      greeting: `Hello ${name},`,
      paragraphs: [
        `the password of ${member} was reset. In case somebody else had the old one, the open invitations to the team of ${company} sent from that account were taken back: ${list}.`,
        "Send them again if they were meant.",
      ],
      button: { label: team.en, href },
      footer: [],
    },
    fr: {
      subject: "Des invitations dans votre équipe ont été annulées",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        `le mot de passe de ${member} a été réinitialisé. Au cas où quelqu’un d’autre aurait eu l’ancien, les invitations dans l’équipe de ${company} envoyées depuis ce compte ont été annulées\u00a0: ${list}.`,
        "Renvoyez-les si elles étaient voulues.",
      ],
      button: { label: team.fr, href },
      footer: [],
    },
  });
}
