import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bareCell, guardCell, readCsv, writeCsv } from "./csv";

const hostile = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "=1+1",
    "+33 1",
    "-5",
    "@sum",
    "\tx",
    "'=x",
    "''-",
    "'plain",
    'a"b',
    "a,b;c",
    "a\nb",
    " x ",
  ),
  fc.tuple(fc.constantFrom("=", "+", "-", "@", "\t", "'"), fc.string()).map(([start, rest]) => start + rest),
);

describe("CSV", () => {
  it("comes back as it went out, whatever stands in the cells", () => {
    fc.assert(
      fc.property(
        // A carriage return is a line end to every reader, and a row of blanks is none.
        fc.array(
          fc.array(
            hostile.map((cell) => cell.replaceAll("\r", "")),
            { minLength: 1, maxLength: 5 },
          ),
          {
            minLength: 1,
          },
        ),
        fc.constantFrom(",", ";" as const),
        (rows, delimiter) => {
          const head = ["first", "second"];
          const written = writeCsv([head, ...rows], delimiter as "," | ";");
          const kept = rows.filter((cells) => cells.some((cell) => guardCell(cell).trim() !== ""));
          expect(readCsv(written).rows.map(({ cells }) => cells)).toEqual([head, ...kept]);
        },
      ),
    );
  });

  it("never writes a cell that a spreadsheet would run", () => {
    fc.assert(
      fc.property(hostile, (cell) => {
        expect(guardCell(cell)).not.toMatch(/^[=+\-@\t\r]/);
        expect(bareCell(guardCell(cell))).toBe(cell);
      }),
    );
  });

  it("reads what offices write: a mark at the start, semicolons, quotes, line ends of any kind, blank rows", () => {
    const { delimiter, rows } = readCsv('\uFEFFa;b\r\n"x;1";2\r\n\r\n;\n"two\nlines";4\r5;6');
    expect(delimiter).toBe(";");
    expect(rows).toEqual([
      { line: 1, cells: ["a", "b"], broken: false },
      { line: 2, cells: ["x;1", "2"], broken: false },
      { line: 5, cells: ["two\nlines", "4"], broken: false },
      { line: 7, cells: ["5", "6"], broken: false },
    ]);
  });

  it("keeps a row whose quotes do not match from swallowing the others", () => {
    const { rows } = readCsv('a,b\n1,"open\n2,3\n\n"x"y,4\n5,"6"');
    expect(rows).toEqual([
      { line: 1, cells: ["a", "b"], broken: false },
      { line: 2, cells: ["1", "open"], broken: true },
      { line: 3, cells: ["2", "3"], broken: false },
      { line: 5, cells: ['x"y,4'], broken: true },
      { line: 6, cells: ["5", "6"], broken: false },
    ]);
  });

  it("loses no row to a lone quote, to blanks behind the last one, or to marks at the start", () => {
    expect(readCsv('\uFEFF\uFEFFa,b\n"1","2" ').rows).toEqual([
      { line: 1, cells: ["a", "b"], broken: false },
      { line: 2, cells: ["1", "2"], broken: false },
    ]);
    expect(readCsv('a,b\n"\n"1" ,2').rows).toEqual([
      { line: 1, cells: ["a", "b"], broken: false },
      { line: 2, cells: [""], broken: true },
      { line: 3, cells: ["1", "2"], broken: false },
    ]);
  });
});
