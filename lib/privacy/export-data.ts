import { eq, type SQL, sql } from "drizzle-orm";
import { asVisitor, inOrganisation, type Tx } from "@/db/client";
import { noticeChoices, people, sessions } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { tooMany } from "../accounts/too-many";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { takeLimit } from "../limits/take-limit";
import { done, type Result } from "../result";
import { columnsOf, digestsOf, type ExportedTable, tablesOfMember, tablesOfOrganisation } from "./exported";
import { type MembershipRow, readMemberships } from "./read-memberships";

const limit = { name: "exports", max: 5, windowSeconds: 3600 };
const atOnce = 500;

/** The export, piece by piece: no more than a page of one table is held at a time. */
export type ExportView = { pieces: AsyncGenerator<string> };

/**
 * Everything that is kept of the actor as one JSON document, and of each organisation that they own; never a secret, a
 * token or a hash. Asks for a fresh password, works five times an hour, and is an event.
 */
export async function exportData(actor: Actor): Promise<Result<ExportView>> {
  const begun = await asVisitor(async (tx): Promise<Result<MembershipRow[]>> => {
    const refusal = await allow(tx, actor, "export data");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    await recordEvent(tx, actor, { type: "person.data_exported", organisationId: null });
    return done(await readMemberships(tx, actor.sessionId));
  });
  if (!begun.ok) return begun;
  const taken = await takeLimit(limit, actor.personId);
  if (!taken.allowed) return tooMany(taken.retryAfterSeconds);
  return done({ pieces: writeAll(actor, begun.view) });
}

async function* writeAll(actor: Actor, memberships: MembershipRow[]): AsyncGenerator<string> {
  const own = await asVisitor((tx) => readPerson(tx, actor));
  const head = { exportedAt: now().toISOString(), ...own, memberships };
  yield `${JSON.stringify(head).slice(0, -1)},"events":[`;
  yield* writeRows(pagesOfEvents(actor));
  yield '],"organisations":[';
  let isFirst = true;
  for (const { organisationId, name, role } of memberships) {
    yield `${isFirst ? "" : ","}\n${JSON.stringify({ organisationId, name, role }).slice(0, -1)}`;
    isFirst = false;
    const tables = role === "owner" ? tablesOfOrganisation : tablesOfMember(actor.personId);
    for (const table of [...tables, digestsOf(actor.personId)]) {
      yield `,\n${JSON.stringify(table.name)}:[`;
      yield* writeRows(pagesOf(organisationId, table));
      yield "]";
    }
    yield "}";
  }
  yield "]}\n";
}

/** What belongs to the person and to no organisation. */
async function readPerson(tx: Tx, { personId, sessionId }: Actor) {
  const pick = (table: Parameters<typeof columnsOf>[0], where: SQL) =>
    tx.execute<Record<string, unknown>>(
      sql`select ${sql.join(columnsOf(table).map(sql.identifier), sql`, `)} from ${table} where ${where}`,
    );
  const [person] = await pick(people, eq(people.id, personId));
  const factor = await tx.execute(
    sql`select since from second_factors where person_id = ${personId} and since is not null`,
  );
  return {
    person,
    sessions: [...(await pick(sessions, eq(sessions.personId, personId)))],
    secondFactor: factor[0] ?? null,
    notices: [...(await pick(noticeChoices, eq(noticeChoices.personId, personId)))],
    letters: [
      ...(await tx.execute(sql`select * from letters_of_session(${sessionId}, ${now().toISOString()})`)),
    ],
  };
}

type Page = { row: Record<string, unknown>; at: string[] }[];

async function* pagesOfEvents({ sessionId }: Actor): AsyncGenerator<Page> {
  let after = ["0", "0"];
  for (;;) {
    const rows = await asVisitor((tx) =>
      tx.execute<{ xid: string; id: string }>(
        sql`select * from events_of_session(${sessionId}, ${now().toISOString()}, ${after[0]}::xid8, ${after[1]}, ${atOnce})`,
      ),
    );
    yield [...rows].map(({ xid, ...row }) => ({ row, at: [xid, row.id] }));
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = [last.xid, last.id];
  }
}

async function* pagesOf(organisationId: string, table: ExportedTable): AsyncGenerator<Page> {
  for (let after: string[] | undefined; ; ) {
    const rows = await inOrganisation({ organisationId }, (tx) => readPage(tx, table, after));
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = last.at;
  }
}

async function readPage(
  tx: Tx,
  { name, columns, instead = {}, key, where }: ExportedTable,
  after: string[] | undefined,
) {
  const list = (parts: SQL[]) => sql.join(parts, sql`, `);
  const keys = key.map(([column]) => sql.identifier(column));
  const place = key.map(([, type], index) => sql`${after?.[index] ?? ""}::text::${sql.raw(type)}`);
  const later = after ? sql`(${list(keys.map((one) => sql`${one}`))}) > (${list(place)})` : sql`true`;
  const rows = await tx.execute<{ row: Record<string, unknown>; at: string[] }>(sql`
    select to_jsonb(r) - 'key_at' as row, r.key_at as at from (
      select ${list(columns.map((column) => sql`${instead[column] ?? sql.identifier(column)} as ${sql.identifier(column)}`))},
        array[${list(keys.map((one) => sql`${one}::text`))}] as key_at
      from ${sql.identifier(name)} where ${where ?? sql`true`} and ${later}
      order by ${list(keys.map((one) => sql`${one} nulls first`))} limit ${atOnce}) r`);
  return [...rows];
}

async function* writeRows(pages: AsyncGenerator<Page>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield (isFirst ? "\n" : ",\n") + page.map(({ row }) => JSON.stringify(row)).join(",\n");
    isFirst = false;
  }
}
