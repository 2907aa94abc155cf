/** What a Content-Type header says: the form type, some other valid one, or nothing that can be read. */
export type MediaType = "form" | "other" | "malformed";

const type = /[ \t]*([\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+)[ \t]*/y;
const parameter = /;[ \t]*(?:[\w!#$%&'*+.^`|~-]+=(?:[\w!#$%&'*+.^`|~-]+|"(?:[^"\\]|\\.)*")[ \t]*)?/y;

/** Judges a Content-Type by the grammar of RFC 9110 8.3.1, in one pass whatever it holds. */
export function readMediaType(header: string | undefined): MediaType {
  // Not trimmed: trim() takes a no-break space for a blank, which a header does not.
  const text = header ?? "";
  type.lastIndex = 0;
  const name = type.exec(text)?.[1];
  if (!name) return "malformed";
  parameter.lastIndex = type.lastIndex;
  while (parameter.lastIndex < text.length) {
    if (!parameter.test(text)) return "malformed";
  }
  return name.toLowerCase() === "application/x-www-form-urlencoded" ? "form" : "other";
}
