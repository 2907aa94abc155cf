import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clients, deliveries, endpoints, events, mails } from "@/db/schema";
import { makeActor, makeClient, ownDatabase, rolledBack, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import type { Right } from "../accounts/rights";
import { now } from "../clock";
import { env } from "../env";
import type { Result } from "../result";
import { makeDelivery, makeEndpoint } from "../webhooks/endpoint.testing";
import { addEndpoint } from "./add-endpoint";
import { enableEndpoint } from "./enable-endpoint";
import { addEndpointInput } from "./endpoint-input";
import { removeEndpoint } from "./remove-endpoint";
import { replayDelivery } from "./replay-delivery";
import { switchPortalApi } from "./switch-portal-api";
import { testEndpoint } from "./test-endpoint";

type Scene = { clientRowId: string; endpointId: string; deliveryId: string };
type Act = {
  name: string;
  right: Right;
  run: (actor: Actor, s: Scene) => Promise<Result<unknown>>;
  event: string;
  /** How often the change is in the database. */
  effects: (s: Scene) => Promise<number>;
  /** The client has no endpoint yet. */
  bare?: true;
  disabled?: true;
};

const address = "https://hooks.partner.com/in?key=of-the-partner";
const wanted = { do: "webhook" as const, url: address, events: ["link.created" as const] };
const endpointsOf = (s: Scene) =>
  asFounder((tx) => tx.select().from(endpoints).where(eq(endpoints.clientRowId, s.clientRowId)));
const deliveryOf = async (s: Scene) =>
  (await asFounder((tx) => tx.select().from(deliveries).where(eq(deliveries.id, s.deliveryId))))[0];

const acts: Act[] = [
  {
    name: "addEndpoint",
    right: "add endpoint",
    run: (actor) => addEndpoint(actor, wanted),
    event: "endpoint.added",
    effects: async (s) => (await endpointsOf(s)).length,
    bare: true,
  },
  {
    name: "removeEndpoint",
    right: "remove endpoint",
    run: removeEndpoint,
    event: "endpoint.removed",
    effects: async (s) => (await endpointsOf(s)).filter(({ removedAt }) => removedAt).length,
  },
  {
    name: "enableEndpoint",
    right: "enable endpoint",
    run: enableEndpoint,
    event: "endpoint.enabled",
    effects: async (s) => (await endpointsOf(s)).filter(({ disabledAt }) => !disabledAt).length,
    disabled: true,
  },
  {
    name: "testEndpoint",
    right: "test endpoint",
    run: testEndpoint,
    event: "endpoint.tested",
    effects: async (s) =>
      (await asFounder((tx) => tx.select().from(deliveries).where(eq(deliveries.endpointId, s.endpointId))))
        .length - 1,
  },
  {
    name: "replayDelivery",
    right: "replay delivery",
    run: (actor, { deliveryId }) => replayDelivery(actor, { do: "resend", deliveryId }),
    event: "delivery.replayed",
    effects: async (s) => ((await deliveryOf(s))?.failedAt ? 0 : 1),
  },
  {
    name: "switchPortalApi",
    right: "switch portal API",
    run: (actor) => switchPortalApi(actor, { do: "portal_api", state: "on" }),
    event: "portal_api.on",
    effects: async (s) => {
      const [row] = await asFounder((tx) => tx.select().from(clients).where(eq(clients.id, s.clientRowId)));
      return row?.portalApiSince ? 1 : 0;
    },
  },
];

const formOf = (actor: Actor, act: Pick<Act, "right">, s: Scene) =>
  withFormKey(actor, { act: act.right, offered: { client: [s.clientRowId] } });

async function prepare(act: Act, over: Parameters<typeof makeActor>[0] = {}) {
  const owner = await makeActor({ kind: "partner" });
  const client = await makeClient({ id: owner.organisationId });
  const s: Scene = { clientRowId: client.id, endpointId: client.id, deliveryId: client.id };
  if (!act.bare) {
    const endpoint = await makeEndpoint(client, { disabledAt: act.disabled ? now() : null });
    s.endpointId = endpoint.id;
    s.deliveryId = (await makeDelivery(endpoint, { failedAt: now(), tries: 10 })).id;
  }
  const actor = await makeActor({ organisationId: owner.organisationId, ...over });
  return { s, owner, actor: formOf(actor, act, s) };
}

const everyEvent = () => asFounder((tx) => tx.select().from(events).orderBy(events.id));

describe.each(acts)("$name", (act) => {
  it(
    "does it, leaves one event, and nothing stored holds the key or the address",
    rolledBack(async () => {
      const { s, actor } = await prepare(act, { role: "editor" });
      const result = await act.run(actor, s);
      expect(result).toMatchObject({ ok: true });
      expect(await act.effects(s)).toBe(1);
      const written = await everyEvent();
      expect(written.map(({ type, actorPersonId }) => [type, actorPersonId])).toEqual([
        [act.event, actor.personId],
      ]);
      const { key = "whsec_" } = (result as { view: { key?: string } }).view;
      const letters = await asFounder((tx) => tx.select().from(mails));
      const stored = JSON.stringify([written, letters, await endpointsOf(s)]);
      expect(stored).not.toContain(key);
      expect(JSON.stringify(written)).not.toContain("of-the-partner");
    }),
  );

  it(
    "refuses who is not an editor there, and changes nothing",
    rolledBack(async () => {
      const { s, owner, actor: viewer } = await prepare(act, { role: "viewer" });
      const before = await act.effects(s);
      const refused = { ok: false, code: "not_allowed", facts: { who: owner.name } };
      expect(await act.run(viewer, s)).toMatchObject(refused);
      const stranger = formOf(await makeActor({ kind: "partner" }), act, s);
      expect(await act.run(stranger, s)).toMatchObject({ ok: false, code: "not_found" });
      const keyless = await makeActor({ organisationId: owner.organisationId });
      expect((await act.run(keyless, s)).ok).toBe(false);
      const mistaken = withFormKey(keyless, { act: "sign out", offered: { client: [s.clientRowId] } });
      expect(await act.run(mistaken, s)).toMatchObject({ ok: false, code: "stale" });
      expect(await act.effects(s)).toBe(before);
      expect(await everyEvent()).toEqual([]);
    }),
  );

  it(
    "refuses a seller, whose client has nobody to be told about",
    rolledBack(async () => {
      const seller = await makeActor({ kind: "seller" });
      const client = await makeClient({ id: seller.organisationId });
      const s = { clientRowId: client.id, endpointId: client.id, deliveryId: client.id };
      const result = await act.run(formOf(seller, act, s), s);
      expect(result).toMatchObject({ ok: false, code: "not_allowed" });
      expect(await everyEvent()).toEqual([]);
    }),
  );

  it(
    "is harmless when repeated with the same form",
    rolledBack(async () => {
      const { s, actor } = await prepare(act);
      expect((await act.run(actor, s)).ok).toBe(true);
      const again = await act.run(actor, s);
      expect(["stale", "limit", "not_found"]).toContain(again.ok ? "" : again.code);
      expect(await act.effects(s)).toBe(1);
      expect(await everyEvent()).toHaveLength(1);
    }),
  );
});

describe("when it is done at once", () => {
  beforeAll(async () => {
    await ownDatabase();
  });

  it.each(acts)("$name with one form sent ten times has one winner", async (act) => {
    const { s, actor } = await prepare(act);
    const results = await Promise.all(Array.from({ length: 10 }, () => act.run(actor, s)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await act.effects(s)).toBe(1);
  });

  it("ten people adding an endpoint: one gets it, the others are told of the limit", async () => {
    const act = acts[0] as Act;
    const { s, owner } = await prepare(act);
    const people = await Promise.all(
      Array.from({ length: 10 }, () => makeActor({ organisationId: owner.organisationId })),
    );
    const results = await Promise.all(people.map((actor) => act.run(formOf(actor, act, s), s)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === "limit")).toHaveLength(9);
    expect(await endpointsOf(s)).toHaveLength(1);
  });
});

describe("an address", () => {
  it(
    "that the guard refuses is said at its field, with the rule, and nothing is made",
    rolledBack(async () => {
      const act = acts[0] as Act;
      const { s, actor } = await prepare(act);
      const cases = {
        "http://hooks.partner.com/": "url_not_https",
        "https://hooks.partner.com:8443/": "url_port",
        "https://me:pass@hooks.partner.com/": "url_userinfo",
        "https://169.254.169.254/latest": "url_ip_literal",
        "https://metadata.google.internal/": "url_not_public",
        "https://localhost/": "url_not_public",
        "hooks.partner.com": "url_malformed",
      };
      for (const [url, code] of Object.entries(cases)) {
        const result = await addEndpoint(actor, { ...wanted, url });
        expect(result).toMatchObject({ ok: false, code: "invalid", fields: { url: code } });
      }
      expect(await endpointsOf(s)).toEqual([]);
      // The form can still be sent: nothing used its key up.
      expect(await act.run(actor, s)).toMatchObject({ ok: true });
    }),
  );

  it(
    "is looked up twenty times an hour at most; what its letters refuse is not counted",
    rolledBack(async () => {
      const act = acts[0] as Act;
      const { s, actor } = await prepare(act);
      const add = (url: string) => addEndpoint(formOf(actor, act, s), { ...wanted, url });
      for (let n = 0; n < 20; n++) await add("https://hooks.partner.com/in");
      expect(await add("https://hooks.partner.com/in")).toMatchObject({ ok: false, code: "too_many" });
      expect(await add("https://10.0.0.1/")).toMatchObject({ code: "invalid" });
    }),
  );

  it(
    "on this machine is taken only where the deployment says so",
    rolledBack(async () => {
      const { actor } = await prepare(acts[0] as Act);
      const local = { ...wanted, url: "http://localhost:4711/in" };
      expect((await addEndpoint(actor, local)).ok).toBe(false);
      Object.assign(env(), { WEBHOOK_ALLOW_PRIVATE: "1" });
      const result = await addEndpoint(actor, local);
      Object.assign(env(), { WEBHOOK_ALLOW_PRIVATE: undefined });
      expect(result).toMatchObject({ ok: true, view: { key: expect.stringMatching(/^whsec_[\w+/]{43}=$/) } });
    }),
  );
});

describe("the form's events", () => {
  const read = (text: string) =>
    addEndpointInput.safeParse({ do: "webhook", url: address, events: text }).data?.events;
  it("come as a list in any order, each once", () => {
    expect(read("link.ended, link.created,link.ended")).toEqual(["link.created", "link.ended"]);
  });
  it.each(["", " , ", "link.created,link.deleted", "webhook.test"])("%j is refused", (text) => {
    expect(read(text)).toBeUndefined();
  });
});

it(
  "a test is sent ten times a minute at most",
  rolledBack(async () => {
    const act = acts[3] as Act;
    const { s, actor } = await prepare(act);
    for (let n = 0; n < 10; n++) expect(await act.run(formOf(actor, act, s), s)).toMatchObject({ ok: true });
    expect(await act.run(formOf(actor, act, s), s)).toMatchObject({ ok: false, code: "too_many" });
  }),
);
