import { and, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members, organisations, people, sessions } from "@/db/schema";
import { inSeconds, now } from "../clock";
import { type LimitName, type Refusal, refuse } from "../result";
import type { Actor, Visitor } from "./actor";
import { lacksSecondFactor } from "./has-second-factor";
import { besideOthers } from "./hold-organisation";
import { logRefusal } from "./log-refusal";
import { type Right, ruleOf } from "./rights";
import { secondFactorPath } from "./second-factor-url";

/** For so long after typing the password, or a code of the second factor, a person counts as present. */
export const freshSeconds = 600;

/**
 * May this actor do this, now? The first line of every write act: reads session, membership, role and kind inside
 * the act's own transaction, so that a removal or a sign-out takes effect at once. A form that was rendered for
 * another act is `stale` here. Null means yes.
 */
export async function allow(tx: Tx, actor: Actor | Visitor, right: Right): Promise<Refusal | null> {
  const refusal = await judge(tx, actor, right);
  if (refusal) logRefusal(actor, right, refusal);
  return refusal;
}

async function judge(tx: Tx, actor: Actor | Visitor, right: Right): Promise<Refusal | null> {
  if (actor.key && actor.key.act !== right) return refuse("stale");
  const rule = ruleOf(right);
  if (rule.who === "visitor") return null;
  const back = actor.key?.path ?? "/";
  const signIn = refuse("sign_in_again", { facts: { href: `/sign-in?next=${encodeURIComponent(back)}` } });
  if (!("sessionId" in actor)) return signIn;

  const [session] = await tx
    // Before the membership is read: one that is read while the organisation is deleted would count until then.
    .select({
      freshAt: sessions.freshAt,
      ...(rule.who === "member" && { held: besideOthers(actor.organisationId) }),
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.id, actor.sessionId),
        eq(sessions.personId, actor.personId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now()),
      ),
    );
  if (!session) return signIn;
  if (rule.who === "member") {
    const [member] = await tx
      .select({ role: members.role, kind: organisations.kind })
      .from(members)
      .innerJoin(organisations, eq(organisations.id, members.organisationId))
      .where(
        and(
          eq(members.personId, actor.personId),
          eq(members.organisationId, actor.organisationId),
          isNull(rule.stopped ? organisations.deletedAt : organisations.suspendedAt),
        ),
      );
    const may = member && rule.kinds.includes(member.kind) && rule.roles.includes(member.role);
    if (!may) return refuse("not_allowed", { facts: { who: await whoCan(tx, actor) } });
    if (member.kind === "operator" && (await lacksSecondFactor(tx, actor.personId))) {
      const limit: LimitName = "no_second_factor";
      return refuse("not_allowed", { facts: { limit, href: secondFactorPath } });
    }
  }
  return rule.fresh ? judgeFresh(actor, session.freshAt) : null;
}

/** For an act that only sometimes asks for a fresh password: null where it was typed within ten minutes. */
export async function requireFresh(tx: Tx, actor: Actor): Promise<Refusal | null> {
  const [session] = await tx
    .select({ freshAt: sessions.freshAt })
    .from(sessions)
    .where(eq(sessions.id, actor.sessionId));
  return judgeFresh(actor, session?.freshAt ?? new Date(0));
}

function judgeFresh(actor: Actor, freshAt: Date) {
  if (freshAt >= inSeconds(-freshSeconds)) return null;
  const back = encodeURIComponent(actor.key?.path ?? "/");
  return refuse("sign_in_again", { facts: { href: `/sign-in?again=1&next=${back}` } });
}

/** The names of up to three owners: whom to ask. */
async function whoCan(tx: Tx, actor: Actor) {
  const owners = await tx
    .select({ name: people.name })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.organisationId, actor.organisationId), eq(members.role, "owner")))
    .orderBy(members.createdAt)
    .limit(3);
  return owners.map(({ name }) => name).join(", ");
}
