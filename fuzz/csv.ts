import { deepStrictEqual } from "node:assert/strict";
import { array, constantFrom, oneof, tuple } from "fast-check";
import { guardCell, readCsv, writeCsv } from "@/lib/csv";
import { promise } from "./target";
import { byte, madeOf, wounded } from "./wounded";

const words = [
  '"',
  '""',
  '",',
  '"\n',
  '" ,',
  ",",
  ";",
  "\n",
  "\r\n",
  "\r",
  " ",
  "\t",
  "'",
  "'=",
  "=",
  "+",
  "-",
];
const more = ["@", "\uFEFF", "reference", "shop-1", "104512", "é", "\u2028"];
const all = [...words, ...more];
const cell = madeOf(all, byte, 3);
const rows = array(array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
const table = tuple(rows, constantFrom(",", ";"));
const good = table.map(([cells, delimiter]) => writeCsv(cells, delimiter as ","));
const text = oneof(madeOf(all, byte), wounded(good, all, byte));

type Row = { line: number; cells: string[]; broken: boolean };

/**
 * RFC 4180 said once more, one character at a time. Of a row whose quotes do not match only this much is sure: where it
 * stands, and that it is one row.
 */
function model(sent: string) {
  let start = 0;
  while (sent[start] === "\uFEFF") start++;
  const plain = sent.slice(start).split("\r\n").join("\n").split("\r").join("\n");
  const [head = ""] = plain.split("\n");
  const delimiter = head.includes(";") && !head.includes(",") ? ";" : ",";
  const found: Row[] = [];
  const take = (line: number, cells: string[], broken: boolean) => {
    if (cells.some((one) => one.trim() !== "")) found.push({ line, cells: cells.map(bare), broken });
  };
  let [at, line] = [0, 1];
  while (at <= plain.length) {
    const row = readRow(plain, at, delimiter);
    if (row === null) break;
    take(line, row.cells, false);
    line += plain.slice(at, row.end).split("\n").length - 1;
    at = row.end;
    if (row.isLast) return { delimiter, rows: found };
  }
  for (const single of plain.slice(at).split("\n")) {
    const row = readRow(single[0] === "\uFEFF" ? single.slice(1) : single, 0, delimiter);
    if (row) take(line, row.cells, false);
    else found.push({ line, cells: [], broken: true });
    line++;
  }
  return { delimiter, rows: found };
}

/** One row from here on; null where its quotes do not match. */
function readRow(text: string, from: number, delimiter: string) {
  const cells: string[] = [];
  for (let at = from; ; at++) {
    let value = "";
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (at >= text.length) return null;
        if (text[at] === '"') at++;
        value += text[at];
      }
      // Offices leave blanks behind the closing quote.
      at++;
      while (at < text.length && text[at] !== "\n" && text[at] !== delimiter) {
        if (text[at]?.trim() !== "") return null;
        at++;
      }
    } else {
      while (at < text.length && text[at] !== "\n" && text[at] !== delimiter) value += text[at++];
    }
    cells.push(value);
    if (at >= text.length) return { cells, end: text.length, isLast: true };
    if (text[at] === "\n") return { cells, end: at + 1, isLast: false };
  }
}

/** Whether a spreadsheet would run a cell, or take it for one that was guarded. */
function isRun(value: string) {
  let at = 0;
  while (value[at] === "'") at++;
  return "=+-@\t\r".includes(value[at] ?? "none");
}

const bare = (value: string) => (value[0] === "'" && isRun(value) ? value.slice(1) : value);

/** An uploaded table, read as the model reads it. */
export const csvText = promise("CSV: read", text, (sent) => {
  const { delimiter, rows: seen } = readCsv(sent);
  const told = seen.map((row) => (row.broken ? { ...row, cells: [] } : row));
  deepStrictEqual({ delimiter, rows: told }, model(sent));
});

/** A table that goes out runs nowhere, and comes back as it was. */
export const csvTable = promise("CSV: written", table, ([cells, delimiter]) => {
  for (const one of cells.flat()) deepStrictEqual(guardCell(one), isRun(one) ? `'${one}` : one);
  const first = ["a", "b"];
  const sent = [first, ...cells.map((row) => row.map((one) => one.replaceAll("\r", "")))];
  const back = readCsv(writeCsv(sent, delimiter as ",")).rows;
  const kept = sent.filter((row) => row.some((one) => guardCell(one).trim() !== ""));
  deepStrictEqual(
    back.map((row) => [row.cells, row.broken]),
    kept.map((row) => [row, false]),
  );
});
