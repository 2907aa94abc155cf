import { sql } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { now } from "../clock";
import { hashToken } from "../secrets";
import { redactReport } from "./redact-report";
import type { Report } from "./report";

/** A shared report as whoever holds its link may see it; without `report` once the link is over. */
export type SharedView = { organisationName: string; expiresAt: Date; report: Report | null };

type Row = { report: Report | null; organisation_name: string; expires_at: string; is_ended: boolean };

/** The report behind a link; null where no such link was ever made, or its report is gone. Changes nothing. */
export async function findSharedReport(token: string): Promise<SharedView | null> {
  const [row] = await asVisitor((tx) =>
    tx.execute<Row>(sql`select * from find_shared_report(${hashToken(token)})`),
  );
  if (!row) return null;
  const expiresAt = new Date(row.expires_at);
  const isOver = row.is_ended || expiresAt <= now() || !row.report;
  return {
    organisationName: row.organisation_name,
    expiresAt,
    report: isOver || !row.report ? null : redactReport(row.report),
  };
}
