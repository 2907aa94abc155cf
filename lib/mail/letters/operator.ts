import type { Language } from "../../language";
import { writeLetter } from "../letter";

type Facts = {
  /** What it is about: a clientId, an organisation's name, or a SellerId. */
  what: string;
  /** Why, in the words of the marketplace's team. */
  reason: string;
};
type Words = { subject: (f: Facts) => string; body: (f: Facts) => string[]; button: string };

const said = {
  "client-suspended-by-operator": {
    en: {
      subject: () => "A clientId was suspended by the marketplace's team",
      body: (f) => [
        `the marketplace's team suspended the clientId ${f.what}. It gets no tokens, and those it holds no longer work. Its secrets and links stay.`,
        "Only the marketplace's team can resume it. On the client's page you can ask for that.",
      ],
      button: "Open the client",
    },
    fr: {
      subject: () => "Un clientId a été suspendu par l’équipe de la place de marché",
      body: (f) => [
        `l’équipe de la place de marché a suspendu le clientId ${f.what}. Il n’obtient plus de jeton, et ceux qu’il détient ne fonctionnent plus. Ses secrets et ses liaisons restent.`,
        "Seule l’équipe de la place de marché peut le réactiver. La page du client API permet de le demander.",
      ],
      button: "Ouvrir le client API",
    },
  },
  "client-resumed-by-operator": {
    en: {
      subject: () => "A clientId works again",
      body: (f) => [
        `the marketplace's team ended its suspension of the clientId ${f.what}. Unless you had suspended it yourself before, it works again with the secrets and links it had.`,
      ],
      button: "Open the client",
    },
    fr: {
      subject: () => "Un clientId fonctionne de nouveau",
      body: (f) => [
        `l’équipe de la place de marché a levé sa suspension du clientId ${f.what}. Sauf si vous l’aviez suspendu vous-même auparavant, il fonctionne de nouveau avec les secrets et les liaisons qu’il avait.`,
      ],
      button: "Ouvrir le client API",
    },
  },
  "organisation-suspended": {
    en: {
      subject: (f) => `${f.what} is suspended`,
      body: (f) => [
        `the marketplace's team suspended ${f.what}. Nobody can act for it, its clients get no tokens, and those they hold no longer work. Messages to its servers wait. Nothing is deleted.`,
        "Sign in to read since when and why, and to write to the marketplace's team if you think that this is wrong.",
      ],
      button: "Open the portal",
    },
    fr: {
      subject: (f) => `${f.what} est suspendue`,
      body: (f) => [
        `l’équipe de la place de marché a suspendu ${f.what}. Personne ne peut plus agir pour elle, ses clients API n’obtiennent plus de jeton, et ceux qu’ils détiennent ne fonctionnent plus. Les messages à ses serveurs attendent. Rien n’est supprimé.`,
        "Connectez-vous pour lire depuis quand et pourquoi, et pour écrire à l’équipe de la place de marché si vous pensez que c’est une erreur.",
      ],
      button: "Ouvrir le portail",
    },
  },
  "organisation-resumed": {
    en: {
      subject: (f) => `${f.what} works again`,
      body: (f) => [
        `the marketplace's team ended the suspension of ${f.what}. Sign in as before; its clients work with the secrets and links they had, and messages to its servers that waited are sent now. Colleagues whose invitation was waiting must be invited again.`,
      ],
      button: "Sign in",
    },
    fr: {
      subject: (f) => `${f.what} fonctionne de nouveau`,
      body: (f) => [
        `l’équipe de la place de marché a levé la suspension de ${f.what}. Connectez-vous comme avant\u00a0; ses clients API fonctionnent avec les secrets et les liaisons qu’ils avaient, et les messages à ses serveurs qui attendaient partent maintenant. Les collègues dont l’invitation était en attente doivent être invités de nouveau.`,
      ],
      button: "Se connecter",
    },
  },
  "client-created-by-operator": {
    en: {
      subject: () => "A clientId was made for you",
      body: (f) => [
        `the marketplace's team made the clientId ${f.what} for your organisation. It has no secret yet: make one on its page, where it is shown to you once and to nobody else.`,
      ],
      button: "Make a secret",
    },
    fr: {
      subject: () => "Un clientId a été créé pour vous",
      body: (f) => [
        `l’équipe de la place de marché a créé le clientId ${f.what} pour votre organisation. Il n’a pas encore de secret\u00a0: créez-en un sur sa page, où il vous est affiché une seule fois et à personne d’autre.`,
      ],
      button: "Créer un secret",
    },
  },
  "seller-created-by-operator": {
    en: {
      subject: (f) => `SellerId ${f.what} was made for you`,
      body: (f) => [
        `the marketplace's team made the seller account ${f.what} for your organisation. Nobody has access to it until you give some.`,
      ],
      button: "Open your seller accounts",
    },
    fr: {
      subject: (f) => `Le SellerId ${f.what} a été créé pour vous`,
      body: (f) => [
        `l’équipe de la place de marché a créé le compte vendeur ${f.what} pour votre organisation. Personne n’y a accès tant que vous n’en donnez pas.`,
      ],
      button: "Ouvrir vos comptes vendeurs",
    },
  },
} satisfies Record<string, Record<Language, Words>>;

export type OperatorLetterKind = keyof typeof said;

/** Tells whoever is concerned what the marketplace's team did about them, and why; cannot be switched off. */
export function operatorLetter(
  language: Language,
  kind: OperatorLetterKind,
  { href, ...facts }: Facts & { href: string },
) {
  const { en, fr } = said[kind];
  return writeLetter(kind, language, {
    en: {
      subject: en.subject(facts),
      greeting: "Hello,",
      paragraphs: [...en.body(facts), `Why: ${facts.reason}`],
      button: { label: en.button, href },
      footer: ["Letters about what the marketplace's team does to your organisation always come."],
    },
    fr: {
      subject: fr.subject(facts),
      greeting: "Bonjour,",
      paragraphs: [...fr.body(facts), `Motif\u00a0: ${facts.reason}`],
      button: { label: fr.button, href },
      footer: [
        "Les e-mails sur ce que l’équipe de la place de marché fait à votre organisation sont toujours envoyés.",
      ],
    },
  });
}
