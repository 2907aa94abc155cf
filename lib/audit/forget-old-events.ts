import { drizzle } from "drizzle-orm/postgres-js";
import { connect } from "@/db/client";
import { env } from "../env";

const lockId = 7_302_229;
/** So many blocks go at once. */
const mostBlocks = 20;

/** The blocks that are wholly past their time and still have events, with the place after which each begins. */
const past = `
  select b.last_xid, b.last_id, coalesce(p.last_xid, '0'::xid8) as xid, coalesce(p.last_id, 0) as id
  from event_blocks b left join event_blocks p on p.number = b.number - 1
  where b.last_at < now() - interval '3 years' and exists (
    select from events o where (o.xid, o.id) > (coalesce(p.last_xid, '0'::xid8), coalesce(p.last_id, 0)) and (o.xid, o.id) <= (b.last_xid, b.last_id))
  order by b.number limit ${mostBlocks}`;

/**
 * Deletes the events of sealed blocks that are wholly older than three years, and says how many. The blocks stay, so the
 * chain of what came later still proves itself. Only the owner of the tables can: nobody has the right to delete an
 * event, so it is given for this one transaction, in which nobody else sees it.
 */
export async function forgetOldEvents(): Promise<number> {
  const owner = connect(env().DATABASE_OWNER_URL, { max: 1 });
  try {
    for (let gone = 0; ; ) {
      const count = await drizzle(owner).transaction(async (tx) => {
        // Two who start at once would give the right under each other.
        await tx.execute(`select pg_advisory_xact_lock(${lockId})`);
        await tx.execute("select set_config('role', 'portal_definer', true)");
        if ((await tx.execute(past)).length === 0) return 0;
        await tx.execute("select set_config('role', 'none', true)");
        await tx.execute("grant delete on events to portal_definer");
        await tx.execute("select set_config('role', 'portal_definer', true)");
        const deleted = await tx.execute(`delete from events e using (${past}) past
          where (e.xid, e.id) > (past.xid, past.id) and (e.xid, e.id) <= (past.last_xid, past.last_id)`);
        await tx.execute("select set_config('role', 'none', true)");
        await tx.execute("revoke delete on events from portal_definer");
        return deleted.count;
      });
      if (count === 0) return gone;
      gone += count;
    }
  } finally {
    await owner.end({ timeout: 2 });
  }
}
