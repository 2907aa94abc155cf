import type { Language } from "../../language";
import { writeLetter } from "../letter";

/** Carries the code that proves a seller account, to its recorded contact. */
export function claimCodeLetter(
  language: Language,
  f: { name: string; companyName: string; sellerId: number; code: string; href: string },
) {
  const { href } = f;
  const code = `${f.code.slice(0, 3)} ${f.code.slice(3)}`;
  return writeLetter("claim-code", language, {
    en: {
      subject: `Your code for SellerId ${f.sellerId}`,
      greeting: "Hello,",
      paragraphs: [
        `${f.name} of ${f.companyName} says that the seller account ${f.sellerId} is theirs. You are its recorded contact.`,
        `The code is: ${code}`,
        "It works for 30 minutes. Whoever types it gets the account with everything linked to it, so give it only to somebody who may have that.",
      ],
      button: { label: "Type the code", href },
      footer: ["If you do not know this person, do nothing: without the code nothing happens."],
    },
    fr: {
      subject: `Votre code pour le SellerId ${f.sellerId}`,
      greeting: "Bonjour,",
      paragraphs: [
        `${f.name}, de ${f.companyName}, indique que le compte vendeur ${f.sellerId} lui appartient. Vous en êtes le contact enregistré.`,
        `Le code est\u00a0: ${code}`,
        "Il fonctionne pendant 30 minutes. La personne qui le saisit obtient le compte et tout ce qui y est relié\u00a0: ne le donnez qu’à quelqu’un qui y a droit.",
      ],
      button: { label: "Saisir le code", href },
      footer: [
        "Si vous ne connaissez pas cette personne, ne faites rien\u00a0: sans le code, rien ne se passe.",
      ],
    },
  });
}

/** Asks an owner whether somebody who proved the account may come in as viewer. */
export function claimAskedLetter(
  language: Language,
  f: { name: string; asker: string; askerEmail: string; sellerId: number; href: string },
) {
  const { href } = f;
  return writeLetter("claim-asked", language, {
    en: {
      subject: `Somebody asks to see SellerId ${f.sellerId}`,
      greeting: `Hello ${f.name},`,
      paragraphs: [
        `${f.asker} (${f.askerEmail}) typed the code that went to the contact of your seller account ${f.sellerId}, and asks to see it.`,
        "They see nothing yet. Accept, and they become a viewer of your organisation: they look, but change nothing. The account stays yours.",
      ],
      button: { label: "Accept or decline", href },
      footer: ["You get this letter because you own this seller account."],
    },
    fr: {
      subject: `Une demande pour voir le SellerId ${f.sellerId}`,
      greeting: `Bonjour ${f.name},`,
      paragraphs: [
        `${f.asker} (${f.askerEmail}) a saisi le code envoyé au contact de votre compte vendeur ${f.sellerId} et demande à le consulter.`,
        "Cette personne ne voit rien pour l’instant. Si vous acceptez, elle devient lectrice de votre organisation\u00a0: elle consulte sans rien modifier. Le compte reste le vôtre.",
      ],
      button: { label: "Accepter ou refuser", href },
      footer: ["Vous recevez cet e-mail parce que ce compte vendeur est à vous."],
    },
  });
}

/** Tells somebody who asked what the owners of the account decided. */
export function claimDecidedLetter(
  language: Language,
  decision: "accept" | "decline",
  f: { name: string; companyName: string; sellerId: number; href: string },
) {
  const { href } = f;
  const isAccepted = decision === "accept";
  return writeLetter(isAccepted ? "claim-accepted" : "claim-declined", language, {
    en: {
      subject: isAccepted ? `You may see SellerId ${f.sellerId}` : `Declined: SellerId ${f.sellerId}`,
      greeting: `Hello ${f.name},`,
      paragraphs: [
        isAccepted
          ? `the owners of the seller account ${f.sellerId} let you in: you are a viewer of ${f.companyName} now. Switch to it in the menu of your account.`
          : `the owners of the seller account ${f.sellerId} declined your request. Nothing was changed.`,
      ],
      button: { label: "Open the portal", href },
      footer: ["If you have a question about this, ask the owners of the account."],
    },
    fr: {
      subject: isAccepted
        ? `Vous pouvez voir le SellerId ${f.sellerId}`
        : `Refus\u00a0: SellerId ${f.sellerId}`,
      greeting: `Bonjour ${f.name},`,
      paragraphs: [
        isAccepted
          ? `les propriétaires du compte vendeur ${f.sellerId} vous donnent accès\u00a0: vous êtes maintenant lecteur de ${f.companyName}. Choisissez cette organisation dans le menu de votre compte.`
          : `les propriétaires du compte vendeur ${f.sellerId} ont refusé votre demande. Rien n’a été modifié.`,
      ],
      button: { label: "Ouvrir le portail", href },
      footer: ["Pour toute question à ce sujet, adressez-vous aux propriétaires du compte."],
    },
  });
}

/** Tells the new owner and the recorded contact that the operator bound a seller account, and to whom. */
export function sellerBoundLetter(
  language: Language,
  f: { sellerId: number; companyName: string; href: string },
) {
  const { href } = f;
  return writeLetter("seller-bound", language, {
    en: {
      subject: `SellerId ${f.sellerId} has an owner now`,
      greeting: "Hello,",
      paragraphs: [
        `the marketplace's team bound the seller account ${f.sellerId} to ${f.companyName}. Its owners see who has access to it, and decide about it.`,
        "If this is wrong, answer to the marketplace's team at once.",
      ],
      button: { label: "Who has access", href },
      footer: ["You get this letter because you own this seller account or are its recorded contact."],
    },
    fr: {
      subject: `Le SellerId ${f.sellerId} a maintenant un propriétaire`,
      greeting: "Bonjour,",
      paragraphs: [
        `l’équipe de la place de marché a rattaché le compte vendeur ${f.sellerId} à ${f.companyName}. Ses propriétaires voient qui y a accès, et en décident.`,
        "Si c’est une erreur, prévenez tout de suite l’équipe de la place de marché.",
      ],
      button: { label: "Qui a accès", href },
      footer: [
        "Vous recevez cet e-mail parce que ce compte vendeur est à vous, ou que vous en êtes le contact enregistré.",
      ],
    },
  });
}
