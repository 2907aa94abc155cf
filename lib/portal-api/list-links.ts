import { sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { now } from "../clock";
import type { ApiAnswer, ApiCall } from "./call";
import { cursorOf, readPage } from "./page";
import { readLinks, statusOf } from "./read-links";

const statuses = ["open", "ended", "expired"];

/** `GET /links`: the client's links by SellerId, each seller account once; `status` and `q` narrow them down. */
export async function listLinks({ caller, query }: ApiCall): Promise<ApiAnswer> {
  const page = readPage(query, "l", /^\d{1,12}$/, 1);
  if (!page.ok) return page.refused;
  const status = query.get("status") ?? "";
  if (status && !statuses.includes(status)) {
    return { code: "invalid_parameter", errors: { status: ["One of open, ended, expired."] } };
  }
  const words = (query.get("q") ?? "").trim().slice(0, 100).replaceAll("\0", "");
  const [after] = page.after ?? [];
  const where = sql.join(
    [
      after ? sql`l.seller_id > ${after}` : sql`true`,
      status ? sql`${statusOf(now().toISOString())} = ${status}` : sql`true`,
      words ? matches(words) : sql`true`,
    ],
    sql` and `,
  );
  return inOrganisation(caller, async (tx) => {
    const items = await readLinks(tx, caller, where, page.limit);
    const last = items.at(-1);
    const next = items.length === page.limit && last ? cursorOf("l", last.sellerId) : null;
    return { status: 200, body: { items, next } };
  });
}

/** `GET /links/{sellerId}`: the newest link with this seller account. */
export async function findLink({ caller, named }: ApiCall): Promise<ApiAnswer> {
  return inOrganisation(caller, async (tx) => {
    const [item] = await readLinks(tx, caller, sql`l.seller_id = ${named}`, 1);
    return item ? { status: 200, body: item } : { code: "not_found" as const };
  });
}

/** A part of the shop's name or of the reference, or the beginning of the SellerId. */
function matches(words: string) {
  return sql`(strpos(l.shop_fold, name_fold(${words})) > 0 and name_fold(${words}) <> ''
    or strpos(lower(l.reference), lower(${words})) > 0 or starts_with(l.seller_id::text, ${words}))`;
}
