import { and, eq, gt, isNull } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { members, organisations, people, sellers, signUps } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import { foldEmail } from "../input";
import { done, type Result, refuse } from "../result";
import { hashToken } from "../secrets";
import type { Visitor } from "./actor";
import { allow } from "./allow";
import { beginSession } from "./begin-session";
import { findSignUp } from "./find-sign-up";
import { spendFormKey } from "./form-key";
import type { VerifySignUpInput } from "./input";
import { judgePassword } from "./judge-password";
import { nextPath } from "./next-path";
import { nextSellerId } from "./next-seller-id";
import { hashPassword, inPasswordQueue } from "./password";
import { tooMany } from "./too-many";

/** The account that came into being, and the door it opens on. */
export type VerifySignUpView = { sessionId: string; goTo: string; sellerId: number | null };

/**
 * Turns a pending sign-up into person, organisation, its owner and, for a seller, a fresh sandbox seller account;
 * signs in, and leads to `next` or to the door's next step. The link works once, for 72 hours, and no longer once its
 * address has an account.
 */
export async function verifySignUp(
  visitor: Visitor,
  { token, password, next }: VerifySignUpInput,
): Promise<Result<VerifySignUpView>> {
  const pending = await findSignUp(token);
  if (!pending || pending.isOver) return refuse(pending ? "expired" : "not_found");
  const unfit = judgePassword(password, { email: pending.email, companies: [pending.companyName] });
  if (unfit) return unfit;
  const passwordHash = await inPasswordQueue(visitor.address, () => hashPassword(password));
  if (!passwordHash) return tooMany(60);

  const [personId, organisationId] = [newId(), newId()];
  return inOrganisation({ organisationId }, async (tx) => {
    const refusal = await allow(tx, visitor, "verify sign-up");
    if (refusal) return refusal;
    const [used] = await tx
      .update(signUps)
      .set({ usedAt: now() })
      .where(
        and(eq(signUps.tokenHash, hashToken(token)), isNull(signUps.usedAt), gt(signUps.expiresAt, now())),
      )
      .returning();
    if (!used) return refuse("expired");
    const stale = await spendFormKey(tx, visitor, organisationId);
    if (stale) return stale;

    const { email, name, kind, companyName, language } = used;
    const inserted = await tx
      .insert(people)
      .values({ id: personId, email, emailFold: foldEmail(email), name, language, passwordHash })
      .onConflictDoNothing()
      .returning({ id: people.id });
    if (inserted.length === 0) return refuse("expired");
    await tx.insert(organisations).values({ id: organisationId, kind, name: companyName });
    await tx.insert(members).values({ organisationId, personId, role: "owner" });

    const who = { personId, name, requestId: visitor.requestId };
    await recordEvent(tx, who, { type: "person.signed_up", organisationId });
    await recordEvent(tx, who, { type: "organisation.created", organisationId, data: { kind } });
    let sellerId: number | null = null;
    if (kind === "seller" && env().AUTHORITY === "builtin") {
      sellerId = await nextSellerId(tx);
      const seller = { sellerId, ownerOrganisationId: organisationId, shopName: companyName };
      await tx.insert(sellers).values({ ...seller, contactEmail: email });
      await recordEvent(tx, who, { type: "seller.created", organisationId, sellerId });
    }
    const sessionId = await beginSession(tx, visitor, personId);
    return done({ sessionId, goTo: nextPath(next, `/new-client?as=${kind}`), sellerId });
  });
}
