import { sql } from "drizzle-orm";
import { asFounder, enclosing, type Tx } from "@/db/client";
import type { OrganisationKind, Role } from "@/db/schema";
import { makeActor, withFormKey } from "@/db/testing";
import { makeVisitor } from "../accounts/act.testing";
import type { Actor } from "../accounts/actor";
import { type Right, ruleOf } from "../accounts/rights";
import { newId } from "../id";
import type { Refusal, RefusalCode, Result } from "../result";

/** What names a thing, by what the act calls it. */
export type Ids = Record<string, string>;

type RowOf<Its> = {
  /** Whose the thing must be: the organisation's own, anybody's, or there is no thing that could be somebody else's. */
  about: "own" | "any" | "nothing";
  /** Makes the thing, which for an own one is the actor's organisation's; resolves to what names it. */
  make: (actor: Actor) => Promise<Its>;
  /** What the page signs into its form. */
  offered?: (ids: Its) => Record<string, string[]>;
  act: (actor: Actor, ids: Its) => Promise<Result<unknown>>;
  /** Whether the names stand in the form's own fields, where anybody can type others, and not in its key alone. */
  isTyped?: true;
  /** The answer where the thing is not there. */
  gone?: RefusalCode;
};

/** One line of the table: how an act that a right is for is set up and done. */
export type Row = RowOf<Ids>;

/** A line whose ids are checked among themselves. */
export const row = <Its extends Ids>(one: RowOf<Its>) => one as unknown as Row;

export const kinds: OrganisationKind[] = ["seller", "partner", "aggregator", "operator"];
const roles: Role[] = ["owner", "editor", "viewer"];

export type Member = { kind: OrganisationKind; role: Role; actor: Actor };

/** Of each kind an owner, an editor and a viewer of one organisation that has another owner too. */
export async function makeCast() {
  const cast: Member[] = [];
  for (const kind of kinds) {
    const { organisationId } = await makeActor({ kind });
    for (const role of roles) cast.push({ kind, role, actor: await makeActor({ organisationId, role }) });
  }
  return cast;
}

/** Whether the table says yes. */
export function isAllowed(right: Right, { kind, role }: Member) {
  const rule = ruleOf(right);
  return rule.who !== "member" || (rule.kinds.includes(kind) && rule.roles.includes(role));
}

/** Of each kind that a right is for the one with the smallest role; of a visitor's or a person's right anybody. */
export function leastOf(right: Right, cast: Member[]) {
  const allowed = cast.filter((one) => isAllowed(right, one));
  if (ruleOf(right).who !== "member") return allowed.slice(0, 1);
  return kinds.flatMap((kind) => allowed.filter((one) => one.kind === kind).slice(-1));
}

/** That actor before a fresh form; a visitor where the right asks for nobody in particular. */
export function atForm(actor: Actor, act: Right, offered: Record<string, string[]> = {}): Actor {
  if (ruleOf(act).who !== "visitor") return withFormKey(actor, { act, path: "/here", offered });
  return makeVisitor(act, offered) as Actor;
}

/** The same names for what nobody ever made. */
export function unknownLike(ids: Ids): Ids {
  const isUuid = /^[0-9a-f]{8}-/;
  return Object.fromEntries(
    Object.entries(ids).map(([name, id]) => [
      name,
      isUuid.test(id) ? newId() : /^\d+$/.test(id) ? "999999999999" : "nobody-ever-made-this",
    ]),
  );
}

/** What an answer says whichever thing it is about. */
export const said = (result: Result<unknown>) =>
  JSON.stringify(result).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "…");

/** `ok`, or why not. */
export const answerOf = (result: Result<unknown>) => (result.ok ? "ok" : (result as Refusal).code);

/** Does `work` inside a rolled-back test and takes back what it wrote, so that the next one finds the same. */
export async function undone<T>(work: () => Promise<T>): Promise<T> {
  const outer = enclosing.getStore();
  if (!outer) throw new Error("there is nothing to go back to");
  let result: { value: T } | undefined;
  try {
    await outer.transaction(async (tx) => {
      result = { value: await enclosing.run(tx, work) };
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone) || !result) throw error;
  }
  return (result as { value: T }).value;
}

class Undone extends Error {}

let isPrepared = false;

/** One number per table that changes with any value in it. */
export async function readAll() {
  return asFounder(async (tx) => {
    // Planned once: so many tables take longer to plan than to read.
    if (!isPrepared) await prepareReading(tx);
    isPrepared = true;
    const rows = await tx.execute<{ name: string; state: string }>(sql`execute read_all`);
    return Object.fromEntries([...rows].map(({ name, state }) => [name, state]));
  });
}

async function prepareReading(tx: Tx) {
  const tables = await tx.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const each = [...tables].map(
    ({ name }) => `select '${name}' as name,
      count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as state from public."${name}" t`,
  );
  await tx.execute(sql.raw(`prepare read_all as ${each.join(" union all ")}`));
}
