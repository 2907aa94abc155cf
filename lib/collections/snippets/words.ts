import type { Language } from "../../language";

/** The comments of the snippets. */
export const words: Record<Language, Record<"secret" | "token" | "wait" | "call", string>> = {
  en: {
    secret: "The secret stays out of the code: it is read from CLIENT_SECRET.",
    token: "One token for all calls, until a minute before its end.",
    wait: "Too many calls (429): wait as long as the answer says, then try again.",
    call: "The call itself.",
  },
  fr: {
    secret: "Le secret reste hors du code\u00a0: il est lu dans CLIENT_SECRET.",
    token: "Un seul jeton pour tous les appels, jusqu’à une minute avant sa fin.",
    wait: "Trop d’appels (429)\u00a0: attendre le temps indiqué par la réponse, puis recommencer.",
    call: "L’appel lui-même.",
  },
};
