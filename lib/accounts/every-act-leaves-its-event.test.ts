import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inOrganisation } from "@/db/client";
import { makeActor, makeClient, rolledBack, withFormKey } from "@/db/testing";
import { recordEvent } from "../audit/record-event";
import { done } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { type Right, rights } from "./rights";
import { rightsWithoutEvent } from "./rights-without-event.testing";

const root = resolve(import.meta.dirname, "../..");
const tests = ["lib", "worker", "app", "sandbox"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(test|testing)\.tsx?$/.test(file) && !file.startsWith("desk/rights-held-elsewhere"))
    .map((file) => readFileSync(join(root, folder, file), "utf8")),
);

/** An act that changes a client, with or without its event. */
const change = (actor: Actor, right: Right, clientId: string, type?: "client.suspended") =>
  inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, withFormKey(actor, { act: right }), right);
    if (refusal) return refusal;
    await tx.execute(sql`update clients set purpose = purpose || '.' where id = ${clientId}`);
    if (type)
      await recordEvent(tx, actor, { type, organisationId: actor.organisationId, clientRowId: clientId });
    return done({});
  });

describe("every act of every test is watched", () => {
  it(
    "one that changes something and leaves no event fails, whoever wrote the test",
    rolledBack(async () => {
      const actor = await makeActor();
      const { id } = await makeClient({ id: actor.organisationId });
      expect(await change(actor, "suspend client", id, "client.suspended")).toMatchObject({ ok: true });
      await expect(change(actor, "suspend client", id)).rejects.toThrow(
        '"suspend client" changed clients and left no event',
      );
      expect(await change(actor, "show organisation", id)).toMatchObject({ ok: true });
    }),
  );

  it("there is a test that does it, for every right that must leave an event", () => {
    const text = tests.join("\n");
    const undone = Object.keys(rights).filter(
      (right) => !(right in rightsWithoutEvent) && !text.includes(`"${right}"`),
    );
    expect(undone).toEqual([]);
  });

  it("those that need none are rights of the table, few, and each says why", () => {
    const without = Object.entries(rightsWithoutEvent);
    expect(without.filter(([right, why]) => !(right in rights) || why.length < 20)).toEqual([]);
    expect(without.length).toBeLessThanOrEqual(14);
  });
});
