import { notFound } from "next/navigation";
import { findClient } from "@/lib/clients/find-client";
import { exportLinkedSellers } from "@/lib/links/export-linked-sellers";
import { readLinkFilter } from "@/lib/links/link-filter";
import { requireViewer } from "../../../_session";

/** `GET`: the linked sellers that the address's filter leaves, as a file; everybody who may see them may take them. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await requireViewer();
  const client = await findClient(viewer, id);
  if (!client) notFound();
  const { filter } = readLinkFilter(Object.fromEntries(new URL(request.url).searchParams));
  const pieces = exportLinkedSellers(viewer.organisation.id, client.id, filter);
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
      "content-disposition": 'attachment; filename="links.csv"',
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
