import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asFounder, inOrganisation } from "@/db/client";
import { clients, events } from "@/db/schema";
import { makeActor, makeClient, rolledBack, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { now } from "../clock";
import { createClientForOthers } from "./create-client-for-others";
import { createClientForOthersInput } from "./input";
import { resumeAnyClient } from "./resume-any-client";
import { resumeClient } from "./resume-client";
import { suspendAnyClient } from "./suspend-any-client";
import { suspendClient } from "./suspend-client";

const reason = "Calls that look like a copy of the catalogue";

async function scene() {
  const [desk, owner] = [await makeActor({ kind: "operator" }), await makeActor({ kind: "partner" })];
  const client = await makeClient({ id: owner.organisationId });
  const offered = { client: [client.id] };
  const at = (actor: Actor, act: NonNullable<Actor["key"]>["act"]) => withFormKey(actor, { act, offered });
  const row = async () =>
    (await asFounder((tx) => tx.select().from(clients).where(eq(clients.id, client.id))))[0];
  return {
    owner,
    client,
    row,
    stop: () => suspendAnyClient(at(desk, "suspend any client"), { do: "suspend", reason }),
    start: () => resumeAnyClient(at(desk, "resume any client"), { do: "resume", reason: "Explained" }),
    ownStop: () => suspendClient(at(owner, "suspend client")),
    ownStart: () => resumeClient(at(owner, "resume client")),
  };
}

describe("a client that the operator suspended", () => {
  it(
    "is not its owner's to resume, and the refusal says whose",
    rolledBack(async () => {
      const s = await scene();
      await s.stop();
      expect(await s.ownStart()).toMatchObject({ code: "not_allowed", facts: { limit: "client_stopped" } });
      expect(await s.ownStop()).toMatchObject({ ok: true });
      expect(await s.row()).toMatchObject({ suspendReason: reason, operatorSuspendedAt: expect.any(Date) });
      const past = inOrganisation(s.owner, (tx) =>
        tx.update(clients).set({ suspendedAt: null }).where(eq(clients.id, s.client.id)),
      );
      await expect(past).rejects.toThrow();
      const types = (await asFounder((tx) => tx.select().from(events).orderBy(events.id))).map(
        ({ type }) => type,
      );
      expect(types).toEqual(["client.suspended"]);
    }),
  );

  it(
    "works again when the operator says so",
    rolledBack(async () => {
      const s = await scene();
      await s.stop();
      expect(await s.start()).toMatchObject({ ok: true });
      expect(await s.row()).toMatchObject({
        suspendedAt: null,
        suspendedBy: null,
        operatorSuspendedAt: null,
        suspendReason: null,
      });
    }),
  );

  it(
    "stays suspended where its owner had suspended it before, for the owner to resume",
    rolledBack(async () => {
      const s = await scene();
      await s.ownStop();
      await new Promise((resolve) => setTimeout(resolve, 5));
      await s.stop();
      expect(await s.start()).toMatchObject({ ok: true });
      expect(await s.row()).toMatchObject({
        suspendedAt: expect.any(Date),
        suspendedBy: s.owner.personId,
        operatorSuspendedAt: null,
      });
      expect(await s.ownStart()).toMatchObject({ ok: true });
      expect((await s.row())?.suspendedAt).toBeNull();
    }),
  );

  it(
    "is never the portal's own starter client, nor one that was deleted",
    rolledBack(async () => {
      const s = await scene();
      const set = (values: Partial<typeof clients.$inferInsert>) =>
        asFounder((tx) => tx.update(clients).set(values).where(eq(clients.id, s.client.id)));
      await set({ starterSince: now() });
      expect(await s.stop()).toMatchObject({ code: "not_found" });
      await set({ starterSince: null, deletedAt: now() });
      expect(await s.stop()).toMatchObject({ code: "not_found" });
    }),
  );
});

describe("a client that the operator makes for somebody", () => {
  it("may have a short clientId, and no other odd one", () => {
    const parse = (clientId: string) =>
      createClientForOthersInput.safeParse({ clientId, contactEmail: "a@b.test", reason }).success;
    for (const good of ["AKENEO", "ab", "A1", "x".repeat(80)]) expect(parse(good)).toBe(true);
    for (const bad of ["", "a", "1ab", "a-", "a  b", "é!", "x".repeat(81)]) expect(parse(bad)).toBe(false);
  });

  it(
    "has no secret, and its fold is taken from then on",
    rolledBack(async () => {
      const [desk, owner] = [await makeActor({ kind: "operator" }), await makeActor({ kind: "partner" })];
      const offered = { organisation: [owner.organisationId] };
      const make = (clientId: string) =>
        createClientForOthers(withFormKey(desk, { act: "create client for others", offered }), {
          clientId,
          contactEmail: owner.email,
          reason,
        });
      expect(await make("AKENEO")).toMatchObject({ ok: true });
      expect(await make("akene0")).toMatchObject({ code: "taken", fields: { clientId: "client_id_taken" } });
      const own = await makeActor({ kind: "operator" });
      const forDesk = withFormKey(desk, {
        act: "create client for others",
        offered: { organisation: [own.organisationId] },
      });
      expect(
        await createClientForOthers(forDesk, { clientId: "XY", contactEmail: "a@b.test", reason }),
      ).toMatchObject({
        code: "not_found",
      });
    }),
  );
});
