import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder, asOperator } from "@/db/client";
import { events, mails, namePermits } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeMember,
  makeOrganisation,
  ownDatabase,
  rolledBack,
  withFormKey,
} from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { newId } from "../id";
import { confirmName } from "./confirm-name";
import { proposeNameInput, withdrawNameInput } from "./desk-input";
import { makeAggregator } from "./desk-scene.testing";
import { judgeName } from "./judge-name";
import { listNamePermits } from "./list-name-permits";
import { proposeName } from "./propose-name";
import { withdrawName } from "./withdraw-name";

const name = "Cdiscount Labs";
const reason = "A letter of the brand's owner is here";

async function makeScene() {
  const [one, aggregator] = [await makeActor({ kind: "operator" }), await makeAggregator()];
  const two = await makeActor({ organisationId: one.organisationId, role: "editor" });
  const { clientId } = aggregator.client;
  return { one, two, ...aggregator, input: { organisation: clientId, name, reason } };
}

const propose = (actor: Actor, input: Parameters<typeof proposeName>[1]) =>
  proposeName(withFormKey(actor, { act: "propose name" }), input);
const beforeConfirm = (actor: Actor, id: string) =>
  withFormKey(actor, { act: "confirm name", offered: { permitId: [id] } });
const confirm = (form: Actor, permitId: string) => confirmName(form, { do: "accept", permitId });
const beforeWithdraw = (actor: Actor, id: string) =>
  withFormKey(actor, { act: "withdraw name", offered: { permitId: [id] } });
const withdraw = (form: Actor, permitId: string) =>
  withdrawName(form, { do: "withdraw", permitId, reason: "Their contract ended" });
const permits = () => asFounder((tx) => tx.select().from(namePermits).orderBy(namePermits.proposedAt));
const firstId = async () => (await permits())[0]?.id ?? "";
const judged = (actor: Actor) => asOperator((tx) => judgeName(tx, actor.organisationId, name));
const types = async () =>
  (await asFounder((tx) => tx.select().from(events).orderBy(events.id))).map(({ type }) => type);

