/** So many words of a command are read. */
const mostWords = 2000;

/**
 * The words of a command line as a POSIX shell would take them: quotes, escapes, lines that go on. What the shells of
 * Windows write at the end of a line, `^` and a backtick, is taken for the same. Ends at the first word that ends the
 * command.
 */
export function splitCommand(text: string): string[] {
  const words: string[] = [];
  let [word, quote, isWord] = ["", "", false];
  for (let at = 0; at < text.length && words.length < mostWords; at++) {
    const [character = "", next = ""] = [text[at], text[at + 1]];
    if (quote) {
      if (character === quote) quote = "";
      else if (character === "\\" && quote === '"' && /["\\$`]/.test(next)) {
        word += next;
        at++;
      } else if (character === "\\" && quote === '"' && next === "\n") at++;
      else if (character === "\\" && quote === '"' && text.startsWith("\r\n", at + 1)) at += 2;
      else word += character;
    } else if (/["']/.test(character)) {
      quote = character;
      isWord = true;
    } else if (/[\\^`]/.test(character) && /[\r\n]/.test(next)) {
      at += next === "\r" && text[at + 2] === "\n" ? 2 : 1;
    } else if (character === "\\" && next) {
      word += next;
      isWord = true;
      at++;
    } else if (/\s/.test(character)) {
      if (isWord) words.push(word);
      [word, isWord] = ["", false];
      if (character === "\n") break;
    } else if (/[|;&]/.test(character)) break;
    else {
      word += character;
      isWord = true;
    }
  }
  if (isWord) words.push(word);
  return words;
}
