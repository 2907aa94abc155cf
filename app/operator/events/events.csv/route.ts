import { headers } from "next/headers";
import { exportEvents } from "@/lib/audit/export-events";
import { requireOperator } from "../../require-operator";
import { readEventQuery } from "../event-query";

/** `GET`: the events that the address's filter leaves, as a file; everybody at the desk may take what they may see. */
export async function GET(request: Request) {
  const { personId, name, organisation } = await requireOperator();
  const { filter } = readEventQuery(Object.fromEntries(new URL(request.url).searchParams));
  const requestId = (await headers()).get("x-request-id") ?? undefined;
  const pieces = exportEvents({ personId, name, organisationId: organisation.id, requestId }, filter);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    // Asked for a piece only when the reader has taken the one before.
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="events.csv"',
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
