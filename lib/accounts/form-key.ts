import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { usedFormKeys } from "@/db/schema";
import { now } from "../clock";
import { env } from "../env";
import { type Refusal, refuse } from "../result";
import { hashToken, sameDigest } from "../secrets";
import type { Visitor } from "./actor";
import type { Right } from "./rights";

/** What a page promised when it rendered a form. Signed, so it needs no row until it is used. */
export type FormKey = {
  /** The right the form is for; no other act takes its key. */
  act: Right;
  /** The session, or before sign-in the browser, that the form was rendered for. */
  holder: string;
  organisationId: string;
  /** Where the form stands, so that a refusal can lead back to it. */
  path: string;
  /** Field -> the choices that were offered. */
  offered: Record<string, string[]>;
  madeAt: number;
  random: string;
};

/** Whether a form agrees to something: consent is given to what is on the screen now, and to no older page. */
export const isConsent = (act: Right) => act === "link client" || act === "link unreviewed client";

/** Any other form may wait until tomorrow. */
const lifeSeconds = (act: Right) => (isConsent(act) ? 600 : 86_400);

function sign(body: string) {
  const key = hkdfSync("sha256", env().SESSION_SECRET, "", "portal form key", 32);
  return createHmac("sha256", Buffer.from(key)).update(body).digest();
}

/** A key for one form on one page, as the text of its hidden field. */
export function makeFormKey(key: Omit<FormKey, "madeAt" | "random">) {
  const full: FormKey = { ...key, madeAt: now().getTime(), random: randomBytes(16).toString("base64url") };
  const body = Buffer.from(JSON.stringify(full)).toString("base64url");
  return `${body}.${sign(body).toString("base64url")}`;
}

/** The promise behind a hidden field's text, if this portal signed it; its age is not judged here. */
export function readFormKey(text: string): FormKey | null {
  const [body = "", signature = ""] = text.split(".");
  if (!sameDigest(sign(body), Buffer.from(signature, "base64url"))) return null;
  return JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as FormKey;
}

/** Whether a key still counts: ten minutes on consent, a day on every other form. */
export function isFormKeyAlive(key: FormKey) {
  return now().getTime() - key.madeAt < lifeSeconds(key.act) * 1000;
}

/**
 * Uses the form's key inside the act's own transaction: the first use wins, every later one is `stale` and names
 * when the first was and what it made (`facts.at`, `facts.subjectId`).
 */
export async function spendFormKey(tx: Tx, visitor: Visitor, subjectId?: string): Promise<Refusal | null> {
  if (!visitor.key) return refuse("stale");
  const hash = hashToken(visitor.key.random);
  const row = { hash, act: visitor.key.act, subjectId: subjectId ?? null };
  const inserted = await tx
    .insert(usedFormKeys)
    .values(row)
    .onConflictDoNothing()
    .returning({ at: usedFormKeys.usedAt });
  if (inserted.length > 0) return null;
  return (await findSpent(tx, visitor)) ?? refuse("stale", { facts: { at: "", subjectId: "" } });
}

/**
 * The answer to a form whose key was used before, in the words of `spendFormKey`; null where it was not. Asked before
 * something is locked, so that many presses of one button do not queue for what only the first of them changes.
 */
export async function findSpent(tx: Tx, visitor: Visitor): Promise<Refusal | null> {
  if (!visitor.key) return null;
  const hash = hashToken(visitor.key.random);
  const [first] = await tx.select().from(usedFormKeys).where(eq(usedFormKeys.hash, hash));
  if (!first) return null;
  const facts = { at: first.usedAt.toISOString(), subjectId: first.subjectId ?? "" };
  return refuse("stale", { facts });
}

/** Whether the form offered this choice; a value that was never offered is treated like an unknown one. */
export function wasOffered(visitor: Visitor, field: string, choice: string) {
  return visitor.key?.offered[field]?.includes(choice) ?? false;
}
