import type { Language } from "../../language";
import { writeLetter } from "../letter";

type Decision = "approve" | "changes" | "reject" | "unlist" | "suspend";

type Facts = {
  name: string;
  decision: Decision;
  reason: string;
  /** Field name -> what its reviewer says of it. */
  comments: Record<string, string>;
  href: string;
};

const fields: Record<Language, Record<string, string>> = {
  en: {
    displayName: "Name",
    description: "Description",
    logo: "Logo",
    website: "Website",
    methods: "How sellers connect",
    supportUrl: "Support",
  },
  fr: {
    displayName: "Nom",
    description: "Description",
    logo: "Logo",
    website: "Site web",
    methods: "Mode de connexion",
    supportUrl: "Assistance",
  },
};

const subjects: Record<Language, Record<Decision, string>> = {
  en: {
    approve: "Your entry is in the directory",
    changes: "Your entry in the directory needs changes",
    reject: "Your entry in the directory was refused",
    unlist: "Your entry was taken out of the directory",
    suspend: "Your entry in the directory is suspended",
  },
  fr: {
    approve: "Votre fiche est dans l’annuaire",
    changes: "Votre fiche de l’annuaire est à modifier",
    reject: "Votre fiche de l’annuaire a été refusée",
    unlist: "Votre fiche a été retirée de l’annuaire",
    suspend: "Votre fiche de l’annuaire est suspendue",
  },
};

const news: Record<Language, Record<Decision, (name: string) => string>> = {
  en: {
    approve: (name) => `we looked at your entry “${name}” and approved it. Sellers find it from now on.`,
    changes: (name) =>
      `we looked at your entry “${name}” and ask you to change something. What is public now stays public; change the rest and submit it again.`,
    reject: (name) => `we looked at your entry “${name}” and did not accept it. You may begin a new one.`,
    unlist: (name) =>
      `we took your entry “${name}” out of the directory. You can put it back on the page of your entry.`,
    suspend: (name) =>
      `we suspended your entry “${name}”: sellers no longer find it. We put it back when the reason is settled.`,
  },
  fr: {
    approve: (name) =>
      `nous avons examiné votre fiche «\u00a0${name}\u00a0» et l’avons approuvée. Les vendeurs la trouvent dès maintenant.`,
    changes: (name) =>
      `nous avons examiné votre fiche «\u00a0${name}\u00a0» et vous demandons d’y changer quelque chose. Ce qui est public le reste\u00a0; modifiez le reste et soumettez-la de nouveau.`,
    reject: (name) =>
      `nous avons examiné votre fiche «\u00a0${name}\u00a0» et ne l’avons pas acceptée. Vous pouvez en commencer une autre.`,
    unlist: (name) =>
      `nous avons retiré votre fiche «\u00a0${name}\u00a0» de l’annuaire. Vous pouvez l’y remettre depuis la page de votre fiche.`,
    suspend: (name) =>
      `nous avons suspendu votre fiche «\u00a0${name}\u00a0»\u00a0: les vendeurs ne la trouvent plus. Nous la remettrons une fois la raison réglée.`,
  },
};

/** Tells what the operator decided about an entry of the directory, why, and what to change where. */
export function listingDecidedLetter(language: Language, facts: Facts) {
  const { name, decision, reason, comments, href } = facts;
  const about = (said: Language, colon: string) =>
    Object.entries(comments).map(([field, comment]) => `${fields[said][field] ?? field}${colon}${comment}`);
  // A suspension is told to whoever asked to hear of no decisions, too.
  const kind = decision === "suspend" ? "listing-suspended" : "listing-decided";
  return writeLetter(kind, language, {
    en: {
      subject: subjects.en[decision],
      greeting: "Hello,",
      paragraphs: [
        news.en[decision](name),
        ...(reason ? [`Why: ${reason}`] : []),
        ...about("en", ": "),
        "No link to a seller account is touched by this.",
      ],
      button: { label: "Open your entry", href },
      footer: ["You get this letter because you answer for this entry of the directory."],
    },
    fr: {
      subject: subjects.fr[decision],
      greeting: "Bonjour,",
      paragraphs: [
        news.fr[decision](name),
        ...(reason ? [`Pourquoi\u00a0: ${reason}`] : []),
        ...about("fr", "\u00a0: "),
        "Aucune liaison avec un compte vendeur n’est touchée.",
      ],
      button: { label: "Ouvrir votre fiche", href },
      footer: ["Vous recevez cet e-mail parce que vous répondez de cette fiche de l’annuaire."],
    },
  });
}

type NameFacts = { name: string; decision: "confirmed" | "withdrawn"; reason: string; href: string };

/** Tells owners that they may carry a protected name, or no longer may. */
export function namePermitLetter(language: Language, { name, decision, reason, href }: NameFacts) {
  const isAllowed = decision === "confirmed";
  return writeLetter("name-permit", language, {
    en: {
      subject: isAllowed
        ? "A protected name is allowed to you"
        : "A protected name is no longer allowed to you",
      greeting: "Hello,",
      paragraphs: [
        isAllowed
          ? `your entry in the directory may be called “${name}”, which others may not use.`
          : `a new entry of yours in the directory may no longer be called “${name}”.`,
        `Why: ${reason}`,
      ],
      button: { label: "Open your entry", href },
      footer: ["You get this letter because you are an owner of the company."],
    },
    fr: {
      subject: isAllowed ? "Un nom protégé vous est autorisé" : "Un nom protégé ne vous est plus autorisé",
      greeting: "Bonjour,",
      paragraphs: [
        isAllowed
          ? `votre fiche de l’annuaire peut s’appeler «\u00a0${name}\u00a0», un nom refusé aux autres.`
          : `une nouvelle fiche de votre part ne peut plus s’appeler «\u00a0${name}\u00a0».`,
        `Pourquoi\u00a0: ${reason}`,
      ],
      button: { label: "Ouvrir votre fiche", href },
      footer: ["Vous recevez cet e-mail parce que vous êtes propriétaire de l’entreprise."],
    },
  });
}
