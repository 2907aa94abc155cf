/** How Next, React and Node say that a form is none, breaks off in the middle, or is folded beyond every form of ours. */
const saids = [
  /^Failed to parse body as FormData\.$/,
  /^Unexpected end of (form|multipart data)$/,
  /^Malformed part header$/,
  /^Multipart: Boundary not found$/,
  /^Malformed content type$/,
  /^aborted$/,
  /^Body exceeded .{1,20} limit\./,
  /^Server Action arguments list is too long/,
  /^BigInt is too large\./,
  /^Invalid forward reference\.$/,
  /^Already initialized (Map|Set)\.$/,
];

/** What is wrong with the body that came, where an error says no more than that; null for a failure of ours. */
export function whyUnreadable(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const [line = ""] = error.message.split("\n", 1);
  return saids.some((said) => said.test(line)) ? line : null;
}
