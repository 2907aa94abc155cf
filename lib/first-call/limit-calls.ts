import { networkOf } from "../client-address";
import { type Limit, takeLimit } from "../limits/take-limit";
import { type Refusal, refuse } from "../result";

const perPerson: Limit = { name: "first call person", max: 10, windowSeconds: 60 };
const perAddress: Limit = { name: "first call address", max: 60, windowSeconds: 60 };

/** Counts one first call of this person (none for a visitor) and address; `too_many` names the minutes to wait. */
export async function limitCalls({
  personId,
  address,
}: {
  personId?: string;
  address: string;
}): Promise<Refusal | null> {
  const taken = [];
  if (personId) taken.push(await takeLimit(perPerson, personId));
  if (taken.every(({ allowed }) => allowed)) taken.push(await takeLimit(perAddress, networkOf(address)));
  const full = taken.find(({ allowed }) => !allowed);
  if (!full) return null;
  return refuse("too_many", { facts: { minutes: String(Math.ceil(full.retryAfterSeconds / 60)) } });
}
