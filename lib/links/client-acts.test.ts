import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clients, events, mails, members, secrets, sellerLinks, sessions } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeLink,
  makeSecret,
  makeSeller,
  ownDatabase,
  rolledBack,
  withFormKey,
} from "@/db/testing";
import type { Actor } from "../accounts/actor";
import type { Right } from "../accounts/rights";
import { addSecret } from "../clients/add-secret";
import { createClient } from "../clients/create-client";
import { resumeClient } from "../clients/resume-client";
import { retireSecret } from "../clients/retire-secret";
import { suspendClient } from "../clients/suspend-client";
import { now } from "../clock";
import type { Result } from "../result";
import { createLinkedClient } from "./create-linked-client";
import { deleteClient } from "./delete-client";
import { linkOwnClient } from "./link-own-client";
import { unlinkClient } from "./unlink-client";

/** A seller's organisation with one account, one client with one secret, and a link between them. */
async function scene(actor: Actor) {
  const seller = await makeSeller({ id: actor.organisationId });
  const spare = await makeSeller({ id: actor.organisationId });
  const client = await makeClient({ id: actor.organisationId });
  const { row: secret, secret: plain } = await makeSecret(client);
  const link = await makeLink(client, seller);
  return { seller, spare, client, secret, plain, link };
}
type Scene = Awaited<ReturnType<typeof scene>>;

type Act = {
  name: string;
  right: Right;
  /** What its page offers. */
  offered: (s: Scene) => Record<string, string[]>;
  run: (actor: Actor, s: Scene) => Promise<Result<unknown>>;
  event: string;
  /** How often the change is in the database, counted the act's own way. */
  effects: (s: Scene) => Promise<number>;
  suspended?: true;
};

const about = (s: Scene) => ({ client: [s.client.id] });
const newClient = {
  clientId: "brand-new-client",
  contactEmail: "a@b.test",
  purpose: "",
  terms: "on" as const,
};
const count = async <T>(read: (tx: Parameters<Parameters<typeof asFounder>[0]>[0]) => Promise<T[]>) =>
  (await asFounder(read)).length;
const rowOf = async (s: Scene) =>
  (await asFounder((tx) => tx.select().from(clients).where(eq(clients.id, s.client.id))))[0];

const acts: Act[] = [
  {
    name: "createLinkedClient",
    right: "create linked client",
    offered: (s) => ({ sellerId: [String(s.seller.sellerId)] }),
    run: (actor, s) => createLinkedClient(actor, { ...newClient, sellerId: s.seller.sellerId }),
    event: "client.created",
    effects: () => count((tx) => tx.select().from(clients).where(eq(clients.clientId, newClient.clientId))),
  },
  {
    name: "createClient",
    right: "create client",
    offered: () => ({}),
    run: (actor) => createClient(actor, newClient),
    event: "client.created",
    effects: () => count((tx) => tx.select().from(clients).where(eq(clients.clientId, newClient.clientId))),
  },
  {
    name: "addSecret",
    right: "add secret",
    offered: about,
    run: (actor) => addSecret(actor, { overlap: "24h", label: "" }),
    event: "secret.added",
    effects: (s) =>
      count((tx) => tx.select().from(secrets).where(eq(secrets.clientRowId, s.client.id))).then((n) => n - 1),
  },
  {
    name: "retireSecret",
    right: "retire secret",
    offered: about,
    run: (actor, s) => retireSecret(actor, { secretId: s.secret.id, cut: "on" }),
    event: "secret.retired",
    effects: async (s) => ((await rowOf(s))?.tokensNotBefore ? 1 : 0),
  },
  {
    name: "suspendClient",
    right: "suspend client",
    offered: about,
    run: (actor) => suspendClient(actor),
    event: "client.suspended",
    effects: async (s) => ((await rowOf(s))?.suspendedAt ? 1 : 0),
  },
  {
    name: "resumeClient",
    right: "resume client",
    offered: about,
    run: (actor) => resumeClient(actor),
    event: "client.resumed",
    effects: async (s) => ((await rowOf(s))?.suspendedAt ? 0 : 1),
    suspended: true,
  },
  {
    name: "deleteClient",
    right: "delete client",
    offered: about,
    run: (actor, s) => deleteClient(actor, { typedClientId: s.client.clientId, endLinks: "on" }),
    event: "client.deleted",
    effects: async (s) => ((await rowOf(s))?.deletedAt ? 1 : 0),
  },
  {
    name: "linkOwnClient",
    right: "link own client",
    offered: (s) => ({ client: [s.client.id], sellerId: [String(s.spare.sellerId)] }),
    run: (actor, s) => linkOwnClient(actor, { sellerId: s.spare.sellerId }),
    event: "link.created",
    effects: (s) =>
      count((tx) => tx.select().from(sellerLinks).where(eq(sellerLinks.sellerId, s.spare.sellerId))),
  },
  {
    name: "unlinkClient",
    right: "unlink client",
    offered: (s) => ({ linkId: [s.link.id] }),
    run: (actor, s) => unlinkClient(actor, { linkId: s.link.id, reason: "switching", when: "now" }),
    event: "link.ended",
    effects: async (s) => {
      const [row] = await asFounder((tx) =>
        tx.select().from(sellerLinks).where(eq(sellerLinks.id, s.link.id)),
      );
      return row?.unlinkedAt ? 1 : 0;
    },
  },
];

