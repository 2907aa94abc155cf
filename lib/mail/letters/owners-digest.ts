import type { Language } from "../../language";
import { writeLetter } from "../letter";

/** One thing that happened to the access to a seller account. */
type Line = {
  kind: "seller-linked" | "seller-unlinked";
  at: Date;
  by: string;
  clientId: string;
  /** The organisation behind the clientId. */
  partner: string;
  shopName: string;
  sellerId: number;
  open: boolean;
};

type Facts = {
  href: string;
  lines: Line[];
  /** How many there are beside those listed. */
  more: number;
};

/** The minute, in the one time that everybody can compare. */
const minute = (at: Date) => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

const say = {
  en: (f: Line) => {
    const who = `${f.partner} (clientId ${f.clientId})`;
    const account = `${f.shopName}, SellerId ${f.sellerId}`;
    const state = f.open ? "This access is open." : "This access has ended since.";
    return f.kind === "seller-linked"
      ? `${minute(f.at)}: ${f.by} gave ${who} access to ${account}. ${state}`
      : `${minute(f.at)}: ${who} lost access to ${account}.`;
  },
  fr: (f: Line) => {
    const who = `${f.partner} (clientId ${f.clientId})`;
    const account = `${f.shopName}, SellerId ${f.sellerId}`;
    const state = f.open ? "Cet accès est ouvert." : "Cet accès a pris fin depuis.";
    return f.kind === "seller-linked"
      ? `${minute(f.at)}\u00a0: ${f.by} a donné à ${who} l’accès à ${account}. ${state}`
      : `${minute(f.at)}\u00a0: ${who} a perdu l’accès à ${account}.`;
  },
} satisfies Record<Language, (line: Line) => string>;

/** Tells an owner together what letters about access would have said one by one; cannot be switched off. */
export function ownersDigestLetter(language: Language, { href, lines, more }: Facts) {
  const count = lines.length + more;
  const isOpen = lines.some(({ kind, open }) => kind === "seller-linked" && open);
  return writeLetter("owners-digest", language, {
    en: {
      subject:
        count === 1 ? "1 change of access to your account" : `${count} changes of access to your accounts`,
      greeting: "Hello,",
      paragraphs: [
        "this happened to the access to your seller accounts:",
        ...lines.map(say.en),
        ...(more > 0 ? [`and ${more} more, on the page of everybody who has access.`] : []),
        ...(isOpen
          ? ["If an open access was not meant, open the page and end it: it stops on the very next call."]
          : []),
      ],
      button: { label: "See who has access", href },
      footer: ["You get this letter because you own this seller account."],
    },
    fr: {
      subject:
        count === 1 ? "1 changement d’accès à votre compte" : `${count} changements d’accès à vos comptes`,
      greeting: "Bonjour,",
      paragraphs: [
        "voici ce qui a changé dans l’accès à vos comptes vendeurs\u00a0:",
        ...lines.map(say.fr),
        ...(more > 0 ? [`et ${more} de plus, sur la page de tous ceux qui ont accès.`] : []),
        ...(isOpen
          ? [
              "Si un accès ouvert n’était pas voulu, ouvrez la page et mettez-y fin\u00a0: il s’arrête dès l’appel suivant.",
            ]
          : []),
      ],
      button: { label: "Voir qui a accès", href },
      footer: ["Vous recevez cet e-mail parce que ce compte vendeur est à vous."],
    },
  });
}
