import type { Language } from "@/lib/language";
import { places } from "./_ui/in-utc";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(at: Date | string, language: Language, dateStyle?: "medium", timeStyle?: "short") {
  const key = `${language} ${dateStyle} ${timeStyle}`;
  // Making one takes long, and a list asks for hundreds.
  const known = formats.get(key);
  const found = known ?? new Intl.DateTimeFormat(places[language], { dateStyle, timeStyle, timeZone: "UTC" });
  if (!known) formats.set(key, found);
  return found.format(new Date(at));
}

/** A moment for people and for machines: `22 Nov 2026, 14:05 UTC` or `22 nov. 2026, 14:05 UTC`, and its ISO form. */
export function moment(at: Date | string, language: Language) {
  return { iso: new Date(at).toISOString(), text: `${format(at, language, "medium", "short")} UTC` };
}

/** The day of a moment: `22 Nov 2026` or `22 nov. 2026`. */
export function day(at: Date | string, language: Language) {
  return format(at, language, "medium");
}

/** The time of a moment: `14:05 UTC`. */
export function clock(at: Date | string, language: Language) {
  return `${format(at, language, undefined, "short")} UTC`;
}

/** A number with the language's own grouping: `1,200` or `1 200`. */
export function count(number: number, language: Language) {
  return new Intl.NumberFormat(places[language]).format(number);
}

const spans = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long before `now` it was, in the largest unit that fits: `3 minutes ago` or `il y a 3 minutes`. */
export function ago(at: Date | string, now: Date, language: Language) {
  const gone = Math.max(0, now.getTime() - new Date(at).getTime());
  const [unit, ms] = spans.find(([, size]) => gone >= size) ?? (["second", 1000] as const);
  return new Intl.RelativeTimeFormat(places[language]).format(-Math.floor(gone / ms), unit);
}