async function prepare(act: Act, over: Parameters<typeof makeActor>[0] = {}) {
  const owner = await makeActor();
  const s = await scene(owner);
  if (act.suspended)
    await asFounder((tx) =>
      tx.update(clients).set({ suspendedAt: now() }).where(eq(clients.id, s.client.id)),
    );
  const actor = await makeActor({ organisationId: owner.organisationId, ...over });
  return { s, owner, actor: withFormKey(actor, { act: act.right, offered: act.offered(s) }) };
}

const everyEvent = () => asFounder((tx) => tx.select().from(events).orderBy(events.id));

describe.each(acts)("$name", (act) => {
  it(
    "does it, leaves one event, and the event and the letters hold no secret",
    rolledBack(async () => {
      const { s, actor } = await prepare(act, { role: "editor" });
      const result = await act.run(actor, s);
      expect(result).toMatchObject({ ok: true });
      expect(await act.effects(s)).toBe(1);
      const written = await everyEvent();
      expect(written.filter(({ type }) => type === act.event)).toHaveLength(1);
      expect(written.every((event) => event.actorPersonId === actor.personId)).toBe(true);
      const stored = JSON.stringify([written, await asFounder((tx) => tx.select().from(mails))]);
      expect(stored).not.toContain("mps_test_");
      expect(stored).not.toContain(s.plain);
    }),
  );

  it(
    "refuses the wrong actor and changes nothing",
    rolledBack(async () => {
      const { s, owner, actor: viewer } = await prepare(act, { role: "viewer" });
      const before = await act.effects(s);
      expect(await act.run(viewer, s)).toMatchObject({
        ok: false,
        code: "not_allowed",
        facts: { who: owner.name },
      });

      // A stranger who carries a key of his own organisation with our ids in it finds nothing.
      const stranger = withFormKey(await makeActor(), { act: act.right, offered: act.offered(s) });
      if (act.name !== "createClient") {
        expect(await act.run(stranger, s)).toMatchObject({ ok: false, code: "not_found" });
      }
      // Somebody who was removed since the page was shown, and somebody who signed out.
      const removed = withFormKey(await makeActor({ organisationId: owner.organisationId }), {
        act: act.right,
        offered: act.offered(s),
      });
      await asFounder((tx) => tx.delete(members).where(eq(members.personId, removed.personId)));
      expect(await act.run(removed, s)).toMatchObject({ ok: false, code: "not_allowed" });
      const gone = withFormKey(await makeActor({ organisationId: owner.organisationId }), {
        act: act.right,
        offered: act.offered(s),
      });
      await asFounder((tx) =>
        tx.update(sessions).set({ endedAt: now() }).where(eq(sessions.personId, gone.personId)),
      );
      expect(await act.run(gone, s)).toMatchObject({ ok: false, code: "sign_in_again" });
      // An actor whose form carried no key, or one for something else.
      const keyless = await makeActor({ organisationId: owner.organisationId });
      expect((await act.run(keyless, s)).ok).toBe(false);
      const mistaken = withFormKey(keyless, { act: "sign out", offered: act.offered(s) });
      expect(await act.run(mistaken, s)).toMatchObject({ ok: false, code: "stale" });

      expect(await act.effects(s)).toBe(before);
      expect(await everyEvent()).toEqual([]);
    }),
  );

  it(
    "is harmless when repeated with the same form",
    rolledBack(async () => {
      const { s, actor } = await prepare(act);
      expect((await act.run(actor, s)).ok).toBe(true);
      const again = await act.run(actor, s);
      expect(again).toMatchObject({ ok: false });
      expect(["stale", "already_linked", "not_found"]).toContain(again.ok ? "" : again.code);
      expect(await act.effects(s)).toBe(1);
      expect((await everyEvent()).filter(({ type }) => type === act.event)).toHaveLength(1);
    }),
  );
});

describe("when two do it at once", () => {
  beforeAll(async () => {
    await ownDatabase();
  });
  afterAll(() => undefined);

  it.each(acts)("$name with one form sent ten times has one winner", async (act) => {
    const { s, actor } = await prepare(act);
    const results = await Promise.all(Array.from({ length: 10 }, () => act.run(actor, s)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await act.effects(s)).toBe(1);
    // The next act starts clean.
    await asFounder((tx) =>
      tx
        .update(clients)
        .set({ clientId: `x-${s.client.id}`, fold: `x-${s.client.id}` })
        .where(eq(clients.clientId, newClient.clientId)),
    );
  });

  it("two people choosing the same clientId: one gets it, the other gets suggestions", async () => {
    const key = { act: "create client" } as const;
    const people = await Promise.all([makeActor({ key }), makeActor({ key })]);
    const input = { ...newClient, clientId: "Contested-Name" };
    const results = await Promise.all(people.map((actor) => createClient(actor, input)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = results.find(({ ok }) => !ok);
    expect(lost).toMatchObject({ code: "taken", fields: { clientId: "client_id_taken" } });
    expect(lost && !lost.ok && lost.facts?.suggestions).toMatch(/^contested-name-/);
  });

  it("many making a secret at once never leave more than two live", async () => {
    const actor = await makeActor();
    const s = await scene(actor);
    const forms = Array.from({ length: 8 }, () =>
      withFormKey(actor, { act: "add secret", offered: about(s) }),
    );
    const results = await Promise.all(forms.map((form) => addSecret(form, { overlap: "7d", label: "" })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === "limit")).toHaveLength(7);
  });
});
