import { env } from "../env";
import type { Language } from "../language";
import { type AlwaysGroup, findAlwaysGroup, type LetterKind } from "./notices";

const always: Record<AlwaysGroup, Record<Language, string>> = {
  account: {
    en: "Letters about signing in always come.",
    fr: "Les e-mails concernant la connexion sont toujours envoyés.",
  },
  access: {
    en: "Letters about access to a seller account always come.",
    fr: "Les e-mails concernant l’accès à un compte vendeur sont toujours envoyés.",
  },
  code: {
    en: "Letters with a code that somebody asked for always come.",
    fr: "Les e-mails contenant un code demandé par quelqu’un sont toujours envoyés.",
  },
  client: {
    en: "Letters about a clientId and its secrets always come.",
    fr: "Les e-mails concernant un clientId et ses secrets sont toujours envoyés.",
  },
  team: {
    en: "Letters about who is in a team always come.",
    fr: "Les e-mails sur la composition d’une équipe sont toujours envoyés.",
  },
  ownership: {
    en: "Letters about who owns an organisation always come.",
    fr: "Les e-mails concernant la propriété d’une organisation sont toujours envoyés.",
  },
  operator: {
    en: "Letters about what the marketplace's team does to your organisation always come.",
    fr: "Les e-mails sur ce que l’équipe de la place de marché fait à votre organisation sont toujours envoyés.",
  },
};
const choose: Record<Language, string> = {
  en: "Choose how you hear of this:",
  fr: "Choisissez comment vous en êtes informé\u00a0:",
};

/**
 * The last lines of a letter: that it always comes, or where its receiver chooses how to hear of such things. Who has
 * no account has nothing to choose.
 */
export function closingOf(kind: LetterKind, language: Language, hasAccount: boolean): string[] {
  const group = findAlwaysGroup(kind);
  if (group) return [always[group][language]];
  return hasAccount ? [`${choose[language]}\n${env().PUBLIC_URL}/account#notices`] : [];
}
