import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { secrets } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { inSeconds, now } from "../clock";
import type { Language } from "../language";
import { type LimitName, type Refusal, refuse } from "../result";
import type { Overlap } from "./input";
import { insertSecret, listLiveSecrets } from "./insert-secret";
import { tellContact } from "./tell-contact";

/** Who asks for it: a person on the client's page, or the client itself by the portal API. */
type Maker = {
  organisationId: string;
  personId: string | null;
  name: string;
  requestId: string;
  language: Language;
};
type Client = { id: string; clientId: string; contactEmail: string };

/** A secret just made, and when the older one stops working; null where there was none. */
export type NextSecret = { id: string; secret: string; madeAt: Date; oldEndsAt: Date | null };

const overlapSeconds: Record<Overlap, number> = {
  "0": 0,
  "1h": 3600,
  "24h": 86_400,
  "7d": 604_800,
  "30d": 2_592_000,
};

/** An overlap may shorten the life of an older secret, never lengthen it. */
const soonest = (a: Date | null, b: Date) => (a && a < b ? a : b);

/**
 * Makes a new secret of a client whose row the caller's transaction holds; an older live one keeps working for the
 * overlap, at most two at a time. Writes its event and tells the contact.
 */
export async function makeNextSecret(
  tx: Tx,
  maker: Maker,
  client: Client,
  overlap: Overlap,
  label: string,
): Promise<{ ok: true; view: NextSecret } | Refusal> {
  const live = await listLiveSecrets(tx, client.id);
  if (live.length >= 2) return refuse("limit", { facts: { limit: "two_secrets" satisfies LimitName } });
  const [old] = live;
  const oldEndsAt = old ? soonest(old.endsAt, inSeconds(overlapSeconds[overlap])) : null;
  if (old && overlap === "0") {
    await tx
      .update(secrets)
      .set({ retiredAt: now(), retiredBy: maker.personId })
      .where(eq(secrets.id, old.id));
  } else if (old) {
    await tx
      .update(secrets)
      .set({ endsAt: oldEndsAt })
      .where(and(eq(secrets.id, old.id), isNull(secrets.retiredAt)));
  }
  const made = await insertSecret(tx, maker, client, label);
  const data = { secretId: made.id, hint: made.secret.slice(-4), overlap: old ? overlap : null };
  const { organisationId } = maker;
  await recordEvent(tx, maker, { type: "secret.added", organisationId, clientRowId: client.id, data });
  await tellContact(tx, maker, client, "secret-added");
  return { ok: true, view: { ...made, oldEndsAt } };
}
