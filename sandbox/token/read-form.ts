/** The fields of a form body: the first value of each, and whether a name came twice. */
export type Form = {
  fields: Map<string, string>;
  hasDuplicates: boolean;
};

/**
 * Decodes application/x-www-form-urlencoded: `+`, `%20` and a raw space are all a space, a percent sign that starts
 * no escape stays what it is, and nothing is trimmed. Of a repeated field the first value counts.
 */
export function readForm(body: Buffer): Form {
  const fields = new Map<string, string>();
  let hasDuplicates = false;
  for (const [name, value] of decodePairs(body.toString("utf8"))) {
    if (fields.has(name)) hasDuplicates = true;
    else fields.set(name, value);
  }
  return { fields, hasDuplicates };
}

/** The pairs of a form, decoded. */
export function decodePairs(text: string) {
  // Beside a percent sign that starts no escape, Node's class cuts every character that is not ASCII down to one byte.
  const ascii = text.replace(/[^\0-\x7f]+/g, encodeURIComponent);
  // The leading & keeps a question mark that starts the text: the class would take it for that of an address.
  return new URLSearchParams(`&${ascii}`);
}
