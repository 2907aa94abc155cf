import type { Language } from "../../language";
import { writeLetter } from "../letter";

type Facts = {
  clientId: string;
  /** The organisation behind the clientId. */
  partner: string;
  shopName: string;
  sellerId: number;
  /** The access still works. */
  open: boolean;
  /** When it ends or ended. */
  endsAt: Date;
  /** What the sender wrote; empty where nothing. */
  words: string;
  href: string;
};

const days = {
  en: new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }),
  fr: new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" }),
};

/** Reminds the owners of a seller account, for a partner of theirs, that access ends soon or has run out. */
export function linkReminderLetter(language: Language, f: Facts) {
  // One line, within marks, so that nobody takes it for ours.
  const words = f.words.replace(/\s+/g, " ");
  const account = `${f.shopName}, SellerId ${f.sellerId}`;
  const [onDay, leJour] = [days.en.format(f.endsAt), days.fr.format(f.endsAt)];
  return writeLetter("link-reminder", language, {
    en: {
      subject: f.open
        ? `${f.partner}: access to SellerId ${f.sellerId} ends on ${onDay}`
        : `${f.partner} no longer has access to SellerId ${f.sellerId}`,
      greeting: "Hello,",
      paragraphs: [
        f.open
          ? `the access of ${f.partner} (clientId ${f.clientId}) to your seller account ${account} ends on ${onDay}. From then on it can no longer work for you.`
          : `the access of ${f.partner} (clientId ${f.clientId}) to your seller account ${account} ran out on ${onDay}. Since then it cannot work for you.`,
        f.open
          ? "If you planned this end yourself, you can take it back until then. If its time simply runs out, you can give access again afterwards, in one step."
          : "If you still want to work with them, give access again, in one step. If not, you need not do anything.",
        ...(words ? [`${f.partner} writes: “${words}”`] : []),
      ],
      button: { label: f.open ? "See this access" : "Look at it and decide", href: f.href },
      footer: [
        `You get this letter because ${f.partner} asked us to remind you. They do not learn your address from us.`,
      ],
    },
    fr: {
      subject: f.open
        ? `${f.partner}\u00a0: l’accès au SellerId ${f.sellerId} prend fin le ${leJour}`
        : `${f.partner} n’a plus accès au SellerId ${f.sellerId}`,
      greeting: "Bonjour,",
      paragraphs: [
        f.open
          ? `l’accès de ${f.partner} (clientId ${f.clientId}) à votre compte vendeur ${account} prend fin le ${leJour}. À partir de ce jour, ce partenaire ne pourra plus travailler pour vous.`
          : `l’accès de ${f.partner} (clientId ${f.clientId}) à votre compte vendeur ${account} a expiré le ${leJour}. Depuis, ce partenaire ne peut plus travailler pour vous.`,
        f.open
          ? "Si vous avez prévu cette fin vous-même, vous pouvez l’annuler jusque-là. Si sa durée est simplement écoulée, vous pourrez redonner l’accès ensuite, en une étape."
          : "Si vous souhaitez continuer avec ce partenaire, redonnez-lui l’accès, en une étape. Sinon, vous n’avez rien à faire.",
        ...(words ? [`${f.partner} vous écrit\u00a0: «\u00a0${words}\u00a0»`] : []),
      ],
      button: { label: f.open ? "Voir cet accès" : "Regarder et décider", href: f.href },
      footer: [
        `Vous recevez cet e-mail parce que ${f.partner} nous a demandé de vous faire ce rappel. Ce partenaire n’apprend pas votre adresse par nous.`,
      ],
    },
  });
}
