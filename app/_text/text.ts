import { findLanguage } from "@/lib/accounts/find-language";
import type { en } from "./en";
import { texts } from "./texts";

/** All sentences of one language. */
export type Text = typeof en;

/** The sentences for this request, in its language; `language` of them names it, for dates and numbers. */
export async function text(): Promise<Text> {
  return texts[await findLanguage()];
}
