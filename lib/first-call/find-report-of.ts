import { and, eq } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { firstCalls } from "@/db/schema";
import { isId } from "../id";
import type { Report } from "./report";

/** A report of that organisation, for the operator who helps it; null once it is gone. There is no secret in it. */
export async function findReportOf(organisationId: string, id: string): Promise<Report | null> {
  if (!isId(id)) return null;
  const theirs = and(eq(firstCalls.id, id), eq(firstCalls.organisationId, organisationId));
  const [row] = await asOperator((tx) =>
    tx.select({ report: firstCalls.report }).from(firstCalls).where(theirs),
  );
  return row ? (row.report as Report) : null;
}
