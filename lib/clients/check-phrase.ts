import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { handOvers } from "@/db/schema";
import type { Visitor } from "../accounts/actor";
import { inPasswordQueue, matchesPassword } from "../accounts/password";
import { tooMany } from "../accounts/too-many";
import { done, type Refusal, refuse } from "../result";
import type { HandOverView } from "./find-hand-over";
import { phraseTries } from "./judge-hand-over";
import { tellHandOver } from "./tell-hand-over";

/**
 * Judges the phrase of a hand-over. A try is taken before it is judged, and given back when it was right, so that
 * guesses sent side by side are not more than five either. The fifth wrong one closes the hand-over.
 */
export async function checkPhrase(
  visitor: Visitor,
  handOver: HandOverView,
  phrase: string,
): Promise<{ ok: true; view: null } | Refusal> {
  if (!handOver.hasPhrase) return done(null);
  if (!phrase) return refuse("invalid", { fields: { phrase: "required" } });
  const taken = await takeTry(handOver);
  if (!taken) return refuse("expired");
  const isRight = await inPasswordQueue(visitor.address, () =>
    matchesPassword(taken.phraseHash ?? undefined, phrase),
  );
  if (isRight === null || isRight) await giveTryBack(handOver);
  if (isRight === null) return tooMany(60);
  if (isRight) return done(null);
  const left = phraseTries - taken.wrongPhrases;
  if (left > 0)
    return refuse("invalid", { fields: { phrase: "wrong_phrase" }, facts: { left: String(left) } });
  const remaining = await close(visitor, handOver);
  if (remaining === 0) return refuse("expired");
  return refuse("invalid", { fields: { phrase: "wrong_phrase" }, facts: { left: String(remaining) } });
}

/**
 * Closes a hand-over after its fifth wrong phrase, and tells of it once. A right phrase judged beside the wrong one
 * may have given its try back or opened it meanwhile: then nothing is closed. Resolves to the tries left.
 */
async function close(visitor: Visitor, handOver: HandOverView) {
  return inOrganisation(handOver, async (tx) => {
    const isWaiting = and(
      eq(handOvers.id, handOver.id),
      isNull(handOvers.openedAt),
      isNull(handOvers.withdrawnAt),
    );
    const closed = await tx
      .update(handOvers)
      // So far beyond the last try that no try given back opens it again: who is told that it is closed may rely on it.
      .set({ wrongPhrases: 2 * phraseTries })
      .where(and(isWaiting, eq(handOvers.wrongPhrases, phraseTries)))
      .returning({ id: handOvers.id });
    if (closed.length > 0) {
      await tellHandOver(tx, visitor, handOver, "closed");
      return 0;
    }
    const [row] = await tx.select({ wrongPhrases: handOvers.wrongPhrases }).from(handOvers).where(isWaiting);
    return row ? Math.max(0, phraseTries - row.wrongPhrases) : 0;
  });
}

async function takeTry(handOver: HandOverView) {
  const [row] = await inOrganisation(handOver, (tx) =>
    tx
      .update(handOvers)
      .set({ wrongPhrases: sql`${handOvers.wrongPhrases} + 1` })
      .where(
        and(
          eq(handOvers.id, handOver.id),
          lt(handOvers.wrongPhrases, phraseTries),
          isNull(handOvers.openedAt),
          isNull(handOvers.withdrawnAt),
        ),
      )
      .returning({ phraseHash: handOvers.phraseHash, wrongPhrases: handOvers.wrongPhrases }),
  );
  return row;
}

async function giveTryBack(handOver: HandOverView) {
  await inOrganisation(handOver, (tx) =>
    tx
      .update(handOvers)
      .set({ wrongPhrases: sql`${handOvers.wrongPhrases} - 1` })
      .where(eq(handOvers.id, handOver.id)),
  );
}
