import { connect } from "./client";
import type { Postgres } from "./embedded";

/** The logins of embedded mode: the portal's and the worker's, and the sandbox's narrow one. */
export const logins = { main: "portal", machine: "portal_sandbox" };

/** Makes the database and the logins of embedded mode where they are missing; returns where each reaches it. */
export async function makeLogins(server: Postgres, database: string) {
  const sql = connect(server.superUrl("postgres"), { max: 1 });
  try {
    // The portal takes a role on in each transaction; only the sandbox's login has the rights of its one role itself.
    for (const [login, inherits] of [
      [logins.main, "noinherit"],
      [logins.machine, "inherit"],
    ] as const) {
      const [found] = await sql`select 1 from pg_roles where rolname = ${login}`;
      const act = found ? "alter" : "create";
      await sql.unsafe(`${act} role ${login} login ${inherits} password '${server.password}'`);
    }
    const [found] = await sql`select 1 from pg_database where datname = ${database}`;
    if (!found) await sql`create database ${sql(database)}`;
  } finally {
    await sql.end({ timeout: 2 });
  }
  return loginUrls(server.superUrl(database));
}

/** The three addresses of an embedded database, from its superuser's. */
export function loginUrls(ownerUrl: string) {
  const as = (login: string) => ownerUrl.replace("//postgres:", `//${login}:`);
  return {
    DATABASE_URL: as(logins.main),
    DATABASE_OWNER_URL: ownerUrl,
    DATABASE_MACHINE_URL: as(logins.machine),
  };
}
