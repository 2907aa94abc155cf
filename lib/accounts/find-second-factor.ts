import { and, count, eq, isNull } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { recoveryCodes, secondFactors } from "@/db/schema";
import { inSeconds } from "../clock";
import { drawQr, type QrView } from "../qr";
import { unseal } from "../secrets";
import { base32, totpAddress } from "./totp";

const draftSeconds = 900;

/** A key that waits for its first code, as its own session sees it. */
export type DraftView = { key: string; address: string; qr: QrView };

/** The second factor of the viewer: since when it counts, how many recovery codes are left, and what waits. */
export type SecondFactorView = { since: Date | null; codesLeft: number; draft: DraftView | null };

type Row = typeof secondFactors.$inferSelect;

/** Whether a key waits that this session was shown, not longer than a quarter of an hour ago. */
export function isDraftOf({ draftSessionId, draftAt }: Row, sessionId: string) {
  return draftSessionId === sessionId && draftAt !== null && draftAt > inSeconds(-draftSeconds);
}

/** The viewer's second factor. The key itself is shown while it waits, to the session that asked for it alone. */
export async function findSecondFactor(
  viewer: { personId: string; sessionId: string; email: string },
  issuer: string,
): Promise<SecondFactorView> {
  const { personId, sessionId, email } = viewer;
  return asVisitor(async (tx) => {
    const [row] = await tx.select().from(secondFactors).where(eq(secondFactors.personId, personId));
    const [left] = await tx
      .select({ codes: count() })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)));
    const sealed = row && isDraftOf(row, sessionId) ? row.draftSealedKey : null;
    return {
      since: row?.since ?? null,
      codesLeft: left?.codes ?? 0,
      draft: sealed ? show(Buffer.from(unseal(sealed), "base64"), issuer, email) : null,
    };
  });
}

function show(key: Buffer, issuer: string, email: string): DraftView {
  const address = totpAddress(key, issuer, email);
  return { key: base32(key).match(/.{4}/g)?.join(" ") ?? "", address, qr: drawQr(address) };
}
