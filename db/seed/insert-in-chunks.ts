// A statement carries at most 65,535 values; the widest row here has 17.
const rowsPerStatement = 1000;

/** Hands all rows to `insert`, in order, in pieces that fit into one statement each. */
export async function insertInChunks<Row>(rows: Row[], insert: (chunk: Row[]) => PromiseLike<unknown>) {
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    await insert(rows.slice(from, from + rowsPerStatement));
  }
}
