import { asVisitor } from "@/db/client";
import { resets } from "@/db/schema";
import { networkOf } from "../client-address";
import { inSeconds, now } from "../clock";
import { env } from "../env";
import { type Limit, takeLimit } from "../limits/take-limit";
import { resetLetter } from "../mail/letters/accounts";
import { send } from "../mail/send";
import { done, type Result } from "../result";
import { makeLinkToken } from "../secrets";
import type { Visitor } from "./actor";
import { allow } from "./allow";
import { atLeast } from "./at-least";
import { findPerson } from "./find-person";
import { spendFormKey } from "./form-key";
import type { AskForResetInput } from "./input";
import { mayMail } from "./mail-limit";
import { tooMany } from "./too-many";

const lifeSeconds = 3600;
const perAddress: Limit = { name: "reset", max: 100, windowSeconds: 3600 };

/** Where the letter would go. The same for every address. */
export type AskForResetView = { email: string };

/**
 * Sends the link to set a new password, if the address has an account. Nobody else learns whether it has: the
 * answer is the same, and so is its time.
 */
export function askForReset(visitor: Visitor, input: AskForResetInput): Promise<Result<AskForResetView>> {
  return atLeast(200, async () => {
    const room = await takeLimit(perAddress, networkOf(visitor.address));
    if (!room.allowed) return tooMany(room.retryAfterSeconds);
    const person = await findPerson(input.email);
    const mayWrite = await mayMail(input.email, "reset");
    return asVisitor(async (tx) => {
      const refusal = await allow(tx, visitor, "ask for reset");
      if (refusal) return refusal;
      const stale = await spendFormKey(tx, visitor);
      if (stale) return stale;
      if (person && mayWrite) {
        const { token, hash } = makeLinkToken();
        const times = { createdAt: now(), expiresAt: inSeconds(lifeSeconds) };
        await tx.insert(resets).values({ tokenHash: hash, personId: person.id, ...times });
        const facts = { name: person.name, href: `${env().PUBLIC_URL}/reset/${token}` };
        await send(tx, person.email, (language) => resetLetter(language, facts));
      }
      return done({ email: input.email });
    });
  });
}
