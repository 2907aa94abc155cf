import type { EndReason } from "@/db/schema";
import type { Language } from "../../language";
import { writeLetter } from "../letter";

type Facts = {
  clientId: string;
  /** The organisation behind the clientId. */
  partner: string;
  shopName: string;
  sellerId: number;
  /** The partner's own name for this customer, where it gave one. */
  reference: string | null;
  by: string;
  /** Why, in the words of the marketplace's team, where it was the one who did it. */
  because?: string;
  href: string;
};

const reasons: Record<Language, Record<EndReason, string>> = {
  en: {
    not_used: "no longer used",
    switching: "switching to another service",
    mistake: "linked by mistake",
    security: "a question of security",
    other: "another reason",
    lapsed: "its time was over",
    client_deleted: "the clientId was deleted",
    partner: "ended by the holder of the clientId",
    operator: "ended by the marketplace's team",
  },
  fr: {
    not_used: "plus utilisée",
    switching: "changement de prestataire",
    mistake: "ouverte par erreur",
    security: "une question de sécurité",
    other: "autre raison",
    lapsed: "durée écoulée",
    client_deleted: "le clientId a été supprimé",
    partner: "terminée par le titulaire du clientId",
    operator: "terminée par l’équipe de la place de marché",
  },
};

const why = {
  en: ({ because }: Facts) => (because ? [`The marketplace's team says: ${because}`] : []),
  fr: ({ because }: Facts) => (because ? [`L’équipe de la place de marché précise\u00a0: ${because}`] : []),
};
const given = {
  en: (f: Facts) =>
    f.because
      ? `${f.by} gave the clientId ${f.clientId} access to the seller account of ${f.shopName}.`
      : `${f.shopName} gave the clientId ${f.clientId} access to its seller account.`,
  fr: (f: Facts) =>
    f.because
      ? `${f.by} a donné au clientId ${f.clientId} l’accès au compte vendeur de ${f.shopName}.`
      : `${f.shopName} a donné au clientId ${f.clientId} l’accès à son compte vendeur.`,
};

/** Tells the client's side that a seller gave it access, with the SellerId that nobody has to copy any more. */
export function linkCreatedLetter(language: Language, f: Facts) {
  const reference = f.reference ? [f.reference] : [];
  return writeLetter("link-created", language, {
    en: {
      subject: `New seller linked: ${f.sellerId}`,
      greeting: "Hello,",
      paragraphs: [
        given.en(f),
        ...why.en(f),
        `SellerId: ${f.sellerId}`,
        ...reference.map((name) => `Your reference: ${name}`),
        "It works from this moment on. Nothing has to be copied by the seller.",
      ],
      button: { label: "See the seller", href: f.href },
      footer: ["You get this letter because your address is the contact of this clientId."],
    },
    fr: {
      subject: `Nouveau vendeur relié\u00a0: ${f.sellerId}`,
      greeting: "Bonjour,",
      paragraphs: [
        given.fr(f),
        ...why.fr(f),
        `SellerId\u00a0: ${f.sellerId}`,
        ...reference.map((name) => `Votre référence\u00a0: ${name}`),
        "L’accès fonctionne dès maintenant. Le vendeur n’a rien à recopier.",
      ],
      button: { label: "Voir le vendeur", href: f.href },
      footer: ["Vous recevez cet e-mail parce que votre adresse est le contact de ce clientId."],
    },
  });
}

/** Tells the client's side that access ended, and why. */
export function linkEndedLetter(language: Language, f: Facts & { reason: EndReason }) {
  return writeLetter("link-ended", language, {
    en: {
      subject: `Access ended: SellerId ${f.sellerId}`,
      greeting: "Hello,",
      paragraphs: [
        `the clientId ${f.clientId} no longer has access to the seller account of ${f.shopName} (SellerId ${f.sellerId}).`,
        `Reason: ${reasons.en[f.reason]}.`,
        ...why.en(f),
        "Calls for this SellerId are refused from now on; you can stop making them.",
      ],
      button: { label: "See what happened", href: f.href },
      footer: ["You get this letter because your address is the contact of this clientId."],
    },
    fr: {
      subject: `Accès terminé\u00a0: SellerId ${f.sellerId}`,
      greeting: "Bonjour,",
      paragraphs: [
        `le clientId ${f.clientId} n’a plus accès au compte vendeur de ${f.shopName} (SellerId ${f.sellerId}).`,
        `Raison\u00a0: ${reasons.fr[f.reason]}.`,
        ...why.fr(f),
        "Les appels pour ce SellerId sont désormais refusés\u00a0; vous pouvez les arrêter.",
      ],
      button: { label: "Voir ce qui s’est passé", href: f.href },
      footer: ["Vous recevez cet e-mail parce que votre adresse est le contact de ce clientId."],
    },
  });
}

/** Tells every owner of a seller account that access was given, by whom and to whom; cannot be switched off. */
export function sellerLinkedLetter(language: Language, f: Facts & { name: string }) {
  return writeLetter("seller-linked", language, {
    en: {
      subject: `Access to SellerId ${f.sellerId} was given`,
      greeting: `Hello ${f.name},`,
      paragraphs: [
        `${f.by} gave ${f.partner} (clientId ${f.clientId}) access to the seller account ${f.shopName}, SellerId ${f.sellerId}.`,
        ...why.en(f),
        "If this was not meant, open the link and end it: it stops on the very next call.",
      ],
      button: { label: "See or end this access", href: f.href },
      footer: ["You get this letter because you own this seller account."],
    },
    fr: {
      subject: `Accès donné au SellerId ${f.sellerId}`,
      greeting: `Bonjour ${f.name},`,
      paragraphs: [
        `${f.by} a donné à ${f.partner} (clientId ${f.clientId}) l’accès au compte vendeur ${f.shopName}, SellerId ${f.sellerId}.`,
        ...why.fr(f),
        "Si ce n’était pas voulu, ouvrez la liaison et mettez-y fin\u00a0: elle s’arrête dès l’appel suivant.",
      ],
      button: { label: "Voir ou terminer cet accès", href: f.href },
      footer: ["Vous recevez cet e-mail parce que ce compte vendeur est à vous."],
    },
  });
}

/** Tells the owners of a seller account that somebody's access ended. */
export function sellerUnlinkedLetter(language: Language, f: Facts & { name: string; reason: EndReason }) {
  return writeLetter("seller-unlinked", language, {
    en: {
      subject: `Access to SellerId ${f.sellerId} has ended`,
      greeting: `Hello ${f.name},`,
      paragraphs: [
        `the clientId ${f.clientId} of ${f.partner} no longer has access to ${f.shopName}, SellerId ${f.sellerId}.`,
        `Reason: ${reasons.en[f.reason]}.`,
        ...why.en(f),
        "You can give access again at any time, in one step.",
      ],
      button: { label: "Who has access", href: f.href },
      footer: ["You get this letter because you own this seller account."],
    },
    fr: {
      subject: `L’accès au SellerId ${f.sellerId} a pris fin`,
      greeting: `Bonjour ${f.name},`,
      paragraphs: [
        `le clientId ${f.clientId} de ${f.partner} n’a plus accès à ${f.shopName}, SellerId ${f.sellerId}.`,
        `Raison\u00a0: ${reasons.fr[f.reason]}.`,
        ...why.fr(f),
        "Vous pouvez redonner l’accès à tout moment, en une étape.",
      ],
      button: { label: "Qui a accès", href: f.href },
      footer: ["Vous recevez cet e-mail parce que ce compte vendeur est à vous."],
    },
  });
}
