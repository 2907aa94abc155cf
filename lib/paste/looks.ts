import { checksum } from "../secrets";

/** A secret of ours: its shape, and whether the digits at its end prove it whole. */
const ours = /^mps_(?:test|live)_([0-9A-Za-z]+)$/;

/** Whether this is one of our secrets, complete; `damaged` where it only looks like one. */
export function looksLikeSecret(text: string): "whole" | "damaged" | "no" {
  if (!ours.test(text)) return "no";
  const isWhole = text.length === 55 && checksum(text.slice(0, -6)) === text.slice(-6);
  return isWhole ? "whole" : "damaged";
}

/** Whether this is what lists show of a secret, and not the secret. */
export const looksLikeHint = (text: string) =>
  text.length <= 80 &&
  /^(?:mps_(?:test|live)_)?[•*…]{1,60}\w{0,8}$|^mps_(?:test|live)_\.{3}\w{0,8}$/.test(text);

/** Whether all of this stands for a value that is filled in later: `$X`, `{{x}}`, `<x>`, `%X%`, `your-...`. */
export const isVariable = (text: string) =>
  /^(?:\$\{?\w{1,60}\}?|\$\([^)]{0,100}\)|\{\{[^{}]{1,80}\}\}|<[^<>]{0,60}>|%\w{1,40}%|(?:your|votre)[\w-]{0,40}|x{3,40})$/i.test(
    text.trim().slice(0, 200),
  );

/**
 * Whether a run of characters looks drawn by lot, as secrets and tokens are: letters with digits among them, or
 * capitals thrown in more often than in any word.
 */
export function looksRandom(run: string) {
  if (/[+=]/.test(run) && /[A-Za-z]/.test(run)) return run.length >= 16;
  return run.split("/").some((part) => {
    if (part.length < 16) return false;
    if (/\d/.test(part) && /[A-Za-z]/.test(part)) return true;
    const turns = part.match(/[a-z](?=[A-Z])/g)?.length ?? 0;
    return turns > part.length / 7;
  });
}
