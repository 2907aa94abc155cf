import type { Language } from "../../language";
import { writeLetter } from "../letter";

type Facts = {
  name: string;
  by: string;
  company: string;
  clientId: string;
  sellerId: string;
  /** What whoever sends it wants to say; "" for nothing. */
  note: string;
  href: string;
};

/** Leads a colleague to the report of a first call, with a sentence of whoever sends it. */
export function reportLetter(language: Language, f: Facts) {
  const { name, by, company, clientId, sellerId, note, href } = f;
  return writeLetter("report-sent", language, {
    en: {
      subject: "A colleague sends you the report of a call",
      greeting: `Hello ${name},`,
      paragraphs: [
        `${by} asks you to look at a first call of ${company}, made as ${clientId} for SellerId ${sellerId}.`,
        ...(note ? [`${by} writes: “${note}”`] : []),
      ],
      button: { label: "Open the report", href },
      footer: [
        "Only members of the organisation can open it, for 30 days after the call. There is no secret and no token in it.",
      ],
    },
    fr: {
      subject: "Un collègue vous envoie le compte rendu d’un appel",
      greeting: `Bonjour ${name},`,
      paragraphs: [
        `${by} vous demande de regarder un premier appel de ${company}, fait en tant que ${clientId} pour le SellerId ${sellerId}.`,
        ...(note ? [`${by} vous écrit\u00a0: «\u00a0${note}\u00a0»`] : []),
      ],
      button: { label: "Ouvrir le compte rendu", href },
      footer: [
        "Seuls les membres de l’organisation peuvent l’ouvrir, pendant 30 jours après l’appel. Il ne contient ni secret ni jeton.",
      ],
    },
  });
}
