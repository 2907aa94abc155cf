import type { TransactionSql } from "postgres";
import { connect } from "../client";

/** Runs `work` in a transaction of the owner's login as the role that sees and may write every row. */
export async function asDefiner<T>(ownerUrl: string, work: (tx: TransactionSql) => Promise<T>): Promise<T> {
  const sql = connect(ownerUrl, { max: 1 });
  try {
    const done = await sql.begin(async (tx) => {
      await tx`set local role portal_definer`;
      return { value: await work(tx) };
    });
    return done.value as T;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
