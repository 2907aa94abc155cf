import { headers } from "next/headers";
import { cache } from "react";
import { isLanguage, type Language, languageOfBrowser } from "../language";
import { findActor } from "./find-actor";

/**
 * The language of this request. What somebody chose in this browser (`?lang=`, kept in a cookie) counts first, so
 * that the choice holds while they go on, signed in or not, until they choose again or save another language on
 * their account. Then the account's language, then what the browser accepts, then English.
 */
export const findLanguage = cache(async (): Promise<Language> => {
  const incoming = await headers();
  const chosen = incoming.get("x-portal-language-chosen");
  if (isLanguage(chosen)) return chosen;
  return (await findActor())?.language ?? languageOfBrowser(incoming);
});
