import { eq } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { people } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { done, type Result } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { spendFormKey } from "./form-key";
import type { ChangeLanguageInput } from "./input";

/** The page that says so, in the language it says. */
export type ChangeLanguageView = { goTo: string; forgetsLanguage: true; isFrameStale: true };

/**
 * Saves the actor's own language: that of their pages on every device, and of our letters to them. What was chosen in
 * this browser before gives way to it.
 */
export async function changeLanguage(
  actor: Actor,
  { language }: ChangeLanguageInput,
): Promise<Result<ChangeLanguageView>> {
  return asVisitor(async (tx) => {
    const refusal = await allow(tx, actor, "change language");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    await tx.update(people).set({ language }).where(eq(people.id, actor.personId));
    await recordEvent(tx, actor, {
      type: "person.language_changed",
      organisationId: null,
      data: { language },
    });
    return done({ goTo: "/account?spoken=1", forgetsLanguage: true, isFrameStale: true });
  });
}
