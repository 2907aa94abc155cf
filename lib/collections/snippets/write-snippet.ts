import type { Language } from "../../language";
import type { ApiCall } from "../api-call";
import { csharp } from "./csharp";
import { curl } from "./curl";
import { java } from "./java";
import { javascript } from "./javascript";
import { php } from "./php";
import { python } from "./python";
import { words } from "./words";

/** The comments of one snippet, in the reader's language. */
export type SnippetWords = (typeof words)[Language];

const snippets = { curl, javascript, python, php, csharp, java };
export type SnippetLanguage = keyof typeof snippets;

/** The programming languages there are snippets for, as their users write them. */
export const snippetNames: Record<SnippetLanguage, string> = {
  curl: "curl",
  javascript: "JavaScript",
  python: "Python",
  php: "PHP",
  csharp: "C#",
  java: "Java",
};
export const snippetLanguages = Object.keys(snippetNames) as SnippetLanguage[];

/**
 * A whole program that makes one call: it takes the secret from the environment, keeps its token until shortly before
 * the end, waits where it is told to, and leaves the checks of certificates on.
 */
export function writeSnippet(name: SnippetLanguage, call: ApiCall, language: Language): string {
  return `${snippets[name](call, words[language]).trim()}\n`;
}
