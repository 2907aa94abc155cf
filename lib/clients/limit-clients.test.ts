import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clients } from "@/db/schema";
import { makeActor, makeClient, rolledBack, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { now } from "../clock";
import { env } from "../env";
import { takeLimit } from "../limits/take-limit";
import { createClient } from "./create-client";

const make = (actor: Actor, clientId: string) => {
  const input = { clientId, contactEmail: "a@b.test", purpose: "", terms: "on" as const };
  return createClient(withFormKey(actor, { act: "create client" }), input);
};
const used = (actor: Actor, count: number) =>
  Promise.all(
    Array.from({ length: count }, () =>
      takeLimit({ name: "clients", max: 20, windowSeconds: 86_400 }, actor.organisationId),
    ),
  );
const idsOf = async (actor: Actor) =>
  (
    await asFounder((tx) => tx.select().from(clients).where(eq(clients.organisationId, actor.organisationId)))
  ).map(({ clientId }) => clientId);

it(
  "lets an organisation that nobody reviewed make twenty clients a day, and refuses the next with the time to wait",
  rolledBack(async () => {
    const [actor, other] = [await makeActor({ kind: "aggregator" }), await makeActor({ kind: "partner" })];
    await used(actor, 19);
    expect(await make(actor, "the-twentieth")).toMatchObject({ ok: true });
    const over = await make(actor, "one-too-many");
    expect(over).toMatchObject({ code: "too_many", facts: { minutes: expect.stringMatching(/^\d{3,4}$/) } });
    expect(await idsOf(actor)).toEqual(["the-twentieth"]);
    expect(await make(other, "of-another-one")).toMatchObject({ ok: true });
  }),
);

it(
  "counts what was made, not what was refused",
  rolledBack(async () => {
    const actor = await makeActor({ kind: "partner" });
    await used(actor, 19);
    await makeClient({ id: (await makeActor()).organisationId }, { clientId: "taken-by-others" });
    expect(await make(actor, "taken-by-others")).toMatchObject({ code: "taken" });
    expect(await make(actor, "still-some-room")).toMatchObject({ ok: true });
  }),
);

it(
  "does not hold up whoever has a reviewed client, a seller with its own, or anybody where limits are off",
  rolledBack(async () => {
    const [known, seller] = [await makeActor({ kind: "partner" }), await makeActor()];
    const stranger = await makeActor({ kind: "partner" });
    for (const actor of [known, seller, stranger]) await used(actor, 20);
    expect(await make(seller, "of-a-seller")).toMatchObject({ ok: true });
    await makeClient({ id: known.organisationId }, { reviewedAt: now() });
    expect(await make(known, "of-a-known-one")).toMatchObject({ ok: true });
    expect(await make(stranger, "of-a-stranger")).toMatchObject({ code: "too_many" });
    try {
      Object.assign(env(), { LIMITS: "off" });
      expect(await make(stranger, "of-a-stranger")).toMatchObject({ ok: true });
    } finally {
      Object.assign(env(), { LIMITS: "on" });
    }
  }),
);
