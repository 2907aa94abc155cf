import { desc, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { handOvers, people } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { now } from "../clock";
import { type HandOverState, judgeHandOver } from "./judge-hand-over";

/** A hand-over as those who gave it see it. */
export type GivenHandOverView = {
  id: string;
  label: string;
  sellerId: number | null;
  hasPhrase: boolean;
  createdAt: Date;
  createdBy: string | null;
  expiresAt: Date;
  openedAt: Date | null;
  withdrawnAt: Date | null;
  state: HandOverState;
};

/** The hand-overs of one of the organisation's clients, newest first; at most 20. */
export async function listHandOvers(viewer: Viewer, clientRowId: string): Promise<GivenHandOverView[]> {
  const rows = await inOrganisation({ organisationId: viewer.organisation.id }, (tx) =>
    tx
      .select({
        id: handOvers.id,
        label: handOvers.label,
        sellerId: handOvers.sellerId,
        phraseHash: handOvers.phraseHash,
        wrongPhrases: handOvers.wrongPhrases,
        createdAt: handOvers.createdAt,
        createdBy: people.name,
        expiresAt: handOvers.expiresAt,
        openedAt: handOvers.openedAt,
        withdrawnAt: handOvers.withdrawnAt,
      })
      .from(handOvers)
      .leftJoin(people, eq(people.id, handOvers.createdBy))
      .where(eq(handOvers.clientRowId, clientRowId))
      .orderBy(desc(handOvers.createdAt), desc(handOvers.id))
      .limit(20),
  );
  return rows.map(({ phraseHash, wrongPhrases, ...row }) => ({
    ...row,
    hasPhrase: phraseHash !== null,
    state: judgeHandOver({ ...row, wrongPhrases, isStopped: false }, now()),
  }));
}
