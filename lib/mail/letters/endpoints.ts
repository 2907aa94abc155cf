import type { Language } from "../../language";
import { writeLetter } from "../letter";

/** Tells the client's contact that its server asked for no more messages, so nothing is sent there until it is switched on. */
export function endpointDisabledLetter(
  language: Language,
  about: { clientId: string; host: string; href: string },
) {
  const { clientId, host, href } = about;
  return writeLetter("endpoint-disabled", language, {
    en: {
      subject: "Messages to your server have stopped",
      greeting: "Hello,",
      paragraphs: [
        `your server ${host} answered a message about the clientId ${clientId} with 410, which means: never again. Nothing more is sent there.`,
        "If that was not meant, switch the address on again; what was not delivered can be sent again from the list of messages.",
      ],
      button: { label: "Open the webhook", href },
      footer: ["You get this letter because your address is the contact of this clientId."],
    },
    fr: {
      subject: "Les messages vers votre serveur sont arrêtés",
      greeting: "Bonjour,",
      paragraphs: [
        `votre serveur ${host} a répondu 410 à un message concernant le clientId ${clientId}, ce qui veut dire\u00a0: plus jamais. Plus rien n’y est envoyé.`,
        "Si ce n’était pas voulu, réactivez l’adresse\u00a0; ce qui n’a pas été remis peut être renvoyé depuis la liste des messages.",
      ],
      button: { label: "Ouvrir le webhook", href },
      footer: ["Vous recevez cet e-mail parce que votre adresse est le contact de ce clientId."],
    },
  });
}
