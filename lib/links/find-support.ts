import { sql } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { now } from "../clock";

type Row = { website: string | null; support_url: string | null };

/** Where the partner behind a client answers, out of its entry in the directory: its support, else its website. */
export async function findSupport(clientId: string): Promise<string | null> {
  const [row] = await asVisitor((tx) =>
    tx.execute<Row>(
      sql`select website, support_url from find_client_for_consent(${clientId}, ${now().toISOString()})`,
    ),
  );
  const isSafe = (url: string | null) => url && /^(https?:\/\/|mailto:)/.test(url);
  return [row?.support_url ?? null, row?.website ?? null].find(isSafe) ?? null;
}
