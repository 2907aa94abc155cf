import { type CsvRow, readCsv } from "../csv";
import type { FieldCode } from "../result";
import { type InvitationRow, invitationRowInput } from "./invitation-input";

export const invitationColumns = ["reference", "expectedSellerId", "email", "expires"] as const;
type Column = (typeof invitationColumns)[number];

/** What may be wrong with a row, beside what may be wrong with a field. */
export type RowCode =
  | FieldCode
  | "bad_quotes"
  | "extra_cells"
  | "duplicate"
  | "already_linked"
  | "taken"
  | "limit";

/** A row that was refused: its line, what is wrong, and all that stood in it. */
export type BadRow = { line: number; code: RowCode; column: Column | null; cells: string[] };
export type GoodRow = { line: number; cells: string[]; row: InvitationRow };

type Read =
  | { ok: true; delimiter: "," | ";"; good: GoodRow[]; bad: BadRow[] }
  | { ok: false; code: FieldCode };

const mostRows = 2000;

/**
 * Reads an uploaded file of invitations: each row is good or bad on its own, none is lost. Columns may stand in any
 * order or be missing; `problem`, which our own list of bad rows adds, is ignored.
 */
export function readInvitationRows(bytes: Uint8Array): Read {
  const text = decode(bytes);
  if (text === null) return { ok: false, code: "file_encoding" };
  // The first row is the head, and the line end behind the last one is a row without anything.
  const { delimiter, rows, isCut } = readCsv(text, mostRows + 2);
  const [head, ...body] = rows;
  const columns = head && readHead(head);
  if (!columns) return { ok: false, code: "file_header" };
  if (isCut || body.length === 0 || body.length > mostRows) return { ok: false, code: "file_rows" };
  const [good, bad]: [GoodRow[], BadRow[]] = [[], []];
  const seen = new Set<string>();
  for (const row of body) {
    const judged = judge(row, columns, seen);
    if ("row" in judged) good.push(judged);
    else bad.push(judged);
  }
  return { ok: true, delimiter, good, bad };
}

function decode(bytes: Uint8Array) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Which column stands where; null where the first line names none or a strange one. */
function readHead({ cells, broken }: CsvRow): (Column | null)[] | null {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const columns = names.map((name) => invitationColumns.find((column) => column.toLowerCase() === name));
  const known = columns.filter((column) => column !== undefined);
  const strange = names.filter((name, index) => !columns[index] && name !== "problem" && name !== "");
  if (broken || known.length === 0 || strange.length > 0 || new Set(known).size < known.length) return null;
  return columns.map((column) => column ?? null);
}

function judge(
  { line, cells, broken }: CsvRow,
  columns: (Column | null)[],
  seen: Set<string>,
): GoodRow | BadRow {
  const named = Object.fromEntries(
    columns.flatMap((column, index) => (column ? [[column, cells[index] ?? ""]] : [])),
  );
  const inOrder = invitationColumns.map((column) => named[column] ?? "");
  const extra = cells.slice(columns.length).some((cell) => cell.trim() !== "");
  const refused = (code: RowCode, column: Column | null = null): BadRow => {
    // What fits no column is kept behind the others.
    return { line, code, column, cells: [...inOrder, ...cells.slice(columns.length)] };
  };
  if (broken) return refused("bad_quotes");
  if (extra) return refused("extra_cells");
  const parsed = invitationRowInput.safeParse(named);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const column = invitationColumns.find((name) => name === issue?.path[0]) ?? null;
    return refused((issue?.message as FieldCode | undefined) ?? "bad_choice", column);
  }
  const same = JSON.stringify(parsed.data);
  if (seen.has(same)) return refused("duplicate");
  seen.add(same);
  return { line, cells: inOrder, row: parsed.data };
}
