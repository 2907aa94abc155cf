/** Quotes a text so that a POSIX shell reads it unchanged; double quotes would let `$` and `!` act. */
export function quote(text: string) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
