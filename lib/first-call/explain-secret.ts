import { desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, secrets } from "@/db/schema";
import { now } from "../clock";
import { hashSecret, sameDigest } from "../secrets";
import { decoded, hintOf } from "./look-at-values";
import type { Facts, Judgement } from "./step";

/** More secrets than any organisation makes, and few enough to compare with in one go. */
const most = 500;

/**
 * What a member hears of a secret that was refused: which one of theirs it is, since when it is over, or what would
 * make it right. `own` is the client that was named.
 */
export async function explainSecret(
  tx: Tx,
  judged: Judgement,
  own: string,
  typed: string,
): Promise<Judgement> {
  const rows = await tx
    .select({
      clientRowId: secrets.clientRowId,
      clientId: clients.clientId,
      pepperId: secrets.pepperId,
      hash: secrets.hash,
      hint: secrets.hint,
      endsAt: secrets.endsAt,
      retiredAt: secrets.retiredAt,
    })
    .from(secrets)
    .innerJoin(clients, eq(clients.id, secrets.clientRowId))
    .orderBy(desc(secrets.createdAt))
    .limit(most);
  const find = (text: string) => {
    const digests = new Map<string, Buffer | undefined>();
    return rows.find(({ pepperId, hash }) => {
      if (!digests.has(pepperId)) digests.set(pepperId, hashSecret(text, pepperId)?.hash);
      const made = digests.get(pepperId);
      return made !== undefined && sameDigest(made, hash);
    });
  };
  const [plain, trimmed, undone] = [find(typed), find(typed.trim()), find(decoded(typed))];
  const found = plain ?? trimmed ?? undone;
  const sure: Facts = { ...judged.facts, confidence: "certain" };
  if (!found) return ofHint(judged, rows, own, typed);
  if (found.clientRowId !== own) return { ...judged, facts: { ...sure, belongsTo: found.clientId } };
  const over = found.retiredAt ?? (found.endsAt && found.endsAt <= now() ? found.endsAt : null);
  if (over) {
    const facts = { ...sure, retiredAt: over.toISOString(), hint: found.hint };
    return { code: "token.secret_retired", facts };
  }
  if (plain) return judged;
  if (trimmed) return { ...judged, facts: { ...sure, secretLooks: "stray_space", hint: found.hint } };
  return { code: "token.encoded", facts: { ...sure, hint: found.hint } };
}

function ofHint(
  judged: Judgement,
  rows: { clientRowId: string; hint: string }[],
  own: string,
  typed: string,
) {
  const shown = rows.find(({ clientRowId, hint }) => clientRowId === own && hint === hintOf(typed));
  const looks = judged.facts.secretLooks;
  if (shown && typed.trim().length < 32) {
    const facts = { ...judged.facts, hint: shown.hint, confidence: "certain" };
    return { code: "token.secret_is_fingerprint" as const, facts };
  }
  if (looks === "hint") return { ...judged, code: "token.secret_is_fingerprint" as const };
  if (looks === "swapped") return { ...judged, code: "token.swapped" as const };
  return looks === "encoded" ? { ...judged, code: "token.encoded" as const } : judged;
}
