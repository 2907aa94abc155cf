import { notFound } from "next/navigation";
import { findAttachment } from "@/lib/help/find-attachment";
import { requireAsking } from "../../../../_session";

type Props = { params: Promise<{ id: string; fileId: string }> };

/** `GET`: a file of a ticket, to be kept and never to be run; for its organisation and the operator's staff. */
export async function GET(_request: Request, { params }: Props) {
  const { id, fileId } = await params;
  const file = await findAttachment(await requireAsking(), id, fileId);
  if (!file) notFound();
  const plain = file.name.replace(/[^\w.() -]/g, "_");
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "content-type": file.isPicture ? "image/webp" : "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
