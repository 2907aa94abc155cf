const masks: [RegExp, string][] = [
  [/\bmps_(test|live)_[0-9A-Za-z]{6,}/g, "mps_$1_[redacted]"],
  [/\bwhsec_[0-9A-Za-z+/=_-]{8,}/g, "whsec_[redacted]"],
  [/\beyJ[0-9A-Za-z_-]+\.[0-9A-Za-z_-]+(\.[0-9A-Za-z_-]*)?/g, "[token redacted]"],
  [/\b(Basic|Bearer)\s+[0-9A-Za-z+/=._~-]{8,}/gi, "$1 [redacted]"],
  [
    // The quotes may be escaped, once or more: JSON inside of JSON.
    /\b(client_secret|clientSecret|password|access_token)(\\*["']?\s*[=:]\s*\\*["']?)[^"'&\s,}\\]+/gi,
    "$1$2[redacted]",
  ],
  // The slashes are escaped where the address is another one's `next`.
  [/((?:\/|%2F)(?:verify|reset|i|hand-over|join|shared)(?:\/|%2F))[0-9A-Za-z_-]{16,}/gi, "$1[redacted]"],
];

/** The same text with everything that looks like a secret, a token or a one-use link masked. */
export function redactText(text: string) {
  return masks.reduce((result, [pattern, mask]) => result.replace(pattern, mask), text);
}
