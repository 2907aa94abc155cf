import { and, eq } from "drizzle-orm";
import { asOperator, inOrganisation, type Tx } from "@/db/client";
import { attachments } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { isId } from "../id";

/** A file of a ticket with its bytes. */
export type FileView = { name: string; isPicture: boolean; bytes: Buffer };

/** A file of a ticket, for its organisation and for the operator's staff; null for everybody else and unknown ids. */
export async function findAttachment(
  viewer: Viewer,
  ticketId: string,
  fileId: string,
): Promise<FileView | null> {
  if (!isId(ticketId) || !isId(fileId)) return null;
  const { id: organisationId, kind } = viewer.organisation;
  const read = async (tx: Tx) => {
    const [file] = await tx
      .select({ name: attachments.name, isPicture: attachments.isPicture, bytes: attachments.bytes })
      .from(attachments)
      .where(and(eq(attachments.id, fileId), eq(attachments.ticketId, ticketId)));
    return file ?? null;
  };
  return kind === "operator" ? asOperator(read) : inOrganisation({ organisationId }, read);
}
