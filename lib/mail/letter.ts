import type { Language } from "../language";
import type { LetterKind } from "./notices";

/** A letter in one source; `render` makes text and HTML of it. Nothing in it is secret but its one-use link. */
export type Letter = {
  kind: LetterKind;
  language: Language;
  subject: string;
  greeting: string;
  paragraphs: string[];
  button?: { label: string; href: string };
  footer: string[];
};

/** What a letter says in one language. */
type Words = Omit<Letter, "kind" | "language">;

/** The letter of this kind in the reader's language, out of the same letter in all of them. */
export function writeLetter(kind: LetterKind, language: Language, words: Record<Language, Words>): Letter {
  return { kind, language, ...words[language] };
}
