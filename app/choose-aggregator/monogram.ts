/** The first letters of a name's first two words, for where it has no picture. */
export function monogram(name: string) {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? "");
  return letters.join("").toLocaleUpperCase("en") || "?";
}