describe("a protected name", () => {
  it(
    "takes two persons, is told to both sides, and can be taken back",
    rolledBack(async () => {
      const { one, two, owner, input } = await makeScene();
      expect(await judged(owner)).toBe("name_protected");
      expect(await propose(one, input)).toMatchObject({ view: { goTo: "/operator/names?done=proposed" } });
      const id = await firstId();
      expect(await judged(owner)).toBe("name_protected");
      expect(await asFounder((tx) => tx.select().from(mails))).toEqual([]);

      const own = await confirm(beforeConfirm(one, id), id);
      expect(own).toMatchObject({ code: "not_allowed", facts: { who: two.name } });
      const form = beforeConfirm(two, id);
      expect(await confirm(form, id)).toMatchObject({ view: { goTo: "/operator/names?done=confirmed" } });
      expect(await confirm(form, id)).toMatchObject({ code: "stale" });
      expect(await confirm(beforeConfirm(two, id), id)).toMatchObject({ code: "stale" });
      expect(await judged(owner)).toBeNull();
      expect(await listNamePermits()).toMatchObject({
        deciders: 2,
        permits: [{ state: "confirmed", proposedBy: one.name, confirmedBy: two.name, reason }],
      });

      const end = beforeWithdraw(one, id);
      expect(await withdraw(end, id)).toMatchObject({ ok: true });
      expect(await withdraw(end, id)).toMatchObject({ code: "stale" });
      expect(await withdraw(beforeWithdraw(one, id), id)).toMatchObject({ code: "stale" });
      expect(await judged(owner)).toBe("name_protected");
      expect(await types()).toEqual(["name.proposed", "name.confirmed", "name.withdrawn"]);
      const told = await asFounder((tx) =>
        tx
          .select()
          .from(events)
          .where(eq(events.otherOrganisationId, owner.organisationId))
          .orderBy(events.id),
      );
      expect(told.map(({ organisationId }) => organisationId)).toEqual(Array(3).fill(one.organisationId));
      const letters = await asFounder((tx) => tx.select().from(mails));
      expect(letters).toMatchObject(Array(2).fill({ recipient: owner.email, kind: "name-permit" }));
    }),
  );

  it(
    "is proposed once, and again after it was withdrawn; of a mere proposal nobody is told",
    rolledBack(async () => {
      const { one, two, input } = await makeScene();
      await propose(one, input);
      for (const again of [input, { ...input, name: "CDISCOUNT-labs" }])
        expect(await propose(two, again)).toMatchObject({ code: "taken", fields: { name: "bad_choice" } });
      const id = await firstId();
      expect(await withdraw(beforeWithdraw(two, id), id)).toMatchObject({ ok: true });
      expect(await asFounder((tx) => tx.select().from(mails))).toEqual([]);
      expect(await confirm(beforeConfirm(two, id), id)).toMatchObject({ code: "stale" });
      expect(await propose(two, input)).toMatchObject({ ok: true });
      expect(await permits()).toHaveLength(2);
    }),
  );

  it(
    "is the operator's alone, of what the page offered, and for exactly one aggregator",
    rolledBack(async () => {
      const { one, two, owner, input } = await makeScene();
      await propose(one, input);
      const id = await firstId();
      const other = { ...input, name: "Octopia Tools" };
      for (const actor of [owner, await makeActor(), await makeActor({ kind: "operator", role: "viewer" })]) {
        expect(await propose(actor, other)).toMatchObject({ code: "not_allowed" });
        expect(await confirm(beforeConfirm(actor, id), id)).toMatchObject({ code: "not_allowed" });
        expect(await withdraw(beforeWithdraw(actor, id), id)).toMatchObject({ code: "not_allowed" });
      }
      const gone = newId();
      for (const offered of [id, gone]) {
        const code = { code: "not_found" };
        expect(await confirm(beforeConfirm(two, offered), gone)).toMatchObject(code);
      }
      expect(await withdraw(beforeWithdraw(two, id), gone)).toMatchObject({ code: "not_found" });

      const partner = await makeOrganisation({ kind: "partner" });
      const { clientId } = await makeClient(partner);
      for (const organisation of [clientId, "nobody", "nobody@people.test"])
        expect(await propose(one, { ...other, organisation })).toMatchObject({
          code: "not_found",
          fields: { organisation: "bad_choice" },
        });
      expect(await propose(one, { ...other, organisation: owner.email.toUpperCase() })).toMatchObject({
        ok: true,
      });
      await makeMember({ id: owner.personId }, await makeOrganisation({ kind: "aggregator" }));
      const third = { ...input, name: "Octopia Cargo", organisation: owner.email };
      expect(await propose(one, third)).toMatchObject({ code: "not_found" });
      expect(await propose(one, { ...other, name: "Oct\u200bopia" })).toMatchObject({
        fields: { name: "name_characters" },
      });
    }),
  );

  it("wants a name and a reason", () => {
    const read = (over: object) =>
      proposeNameInput.safeParse({ organisation: "a", name: "b", reason: "c", ...over }).success;
    expect(read({})).toBe(true);
    for (const over of [{ name: "" }, { reason: " " }, { organisation: "" }, { name: "x".repeat(61) }])
      expect(read(over)).toBe(false);
    const end = { do: "withdraw", permitId: newId(), reason: "" };
    expect(withdrawNameInput.safeParse(end).success).toBe(false);
  });
});

describe("at the same moment", () => {
  beforeAll(() => ownDatabase());

  it("a name is proposed once, and confirmed or withdrawn in one order that holds", async () => {
    const { one, two, owner, input } = await makeScene();
    const proposed = await Promise.all([propose(one, input), propose(one, input), propose(one, input)]);
    expect(proposed.filter(({ ok }) => ok)).toHaveLength(1);
    const id = await firstId();
    const [confirmed] = await Promise.all([
      confirm(beforeConfirm(two, id), id),
      withdraw(beforeWithdraw(one, id), id),
    ]);
    const [permit] = await permits();
    expect(permit?.confirmedAt !== null).toBe(confirmed.ok);
    expect(permit?.withdrawnAt).toBeInstanceOf(Date);
    expect(await judged(owner)).toBe("name_protected");
    expect((await types()).filter((type) => type === "name.confirmed")).toHaveLength(confirmed.ok ? 1 : 0);
  });

  it("two persons who confirm at once make one event", async () => {
    const { one, two, input } = await makeScene();
    const three = await makeActor({ organisationId: one.organisationId });
    await propose(one, { ...input, name: "Octopia Works" });
    const id = (await permits()).at(-1)?.id ?? "";
    const before = (await types()).length;
    const done = await Promise.all([two, three].map((actor) => confirm(beforeConfirm(actor, id), id)));
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done.find(({ ok }) => !ok)).toMatchObject({ code: "stale" });
    expect((await types()).slice(before)).toEqual(["name.confirmed"]);
  });
});
