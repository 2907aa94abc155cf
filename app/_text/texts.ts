import type { Language } from "@/lib/language";
import { en } from "./en";
import { fr } from "./fr";
import type { Text } from "./text";

/** Every language's sentences. */
export const texts: Record<Language, Text> = { en, fr };
