import { oneof } from "fast-check";
import { splitCommand } from "@/lib/paste/split-command";
import { sameAs } from "./target";
import { byte, madeOf, wounded } from "./wounded";

const words = [
  "curl",
  " ",
  "'",
  '"',
  "\\",
  "\\\n",
  "\\\r\n",
  "^\r\n",
  "`\n",
  "\n",
  "\r",
  "\t",
  "|",
  ";",
  "&",
  "$",
  "-H",
];
const good = madeOf(
  [
    "curl ",
    "-X POST ",
    "-H 'SellerId: 104512' ",
    '-d "a=\\"b\\"&c=$d" ',
    "\\\n  ",
    "''",
    "https://x.test/a\\ b ",
  ],
  byte,
);

const piece =
  /'([^']*)(?:'|$)|"((?:\\[\s\S]|[^"\\]|\\$)*)(?:"|$)|[\\^`](?:\r\n|\r|\n)|\\([\s\S])|(\s+)|([|;&])|([\s\S])/y;

/** The same said once more, as one expression that takes a command apart. */
function model(text: string) {
  const words: string[] = [];
  let word: string | undefined;
  piece.lastIndex = 0;
  for (;;) {
    const [all, single, double, escaped, blank, end, plain] = piece.exec(text) ?? [];
    if (!all || blank !== undefined || end !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
      if (!all || end !== undefined || blank?.includes("\n")) return words;
      continue;
    }
    const unquoted = double?.replace(/\\(?:([\\"$`])|\r?\n)/g, "$1");
    const part = single ?? unquoted ?? escaped ?? plain;
    if (part !== undefined) word = (word ?? "") + part;
  }
}

/** The words of a pasted command. */
export const command = sameAs(
  "paste: command",
  oneof(madeOf(words, byte), wounded(good, words, byte)),
  splitCommand,
  model,
);
