import { redactText } from "../redact";

// Whole runs, each looked at once: a pattern that tries anew at every letter takes minutes for a long line.
const runs = /[\w.+/=~-]{8,}/g;

/** What stands in for a run of letters that holds a secret, a token or a key; the run itself where it holds none. */
function maskRun(run: string) {
  const [, kind] = /mps_(test|live)_[0-9a-z]/i.exec(run) ?? [];
  // In a log a secret may stand right behind a letter or an underscore.
  if (kind) return `mps_${kind.toLowerCase()}_[redacted]`;
  if (/whsec_[0-9a-z+/]/i.test(run)) return "whsec_[redacted]";
  if (run.includes("eyJ") && run.length >= 20) return "[token redacted]";
  // Long, in both cases and with digits between: words and addresses of ours do not look like that, keys do.
  const longest = run.split(/[.~=]/).reduce((most, part) => (part.length > most.length ? part : most), "");
  const isKey = longest.length >= 40 && /[a-z]/.test(longest) && /[A-Z]/.test(longest) && /\d/.test(longest);
  return isKey ? "[redacted]" : run;
}

const clean = (text: string) => redactText(text.replace(runs, maskRun));

/** The same text without anything that looks like a secret, a token or a key; `cleaned` where something was. */
export function cleanText(text: string) {
  // Signs that nobody sees would hide a secret from the masks; where they hide none they may stay, emoji need them.
  const seen = text.replace(/\p{Cf}/gu, "");
  const result = clean(seen);
  return result === seen ? { text, cleaned: false } : { text: result, cleaned: true };
}
