import { and, eq, inArray, sql } from "drizzle-orm";
import { asVisitor, inOrganisation, type Tx } from "@/db/client";
import { handOvers, members } from "@/db/schema";
import { now } from "../clock";
import { hashToken } from "../secrets";
import { type HandOverState, judgeHandOver } from "./judge-hand-over";

/** A hand-over as whoever holds its token may see it: nothing of it is secret, and no SellerId. */
export type HandOverView = {
  id: string;
  organisationId: string;
  organisationName: string;
  clientRowId: string;
  clientId: string;
  hasPhrase: boolean;
  state: HandOverState;
  expiresAt: Date;
  openedAt: Date | null;
};

type Row = {
  id: string;
  organisation_id: string;
  organisation_name: string;
  client_row_id: string;
  client_id: string;
  client_gone: boolean;
  has_phrase: boolean;
  wrong_phrases: number;
  expires_at: string;
  opened_at: string | null;
  withdrawn_at: string | null;
};

/** The hand-over behind a token; null where no such token was ever given. Changes nothing. */
export async function findHandOver(token: string): Promise<HandOverView | null> {
  const [row] = await asVisitor((tx) =>
    tx.execute<Row>(sql`select * from find_hand_over(${hashToken(token)})`),
  );
  if (!row) return null;
  const { id, organisation_id: organisationId } = row;
  const hasGiver = await inOrganisation({ organisationId }, (tx) => isGiverThere(tx, id));
  const at = (text: string | null) => (text ? new Date(text) : null);
  const [expiresAt, openedAt] = [new Date(row.expires_at), at(row.opened_at)];
  const state = judgeHandOver(
    {
      openedAt,
      withdrawnAt: at(row.withdrawn_at),
      wrongPhrases: row.wrong_phrases,
      expiresAt,
      isStopped: row.client_gone || !hasGiver,
    },
    now(),
  );
  return {
    id,
    organisationId,
    organisationName: row.organisation_name,
    clientRowId: row.client_row_id,
    clientId: row.client_id,
    hasPhrase: row.has_phrase,
    state,
    expiresAt,
    openedAt,
  };
}

/** Whether its giver may still change clients of the organisation: what they gave ends with that. */
export async function isGiverThere(tx: Tx, handOverId: string) {
  const rows = await tx
    .select({ id: handOvers.id })
    .from(handOvers)
    .innerJoin(
      members,
      and(
        eq(members.organisationId, handOvers.organisationId),
        eq(members.personId, handOvers.createdBy),
        inArray(members.role, ["owner", "editor"]),
      ),
    )
    .where(eq(handOvers.id, handOverId));
  return rows.length > 0;
}
