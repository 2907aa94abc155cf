import Papa from "papaparse";

// A spreadsheet runs what begins like this; the apostrophe in front is its own sign for "this is text".
const runs = /^'*[=+\-@\t\r]/;

/** A cell that no spreadsheet takes for a formula. */
export function guardCell(text: string) {
  return runs.test(text) ? `'${text}` : text;
}

// A spreadsheet of another country splits a line at other marks than ours, and what follows such a mark is then the
// beginning of a cell. The full-width signs are taken for the plain ones there too. Found by the sign and not by what
// stands before it: a pattern that tries anew at every blank takes seconds for a long run of them.
const hidden = /(?=[=+\-@＝＋－＠])(?<=[,;\t\r\n"]\s*)/g;
const wide = /^\s*(?=[＝＋－＠])|^\s+(?=[=+\-@])/;

/** A text that begins no formula, wherever a spreadsheet may cut it. */
export function guardText(text: string) {
  return text.replace(hidden, "'").replace(wide, "'$&");
}

/** What stood in a cell before `guardCell`. */
export function bareCell(text: string) {
  return text.startsWith("'") && runs.test(text) ? text.slice(1) : text;
}

/** Rows as CSV after RFC 4180, every cell guarded. */
export function writeCsv(rows: readonly (readonly string[])[], delimiter: "," | ";" = ",") {
  return Papa.unparse(
    rows.map((cells) => cells.map(guardCell)),
    { delimiter, newline: "\r\n" },
  );
}

/** A row of an uploaded file; `line` counts from 1, and `broken` says that its quotes do not match. */
export type CsvRow = { line: number; cells: string[]; broken: boolean };

/**
 * The rows of a CSV text with commas or semicolons, whichever its first line uses; wholly empty ones are left out.
 * From the first row on whose quotes do not match, every line is a row of its own, so that one open quote does not
 * swallow the rest. After so many rows, or ten times as many with the empty ones, it stops and is `isCut`: a row costs
 * far more to read than to send.
 */
export function readCsv(
  text: string,
  most = Number.POSITIVE_INFINITY,
): { delimiter: "," | ";"; rows: CsvRow[]; isCut: boolean } {
  const plain = text.replace(/^\uFEFF+/, "").replace(/\r\n?/g, "\n");
  const head = plain.split("\n", 1)[0] ?? "";
  const delimiter = head.includes(";") && !head.includes(",") ? ";" : ",";
  const rows: CsvRow[] = [];
  let seen = 0;
  const isFull = () => rows.length >= most || seen >= 10 * most;
  const take = (line: number, data: string[], broken: boolean) => {
    seen++;
    // A lone quote leaves nothing behind, and is still a row that its writer must hear of.
    if (broken || data.some((cell) => cell.trim() !== ""))
      rows.push({ line, cells: data.map(bareCell), broken });
  };
  const form = { delimiter, newline: "\n" } as const;
  let [line, from, isBroken, isCut] = [1, 0, false, false];
  // Blanks behind a closing quote are forgiven before a line end only, so the last line has one too.
  Papa.parse<string[]>(`${plain}\n`, {
    ...form,
    step: ({ data, errors, meta }, parser) => {
      isCut = isFull();
      if (isCut) return parser.abort();
      isBroken = hasOpenQuotes(errors);
      if (isBroken) return parser.abort();
      take(line, data, false);
      line += plain.slice(from, meta.cursor).split("\n").length - 1;
      from = meta.cursor;
    },
  });
  const rest = isBroken ? plain.slice(from).split("\n") : [];
  for (const [index, single] of rest.entries()) {
    isCut = isFull();
    if (isCut) break;
    const { data, errors } = Papa.parse<string[]>(`${single}\n`, form);
    const [cells = []] = data;
    // What follows the quotes of one line must not become rows that nobody wrote.
    if (hasOpenQuotes(errors)) take(line + index, Papa.parse<string[]>(single, form).data.flat(), true);
    else take(line + index, cells, false);
  }
  return { delimiter, rows, isCut };
}

function hasOpenQuotes(errors: { type: string }[]) {
  return errors.some(({ type }) => type === "Quotes");
}
