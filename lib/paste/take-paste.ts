import { asVisitor, inOrganisation } from "@/db/client";
import type { Actor, Visitor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { networkOf } from "../client-address";
import { noteAnswer } from "../last-refusal";
import { type Limit, takeLimit } from "../limits/take-limit";
import { done, type Refusal, type Result, refuse } from "../result";
import type { PasteInput } from "./input";
import { lookInto } from "./look-into";

const perPerson: Limit = { name: "paste person", max: 30, windowSeconds: 60 };
const perAddress: Limit = { name: "paste address", max: 30, windowSeconds: 60 };

/** The page around the form shows the answer, and is drawn in the same request. */
type Shown = { isFrameStale: true };

/** Looks into what a member pasted; of their own organisation's clients, secrets and links more is said. */
export async function readPasteAsMember(actor: Actor, { content }: PasteInput): Promise<Result<Shown>> {
  const refusal =
    (await inOrganisation(actor, (tx) => allow(tx, actor, "read paste"))) ??
    (await limitPastes(perPerson, actor.personId));
  if (refusal) return refusal;
  noteAnswer(await lookInto(content, (question) => inOrganisation(actor, question)));
  return done({ isFrameStale: true });
}

/** The same for somebody who is not signed in: what the text itself says, and nothing more. */
export async function readPasteAsVisitor(visitor: Visitor, { content }: PasteInput): Promise<Result<Shown>> {
  const refusal =
    (await asVisitor((tx) => allow(tx, visitor, "read paste as visitor"))) ??
    (await limitPastes(perAddress, networkOf(visitor.address)));
  if (refusal) return refusal;
  noteAnswer(await lookInto(content));
  return done({ isFrameStale: true });
}

async function limitPastes(limit: Limit, key: string): Promise<Refusal | null> {
  const { allowed, retryAfterSeconds } = await takeLimit(limit, key);
  if (allowed) return null;
  return refuse("too_many", { facts: { minutes: String(Math.ceil(retryAfterSeconds / 60)) } });
}
