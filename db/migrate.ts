import { applyMigrations } from "./apply-migrations";
import { connect } from "./client";

const lockId = 7_302_199;

/**
 * Brings the database to this version's schema. Safe to run from several processes at once: an advisory lock
 * lets one work while the others wait. The logins named get the roles their process takes on.
 */
export async function migrateDatabase(
  ownerUrl: string,
  logins: { main: string; machine: string },
  folder = "db/migrations",
) {
  const sql = connect(ownerUrl, { max: 1, idle_timeout: undefined });
  try {
    await sql`select pg_advisory_lock(${lockId})`;
    await applyMigrations(sql, folder);
    const mainRoles = ["portal_app", "portal_worker", "portal_operator"];
    if (logins.machine === logins.main) mainRoles.push("portal_machine");
    for (const role of mainRoles) await sql`grant ${sql(role)} to ${sql(logins.main)}`;
    if (logins.machine !== logins.main) {
      await sql`grant portal_machine to ${sql(logins.machine)}`;
      // Counters and last-use times may lose their last moment in a crash; nothing else is written there.
      await sql`alter role ${sql(logins.machine)} set synchronous_commit = off`;
    }
  } finally {
    await sql.end({ timeout: 2 });
  }
}
