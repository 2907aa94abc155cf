import { asVisitor } from "@/db/client";
import { signUps } from "@/db/schema";
import { networkOf } from "../client-address";
import { inSeconds, now } from "../clock";
import { env } from "../env";
import type { Language } from "../language";
import { type Limit, takeLimit } from "../limits/take-limit";
import { knownAddressLetter, verifyLetter } from "../mail/letters/accounts";
import { send } from "../mail/send";
import { done, type Result } from "../result";
import { makeLinkToken } from "../secrets";
import type { Visitor } from "./actor";
import { allow } from "./allow";
import { findPerson } from "./find-person";
import { spendFormKey } from "./form-key";
import type { SignUpInput } from "./input";
import { mayMail } from "./mail-limit";
import { nextPath } from "./next-path";
import { tooMany } from "./too-many";

/** The terms a sign-up agreed to; a new text gets a new name. */
const termsVersion = "2026-01";
const lifeSeconds = 72 * 3600;
const perAddress: Limit = { name: "sign-up", max: 100, windowSeconds: 3600 };

/** Where the letter went. The same for every address. */
export type SignUpView = { email: string };

/**
 * Stores a pending sign-up and sends one letter: the link that finishes it, or to the owner of a known address a
 * note that there is an account. Answer and work are the same for both. No account exists before the link is used.
 * Either link keeps `next`, the path of this portal to go on with.
 */
export async function signUp(visitor: Visitor, input: SignUpInput): Promise<Result<SignUpView>> {
  const room = await takeLimit(perAddress, networkOf(visitor.address));
  if (!room.allowed) return tooMany(room.retryAfterSeconds);
  const person = await findPerson(input.email);
  const mayWrite = await mayMail(input.email, person ? "known-address" : "verify");

  return asVisitor(async (tx) => {
    const refusal = await allow(tx, visitor, "sign up");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, visitor);
    if (stale) return stale;
    if (mayWrite) {
      const { token, hash } = makeLinkToken();
      const { email, kind, companyName, name } = input;
      const next = nextPath(input.next, "");
      const query = next && `?${new URLSearchParams({ next })}`;
      const { language } = visitor;
      const times = { createdAt: now(), expiresAt: inSeconds(lifeSeconds) };
      // Stored for a known address too, where nobody ever gets the token: the same work, so the same time.
      await tx
        .insert(signUps)
        .values({ tokenHash: hash, email, kind, companyName, name, language, termsVersion, ...times });
      const at = env().PUBLIC_URL;
      const write = (language: Language) =>
        person
          ? knownAddressLetter(language, {
              name: person.name,
              signIn: `${at}/sign-in${query}`,
              reset: `${at}/reset`,
            })
          : verifyLetter(language, { name, companyName, href: `${at}/verify/${token}${query}` });
      await send(tx, person?.email ?? email, write, language);
    }
    return done({ email: input.email });
  });
}
