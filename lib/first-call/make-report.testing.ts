import { asFounder } from "@/db/client";
import { firstCalls } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { now } from "../clock";
import { newId } from "../id";
import type { Report } from "./report";

/** A report as a run leaves it. */
export const made: Report = {
  id: "",
  at: "2026-11-22T12:00:00.000Z",
  starter: false,
  clientId: "my client",
  sellerId: "104512",
  operation: "sellers.get",
  scenario: "",
  tokenUrl: "http://localhost/token",
  callUrl: "http://localhost/sellers",
  steps: [
    {
      step: "call",
      state: "failed",
      code: "seller.ended",
      ms: 3,
      facts: { status: "403", linkEndedBy: "seller" },
    },
  ],
  verdict: "seller.ended",
  facts: { status: "403", clientRowId: "a-row", linkEndedBy: "seller", reason: "a reason of theirs" },
  answer: { from: "api", status: 403, contentType: "application/json", body: "{}", cut: false, traceId: "t" },
};

/** The row of such a report, among those of the actor's organisation. */
export async function makeReport(
  { organisationId, personId }: Pick<Actor, "organisationId" | "personId">,
  over: Partial<Report> = {},
) {
  const id = newId();
  const { clientId, sellerId, operation, verdict } = { ...made, ...over };
  const report = { ...made, ...over, id };
  await asFounder((tx) =>
    tx.insert(firstCalls).values({
      id,
      organisationId,
      personId,
      clientId,
      sellerId,
      operation,
      verdict,
      report,
      createdAt: now(),
    }),
  );
  return id;
}
