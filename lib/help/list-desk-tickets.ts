import { and, asc, count, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { asOperator } from "@/db/client";
import { organisations, people, tickets } from "@/db/schema";
import { stateOf, type TicketState } from "./ticket-view";

/** Which tickets the desk shows. */
export const deskLists = ["waiting", "mine", "all", "solved"] as const;
export type DeskList = (typeof deskLists)[number];

/** A ticket in the operator's queue. */
export type DeskLineView = {
  id: string;
  number: number;
  subject: string;
  state: TicketState;
  organisationName: string;
  openedBy: string;
  lastAt: Date;
  takenBy: string | null;
  wantsCall: boolean;
};

/** The index of the queue holds exactly these. */
const isWaiting = and(isNull(tickets.solvedAt), eq(tickets.lastSide, "member"));
const holders = alias(people, "holders");

/** A list of the desk, at most 100: what waits longest first, what is over newest first. For the operator's pages only. */
export async function listDeskTickets(list: DeskList, personId: string): Promise<DeskLineView[]> {
  const lists: Record<DeskList, { where?: SQL; orderBy: SQL[] }> = {
    waiting: { where: isWaiting, orderBy: [asc(tickets.lastAt), asc(tickets.id)] },
    mine: {
      where: and(isNull(tickets.solvedAt), eq(tickets.takenBy, personId)),
      orderBy: [sql`${tickets.lastSide} = 'member' desc`, asc(tickets.lastAt)],
    },
    all: { orderBy: [desc(tickets.lastAt), desc(tickets.id)] },
    solved: { where: isNotNull(tickets.solvedAt), orderBy: [desc(tickets.solvedAt), desc(tickets.id)] },
  };
  const { where, orderBy } = lists[list];
  const rows = await asOperator((tx) =>
    tx
      .select({
        id: tickets.id,
        number: tickets.number,
        subject: tickets.subject,
        lastSide: tickets.lastSide,
        lastAt: tickets.lastAt,
        solvedAt: tickets.solvedAt,
        organisationName: organisations.name,
        openedBy: people.name,
        takenBy: holders.name,
        wantsCall: sql<boolean>`num_nonnulls(${tickets.callNumber}, ${tickets.callTimes}) > 0`,
      })
      .from(tickets)
      .innerJoin(organisations, eq(organisations.id, tickets.organisationId))
      .innerJoin(people, eq(people.id, tickets.personId))
      .leftJoin(holders, eq(holders.id, tickets.takenBy))
      .where(where)
      .orderBy(...orderBy)
      .limit(100),
  );
  return rows.map(({ lastSide, solvedAt, ...row }) => ({ ...row, state: stateOf({ solvedAt, lastSide }) }));
}

/** How many tickets wait for the operator. */
export async function countWaitingTickets(): Promise<number> {
  const [row] = await asOperator((tx) => tx.select({ waiting: count() }).from(tickets).where(isWaiting));
  return row?.waiting ?? 0;
}
