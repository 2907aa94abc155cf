import { redactText } from "../redact";
import { type Bare, bareText, withoutJoints } from "./bare-text";

const hidden = "•••";

/** Shorter texts are no secrets, and masking each "a" would leave no report. */
const shortest = 4;
/** So much must be left of a secret without its joints, to find it again wherever it was split. */
const shortestBare = 8;

/** Masks texts that came from outside, or go into a report. Knows each secret it was told, however it is encoded. */
export type Mask = {
  learn: (secret: string) => void;
  /** The text without secrets. Where it was `cut` off, also without the beginning of one at its end. */
  text: (text: string, cut?: boolean) => string;
};

/** A mask for one run. Longest form first, so that no encoded form leaves a readable rest. */
export function makeMask(): Mask {
  const forms = new Set<string>();
  const bareForms = new Set<string>();
  return {
    learn(secret) {
      for (const form of encodedForms(secret)) if (form.length >= shortest) forms.add(form);
      for (const form of [secret, ...base64Cores(secret)]) {
        for (const bare of [bareText(form).text, withoutJoints(form)])
          if (bare.length >= shortestBare) bareForms.add(bare);
      }
    },
    text(text, cut = false) {
      const longestFirst = [...forms].sort((a, b) => b.length - a.length);
      // Neither half a character nor a NUL can be stored.
      const storable = text.toWellFormed().replaceAll("\0", "\ufffd");
      const masked = longestFirst.reduce((result, form) => result.replaceAll(form, hidden), storable);
      const spread = maskSpread(masked, bareForms, cut);
      return redactText(cut ? longestFirst.reduce(withoutBeginning, spread) : spread);
    },
  };
}

/** Masks what is still there once escapes are undone and joints are dropped, from its first to its last character. */
function maskSpread(text: string, bareForms: Set<string>, cut: boolean) {
  if (bareForms.size === 0) return text;
  const bare = bareText(text);
  const found = [...bareForms].flatMap((form) => placesOf(bare, form, cut));
  let [result, end] = ["", 0];
  for (const [from, to] of found.sort((a, b) => a[0] - b[0])) {
    if (from >= end) result += text.slice(end, from) + hidden;
    end = Math.max(end, to);
  }
  return result + text.slice(end);
}

function placesOf({ text, starts, ends }: Bare, form: string, cut: boolean) {
  const places: [number, number][] = [];
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
    places.push([starts[at] ?? 0, ends[at + form.length - 1] ?? 0]);
  }
  const length = cut ? beginningAtEnd(text, form, shortestBare) : 0;
  if (length > 0) places.push([starts[text.length - length] ?? 0, Number.POSITIVE_INFINITY]);
  return places;
}

/** How much of the form's beginning the text ends with; 0 where it is less than `least`. */
function beginningAtEnd(text: string, form: string, least: number) {
  for (let length = form.length - 1; length >= least; length--) {
    if (text.endsWith(form.slice(0, length))) return length;
  }
  return 0;
}

/** Drops the longest beginning of the form that the text ends with. */
function withoutBeginning(text: string, form: string) {
  const length = beginningAtEnd(text, form, 1);
  return length > 0 ? text.slice(0, -length) : text;
}

/** How an upstream may echo a value: plain, in JSON, in HTML, in a form, in an address, in base64, in hexadecimal. */
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
    secret.replaceAll("\0", "\ufffd"),
    inJson,
    inHtml,
    inNamedHtml,
    inForm,
    encodeURIComponent(secret.toWellFormed()),
    bytes.toString("base64"),
    bytes.toString("base64url"),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
  ];
}

/** What base64 makes of the secret wherever it begins within a longer text, as after `clientId:` in a Basic header. */
function base64Cores(secret: string) {
  const bytes = Buffer.from(secret, "utf8");
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
}
