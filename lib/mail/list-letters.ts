import { desc, sql } from "drizzle-orm";
import { asWorker } from "@/db/client";
import { mails } from "@/db/schema";
import { unseal } from "../secrets";

/** A letter as its receiver sees it. `links` are the addresses in its text, in order. */
export type LetterView = {
  to: string;
  subject: string;
  text: string;
  html: string;
  sentAt: string;
  links: string[];
};

/** The last hundred letters, newest first, to one address or to all. For the demo's mailbox only. */
export async function listLetters(to?: string): Promise<LetterView[]> {
  const rows = await asWorker((tx) =>
    tx
      .select()
      .from(mails)
      .where(to === undefined ? undefined : sql`lower(${mails.recipient}) = ${to.toLowerCase()}`)
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(100),
  );
  return rows.map((row) => {
    const text = unseal(row.sealedText);
    return {
      to: row.recipient,
      subject: row.subject,
      text,
      html: unseal(row.sealedHtml),
      // In the demo the outbox is the mailbox: a letter counts as sent when it was written.
      sentAt: (row.sentAt ?? row.createdAt).toISOString(),
      links: text.match(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g) ?? [],
    };
  });
}
