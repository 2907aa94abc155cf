import { notFound } from "next/navigation";
import { findClient } from "@/lib/clients/find-client";
import { exportLinkedSellers } from "@/lib/links/export-linked-sellers";
import { readLinkFilter } from "@/lib/links/link-filter";
import { download } from "../../../_download";
import { refuseFile } from "../../../_file-limit";
import { requireViewer } from "../../../_session";

/** `GET`: the linked sellers that the address's filter leaves, as a file; everybody who may see them may take them. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await requireViewer();
  const client = await findClient(viewer, id);
  if (!client) notFound();
  const tooOften = await refuseFile(viewer);
  if (tooOften) return tooOften;
  const { filter } = readLinkFilter(Object.fromEntries(new URL(request.url).searchParams));
  const pieces = exportLinkedSellers(viewer.organisation.id, client.id, filter);
  return download(pieces, "links.csv", "text/csv");
}
