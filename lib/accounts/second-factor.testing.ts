import { sql } from "drizzle-orm";
import { now } from "../clock";
import { unseal } from "../secrets";
import { ask, withForm } from "./act.testing";
import type { Actor, Visitor } from "./actor";
import { beginSecondFactor } from "./begin-second-factor";
import { confirmSecondFactor } from "./confirm-second-factor";
import { hotp, stepAt } from "./totp";

type Person = Omit<Actor, keyof Visitor>;

/** The key that waits for its first code, or else the one that counts, as the app of its owner knows it. */
export async function keyOf(personId: string) {
  const [row] = await ask<{ sealed: string }>(
    sql`select coalesce(draft_sealed_key, sealed_key) as sealed from second_factors where person_id = ${personId}`,
  );
  return Buffer.from(unseal(row?.sealed ?? ""), "base64");
}

/**
 * What the app shows so many steps from now: the next step's code is good already, and is still unused after setting up
 * with this one's, however long that took.
 */
export async function codeOf(personId: string, steps = 1) {
  return hotp(await keyOf(personId), stepAt(now()) + steps);
}

/** Sets up a second factor for somebody, with the code of this moment; the recovery codes. */
export async function setUpSecondFactor(person: Person, passcode = "") {
  // An actor carries the key of a form of their own.
  const { personId, sessionId, organisationId, name, email } = person;
  const member = { personId, sessionId, organisationId, name, email };
  const begun = await beginSecondFactor(withForm(member, "begin second factor"), { passcode });
  if (!begun.ok) throw new Error(begun.code);
  const confirmed = await confirmSecondFactor(withForm(member, "confirm second factor"), {
    passcode: await codeOf(member.personId, 0),
  });
  if (!confirmed.ok) throw new Error(confirmed.code);
  return confirmed.view.codes;
}
