import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { foldClientId } from "@/lib/clients/client-id";
import { unique } from "./people";

/** Puts an approved aggregator of its own into the directory, as the operator would have. */
export async function makeListed(sql: Sql, over: { name?: string; methods?: string[] } = {}) {
  const { name = unique("Zephyr"), methods = ["delegation"] } = over;
  const [organisationId, clientRowId] = [randomUUID(), randomUUID()];
  const clientId = `${name}-client`;
  await sql.begin(async (tx) => {
    await tx`insert into organisations (id, kind, name) values (${organisationId}, 'aggregator', ${name})`;
    await tx`insert into clients (id, organisation_id, client_id, fold, contact_email)
      values (${clientRowId}, ${organisationId}, ${clientId}, ${foldClientId(clientId)}, ${`${name}@people.test`})`;
    await tx`insert into listings (id, organisation_id, client_row_id, display_name, description, methods, approved_at)
      values (${randomUUID()}, ${organisationId}, ${clientRowId}, ${name}, 'Sends offers and stock.', ${methods}, now())`;
  });
  return { name, clientId, organisationId };
}

/** The same name with two neighbouring letters the wrong way round. */
export const misspell = (name: string) => name.replace(/^(..)(.)(.)/, "$1$3$2");
