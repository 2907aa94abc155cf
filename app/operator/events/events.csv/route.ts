import { headers } from "next/headers";
import { exportEvents } from "@/lib/audit/export-events";
import { download } from "../../../_download";
import { refuseFile } from "../../../_file-limit";
import { requireOperator } from "../../require-operator";
import { readEventQuery } from "../event-query";

/** `GET`: the events that the address's filter leaves, as a file; everybody at the desk may take what they may see. */
export async function GET(request: Request) {
  const { personId, name, organisation } = await requireOperator();
  const tooOften = await refuseFile({ personId });
  if (tooOften) return tooOften;
  const { filter } = readEventQuery(Object.fromEntries(new URL(request.url).searchParams));
  const requestId = (await headers()).get("x-request-id") ?? undefined;
  const pieces = exportEvents({ personId, name, organisationId: organisation.id, requestId }, filter);
  return download(pieces, "events.csv", "text/csv");
}
