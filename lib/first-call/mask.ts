import { redactText } from "../redact";

const hidden = "•••";

/** Shorter texts are no secrets, and masking each "a" would leave no report. */
const shortest = 4;

/** Masks texts that came from outside, or go into a report. Knows each secret it was told, however it is encoded. */
export type Mask = {
  learn: (secret: string) => void;
  /** The text without secrets. Where it was `cut` off, also without the beginning of one at its end. */
  text: (text: string, cut?: boolean) => string;
};

/** A mask for one run. Longest form first, so that no encoded form leaves a readable rest. */
export function makeMask(): Mask {
  const forms = new Set<string>();
  return {
    learn(secret) {
      for (const form of encodedForms(secret)) if (form.length >= shortest) forms.add(form);
    },
    text(text, cut = false) {
      const longestFirst = [...forms].sort((a, b) => b.length - a.length);
      const masked = longestFirst.reduce((result, form) => result.replaceAll(form, hidden), text);
      return redactText(cut ? longestFirst.reduce(withoutBeginning, masked) : masked);
    },
  };
}

/** Drops the longest beginning of the form that the text ends with. */
function withoutBeginning(text: string, form: string) {
  for (let length = form.length - 1; length > 0; length--) {
    if (text.endsWith(form.slice(0, length))) return text.slice(0, -length);
  }
  return text;
}

/** How an upstream may echo a value: plain, in JSON, in HTML, in a form, in an address, in base64. */
function encodedForms(secret: string) {
  const inJson = JSON.stringify(secret).slice(1, -1);
  const inHtml = secret.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  const named = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" } as Record<string, string>;
  const inNamedHtml = secret.replace(/[&<>"]/g, (character) => named[character] ?? "");
  const inForm = new URLSearchParams({ x: secret }).toString().slice(2);
  const bytes = Buffer.from(secret, "utf8");
  return [
    secret,
    secret.trim(),
    inJson,
    inHtml,
    inNamedHtml,
    inForm,
    encodeURIComponent(secret),
    bytes.toString("base64"),
    bytes.toString("base64url"),
  ];
}
