import { makeMask } from "../first-call/mask";
import { isVariable, looksRandom } from "./looks";

/** So many values are learned; of a text with more of them no line is shown. */
const mostLearned = 400;
/** So much of a line is shown. */
const mostShown = 240;
const around = 300;
const border = /[\s"'`&,;<>{}()[\]|=:]/;

const named = "(?:secret|pass(?:word|wd|phrase)|pwd|api[-_]?key|subscription-key|tokenid)";
/** Where a secret may stand. Every quantifier has an end, so that no text takes long. */
const places = [
  new RegExp(
    `${named}[\\w-]{0,20}[\\\\"']{0,4}\\s{0,5}[=:>]\\s{0,5}[\\\\"']{0,4}([^\\s"'&<>,;}\\\\]{4,4096})`,
    "gi",
  ),
  new RegExp(
    `"key"\\s{0,5}:\\s{0,5}"[^"]{0,40}${named}[^"]{0,20}"\\s{0,9},\\s{0,9}"value"\\s{0,5}:\\s{0,5}"([^"]{4,4096})"`,
    "gi",
  ),
  /\bBasic\s{1,5}([A-Za-z0-9+/_-]{8,4096}={0,2})/gi,
  /(?:-u|--user)[\s=]{1,5}["']?[^\s:"']{1,200}:([^\s"']{4,1024})/g,
  /:\/\/[^\s:/@]{1,200}:([^\s@/]{4,1024})@/g,
];

/** Every value that stands where secrets stand, as it is and decoded; null where there are too many to know each. */
export function secretsIn(text: string): Set<string> | null {
  const learned = new Set<string>();
  for (const place of places) {
    for (const [, value = ""] of text.matchAll(place)) {
      if (isVariable(value) || /^(null|true|false|undefined|none|grant)$/i.test(value)) continue;
      for (const form of formsOf(value)) learned.add(form);
      if (learned.size > mostLearned) return null;
    }
  }
  return learned;
}

/**
 * What makes a line of this paste fit to be shown: every value that stands where secrets stand is masked in each of
 * its encodings, and so is whatever looks like a secret or a token wherever it stands.
 */
export function maskPaste(learned: Set<string> | null): (line: string) => string {
  if (!learned) return () => "";
  const mask = makeMask();
  for (const value of learned) mask.learn(value);
  return (line) => {
    const masked = hideRuns(mask.text(clip(line)));
    return masked.length > mostShown ? `${masked.slice(0, mostShown)}…` : masked;
  };
}

/** A value as it stands, and what it is when it is decoded. */
function formsOf(value: string) {
  const forms = [value];
  if (value.includes("%")) {
    try {
      forms.push(decodeURIComponent(value.replaceAll("+", " ")));
    } catch {}
  }
  const decoded = Buffer.from(value, "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  if (/^[\x20-\x7e]+$/.test(decoded) && colon > 0 && decoded.length - colon > 4)
    forms.push(decoded.slice(colon + 1));
  return forms;
}

/** The beginning of a line, without the word that the end cuts through: half a secret is known to nobody as one. */
function clip(line: string) {
  const trimmed = line.trim();
  if (trimmed.length <= around) return trimmed;
  let end = around;
  while (end > 0 && !border.test(trimmed[end] ?? "")) end--;
  return `${trimmed.slice(0, end)}…`;
}

const hideRuns = (text: string) =>
  text.replace(/[A-Za-z0-9_+/=-]{16,}/g, (run) => (looksRandom(run) ? "•••" : run));
