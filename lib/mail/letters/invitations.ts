import type { Language } from "../../language";
import { writeLetter } from "../letter";

type Asked = {
  /** The organisation that asks. */
  partner: string;
  clientId: string;
  href: string;
  /** Where every true address of the portal begins. */
  origin: string;
  until: Date;
};

const days: Record<Language, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }),
  fr: new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" }),
};

const caution = (origin: string) => ({
  en: [
    `You do not know this company, or did not expect this? Then do nothing. Check that the page's address begins with ${origin}; nobody ever asks for your password or a clientSecret by e-mail.`,
    "This letter was sent because somebody typed your address into an invitation on the seller portal.",
  ],
  fr: [
    `Vous ne connaissez pas cette entreprise, ou vous n’attendiez rien\u00a0? Alors ne faites rien. Vérifiez que l’adresse de la page commence par ${origin}\u00a0; personne ne vous demandera jamais votre mot de passe ni un clientSecret par e-mail.`,
    "Cet e-mail vous est envoyé parce que quelqu’un a saisi votre adresse dans une invitation sur le portail vendeur.",
  ],
});

/** Asks whoever reads this address for access to a seller account. In our words alone: the sender writes no line of it. */
export function invitationLetter(language: Language, f: Asked) {
  const footer = caution(f.origin);
  return writeLetter("invitation", language, {
    en: {
      subject: "Somebody asks for access to your seller account",
      greeting: "Hello,",
      paragraphs: [
        `${f.partner} works with sellers on the marketplace and asks to connect to your seller account with the clientId ${f.clientId}.`,
        "Open the page to see who asks and what it allows. Nothing happens before you say yes there, and you can end it at any time.",
        `The invitation is open until ${days.en.format(f.until)}.`,
      ],
      button: { label: "See the invitation", href: f.href },
      footer: footer.en,
    },
    fr: {
      subject: "Une demande d’accès à votre compte vendeur",
      greeting: "Bonjour,",
      paragraphs: [
        `${f.partner} travaille avec des vendeurs de la marketplace et demande à se connecter à votre compte vendeur avec le clientId ${f.clientId}.`,
        "Ouvrez la page pour voir qui demande et ce que cela permet. Rien ne se passe avant que vous n’acceptiez là-bas, et vous pouvez y mettre fin à tout moment.",
        `L’invitation est ouverte jusqu’au ${days.fr.format(f.until)}.`,
      ],
      button: { label: "Voir l’invitation", href: f.href },
      footer: footer.fr,
    },
  });
}

/** The same to an owner of a seller account that was asked for by its SellerId; the request waits there too. */
export function requestLetter(language: Language, f: Asked & { sellerId: number }) {
  const footer = caution(f.origin);
  return writeLetter("request", language, {
    en: {
      subject: `A request for access to SellerId ${f.sellerId}`,
      greeting: "Hello,",
      paragraphs: [
        `${f.partner} asks to connect to your seller account, SellerId ${f.sellerId}, with the clientId ${f.clientId}.`,
        "The request waits for you on your start page too: accept or decline it there. Nothing happens before you say yes.",
        `It is open until ${days.en.format(f.until)}.`,
      ],
      button: { label: "See the request", href: f.href },
      footer: footer.en,
    },
    fr: {
      subject: `Une demande d’accès au SellerId ${f.sellerId}`,
      greeting: "Bonjour,",
      paragraphs: [
        `${f.partner} demande à se connecter à votre compte vendeur, SellerId ${f.sellerId}, avec le clientId ${f.clientId}.`,
        "La demande vous attend aussi sur votre page d’accueil\u00a0: acceptez-la ou déclinez-la là-bas. Rien ne se passe avant votre accord.",
        `Elle est ouverte jusqu’au ${days.fr.format(f.until)}.`,
      ],
      button: { label: "Voir la demande", href: f.href },
      footer: footer.fr,
    },
  });
}

type Answered = {
  /** Who declined: the organisation. */
  seller: string;
  clientId: string;
  reference: string;
  reason: string;
  href: string;
};

/** Tells the sender that an invitation was declined, with the reason where one was given. */
export function declinedLetter(language: Language, f: Answered) {
  const given = { reference: f.reference ? [f.reference] : [], reason: f.reason ? [f.reason] : [] };
  return writeLetter("invitation-declined", language, {
    en: {
      subject: "An invitation was declined",
      greeting: "Hello,",
      paragraphs: [
        `${f.seller} declined your invitation to the clientId ${f.clientId}.`,
        ...given.reference.map((text) => `Your reference: ${text}`),
        ...given.reason.map((text) => `Reason: ${text}`),
      ],
      button: { label: "See your invitations", href: f.href },
      footer: ["You get this letter because your address is the contact of this clientId."],
    },
    fr: {
      subject: "Une invitation a été déclinée",
      greeting: "Bonjour,",
      paragraphs: [
        `${f.seller} a décliné votre invitation au clientId ${f.clientId}.`,
        ...given.reference.map((text) => `Votre référence\u00a0: ${text}`),
        ...given.reason.map((text) => `Raison\u00a0: ${text}`),
      ],
      button: { label: "Voir vos invitations", href: f.href },
      footer: ["Vous recevez cet e-mail parce que votre adresse est le contact de ce clientId."],
    },
  });
}
