import type { Language } from "../../language";
import { writeLetter } from "../letter";

type Facts = { clientId: string; decision: "approve" | "reject"; reason: string; href: string };

/** Tells a client's contact what the operator decided about it, and why. */
export function reviewDecidedLetter(language: Language, { clientId, decision, reason, href }: Facts) {
  const isApproved = decision === "approve";
  const why = reason ? [reason] : [];
  return writeLetter("review-decided", language, {
    en: {
      subject: isApproved ? "Your clientId is reviewed" : "Your clientId was not approved",
      greeting: "Hello,",
      paragraphs: isApproved
        ? [
            `we looked at the clientId ${clientId} and approved it. Sellers no longer see a warning when they link it, and as many as wish may link it.`,
            ...why.map((text) => `We noted: ${text}`),
          ]
        : [
            `we looked at the clientId ${clientId} and did not approve it. It keeps working, and sellers keep seeing the warning.`,
            ...why.map((text) => `Why: ${text}`),
            "When that is settled, ask for another review on the client's page.",
          ],
      button: { label: "Open the client", href },
      footer: ["You get this letter because your address is the contact of this clientId."],
    },
    fr: {
      subject: isApproved ? "Votre clientId a été examiné" : "Votre clientId n’a pas été approuvé",
      greeting: "Bonjour,",
      paragraphs: isApproved
        ? [
            `nous avons examiné le clientId ${clientId} et l’avons approuvé. Les vendeurs ne voient plus d’avertissement quand ils le relient, et leur nombre n’est plus limité.`,
            ...why.map((text) => `Notre remarque\u00a0: ${text}`),
          ]
        : [
            `nous avons examiné le clientId ${clientId} et ne l’avons pas approuvé. Il continue de fonctionner, et les vendeurs continuent de voir l’avertissement.`,
            ...why.map((text) => `Pourquoi\u00a0: ${text}`),
            "Une fois ce point réglé, demandez un nouvel examen sur la page du client API.",
          ],
      button: { label: "Ouvrir le client API", href },
      footer: ["Vous recevez cet e-mail parce que votre adresse est le contact de ce clientId."],
    },
  });
}
