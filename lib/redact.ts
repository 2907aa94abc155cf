const masks: [RegExp, string][] = [
  // Wherever they begin: in a log a secret may stand right behind a letter.
  [/mps_(test|live)_[0-9A-Za-z]{6,}/g, "mps_$1_[redacted]"],
  [/whsec_[0-9A-Za-z+/=_-]{8,}/g, "whsec_[redacted]"],
  [/\b(Basic|Bearer)\s+[0-9A-Za-z+/=._~-]{8,}/gi, "$1 [redacted]"],
  [
    // The quotes may be escaped, once or more: JSON inside of JSON.
    /\b(client_secret|clientSecret|password|access_token)(\\*["']?\s*[=:]\s*\\*["']?)[^"'&\s,}\\]+/gi,
    "$1$2[redacted]",
  ],
  // The slashes are escaped where the address is another one's `next`.
  [
    /((?:\/|%2F)(?:verify|reset|i|hand-over|join|recover|shared)(?:\/|%2F))[0-9A-Za-z_-]{16,}/gi,
    "$1[redacted]",
  ],
];

// Whole runs, each looked at once: a pattern that tries anew at every letter takes minutes for a long line.
const dotted = /(?<![\w.-])[\w-]+(?:\.[\w-]*)+/g;

/** The run up to where a token begins in it; a dot behind its first part tells it from a word. */
function maskToken(run: string) {
  const at = run.indexOf("eyJ");
  return at >= 0 && run.indexOf(".", at) > at + 3 ? `${run.slice(0, at)}[token redacted]` : run;
}

/** The same text with everything that looks like a secret, a token or a one-use link masked. */
export function redactText(text: string) {
  return masks.reduce(
    (result, [pattern, mask]) => result.replace(pattern, mask),
    text.replace(dotted, maskToken),
  );
}
