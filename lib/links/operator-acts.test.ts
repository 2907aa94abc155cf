import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asFounder, disconnect } from "@/db/client";
import { clients, events, mails, operatorNotes, organisations, sellerLinks, sellers } from "@/db/schema";
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
import { addStaffNote } from "../accounts/add-staff-note";
import { createSellerForOthers } from "../accounts/create-seller-for-others";
import { resumeOrganisation } from "../accounts/resume-organisation";
import type { Right } from "../accounts/rights";
import { suspendOrganisation } from "../accounts/suspend-organisation";
import { createClientForOthers } from "../clients/create-client-for-others";
import { resumeAnyClient } from "../clients/resume-any-client";
import { suspendAnyClient } from "../clients/suspend-any-client";
import { now } from "../clock";
import { newId } from "../id";
import type { Result } from "../result";
import { endAnyLink } from "./end-any-link";
import { linkForOthers } from "./link-for-others";

const reason = "Written complaint of 20 November";

/** A partner with a client and a secret, a shop with two accounts, one of them linked to it. */
async function scene() {
  const [partner, shop] = [await makeActor({ kind: "partner" }), await makeActor()];
  const client = await makeClient({ id: partner.organisationId });
  const { secret } = await makeSecret(client);
  const [seller, spare] = [
    await makeSeller({ id: shop.organisationId }),
    await makeSeller({ id: shop.organisationId }),
  ];
  const link = await makeLink(client, seller);
  return { partner, shop, client, secret, seller, spare, link };
}
type Scene = Awaited<ReturnType<typeof scene>>;

type Act = {
  name: string;
  right: Right;
  offered: (s: Scene) => Record<string, string[]>;
  /** The same with something that is not there. */
  missing: Record<string, string[]>;
  run: (actor: Actor, s: Scene) => Promise<Result<unknown>>;
  event: string;
  /** How often the change is in the database. */
  effects: (s: Scene) => Promise<number>;
  before?: (s: Scene) => Promise<unknown>;
  /** Who is told, where it is not the staff's own business. */
  told: (s: Scene) => string[];
  /** What a second operator with a form of his own is answered; those that make something make another. */
  second?: string;
};

const rows = {
  client: async (s: Scene) =>
    (await asFounder((tx) => tx.select().from(clients).where(eq(clients.id, s.client.id))))[0],
  partner: async (s: Scene) =>
    (
      await asFounder((tx) =>
        tx.select().from(organisations).where(eq(organisations.id, s.partner.organisationId)),
      )
    )[0],
};
const setClient = (s: Scene, values: Partial<typeof clients.$inferInsert>) =>
  asFounder((tx) => tx.update(clients).set(values).where(eq(clients.id, s.client.id)));
const setPartner = (s: Scene, values: Partial<typeof organisations.$inferInsert>) =>
  asFounder((tx) =>
    tx.update(organisations).set(values).where(eq(organisations.id, s.partner.organisationId)),
  );
const stopped = () => ({ suspendedAt: now(), operatorSuspendedAt: now(), suspendReason: reason });
const aboutPartner = (s: Scene) => ({ organisation: [s.partner.organisationId] });
const nowhere = newId();

const acts: Act[] = [
  {
    name: "suspendAnyClient",
    right: "suspend any client",
    offered: (s) => ({ client: [s.client.id] }),
    missing: { client: [nowhere] },
    run: (actor) => suspendAnyClient(actor, { do: "suspend", reason }),
    event: "client.suspended",
    effects: async (s) => ((await rows.client(s))?.operatorSuspendedAt ? 1 : 0),
    told: (s) => [s.partner.email, s.client.contactEmail],
    second: "stale",
  },
  {
    name: "resumeAnyClient",
    right: "resume any client",
    offered: (s) => ({ client: [s.client.id] }),
    missing: { client: [nowhere] },
    before: (s) => setClient(s, stopped()),
    run: (actor) => resumeAnyClient(actor, { do: "resume", reason }),
    event: "client.resumed",
    effects: async (s) => ((await rows.client(s))?.suspendedAt ? 0 : 1),
    told: (s) => [s.partner.email, s.client.contactEmail],
    second: "stale",
  },
  {
    name: "suspendOrganisation",
    right: "suspend organisation",
    offered: aboutPartner,
    missing: { organisation: [nowhere] },
    run: (actor) => suspendOrganisation(actor, { do: "suspend", reason }),
    event: "organisation.suspended",
    effects: async (s) => ((await rows.partner(s))?.suspendedAt ? 1 : 0),
    told: (s) => [s.partner.email],
    second: "stale",
  },
  {
    name: "resumeOrganisation",
    right: "resume organisation",
    offered: aboutPartner,
    missing: { organisation: [nowhere] },
    before: (s) => setPartner(s, { suspendedAt: now(), suspendReason: reason }),
    run: (actor) => resumeOrganisation(actor, { do: "resume", reason }),
    event: "organisation.resumed",
    effects: async (s) => ((await rows.partner(s))?.suspendedAt ? 0 : 1),
    told: (s) => [s.partner.email],
    second: "stale",
  },
  {
    name: "endAnyLink",
    right: "end any link",
    offered: (s) => ({ linkId: [s.link.id] }),
    missing: { linkId: [nowhere] },
    run: (actor, s) => endAnyLink(actor, { linkId: actor.key?.offered.linkId?.[0] ?? s.link.id, reason }),
    event: "link.ended",
    effects: async (s) => {
      const isIt = eq(sellerLinks.id, s.link.id);
      const [link] = await asFounder((tx) => tx.select().from(sellerLinks).where(isIt));
      return link?.unlinkedAt && link.reason === "operator" ? 1 : 0;
    },
    told: (s) => [s.client.contactEmail, s.shop.email],
    second: "stale",
  },
  {
    name: "linkForOthers",
    right: "link for others",
    offered: (s) => ({ seller: [String(s.spare.sellerId)] }),
    missing: { seller: ["999999999"] },
    run: (actor, s) => linkForOthers(actor, { clientId: s.client.clientId, reason }),
    event: "link.created",
    effects: async (s) => {
      const isIt = eq(sellerLinks.sellerId, s.spare.sellerId);
      const links = await asFounder((tx) => tx.select().from(sellerLinks).where(isIt));
      return links.filter(
        ({ via, sellerOrganisationId }) =>
          via === "operator" && sellerOrganisationId === s.shop.organisationId,
      ).length;
    },
    told: (s) => [s.client.contactEmail, s.shop.email],
    second: "already_linked",
  },
  {
    name: "createClientForOthers",
    right: "create client for others",
    offered: aboutPartner,
    missing: { organisation: [nowhere] },
    run: (actor) =>
      createClientForOthers(actor, { clientId: "AKENEO", contactEmail: "api@akeneo.test", reason }),
    event: "client.created",
    effects: async () =>
      (await asFounder((tx) => tx.select().from(clients).where(eq(clients.clientId, "AKENEO")))).length,
    told: (s) => [s.partner.email, "api@akeneo.test"],
    second: "taken",
  },
  {
    name: "createSellerForOthers",
    right: "create seller for others",
    offered: (s) => ({ organisation: [s.shop.organisationId] }),
    missing: { organisation: [nowhere] },
    run: (actor) =>
      createSellerForOthers(actor, { shopName: "Third shop", contactEmail: "third@shop.test", reason }),
    event: "seller.created",
    effects: async () =>
      (await asFounder((tx) => tx.select().from(sellers).where(eq(sellers.shopName, "Third shop")))).length,
    told: (s) => [s.shop.email, "third@shop.test"],
  },
  {
    name: "addStaffNote",
    right: "add staff note",
    offered: (s) => ({ subject: [s.client.id] }),
    missing: {},
    run: (actor) => addStaffNote(actor, { body: "Rang them up." }),
    event: "note.added",
    effects: async () => (await asFounder((tx) => tx.select().from(operatorNotes))).length,
    told: () => [],
  },
];

const all = (): Promise<(typeof events.$inferSelect)[]> =>
  asFounder((tx) => tx.select().from(events).orderBy(events.id));
const sorted = (list: string[]) => [...list].sort();

describe.each(acts)("$name", (act) => {
  async function prepare(over: Parameters<typeof makeActor>[0] = {}) {
    const s = await scene();
    await act.before?.(s);
    const actor = await makeActor({ kind: "operator", ...over });
    const atForm = (who: Actor, offered = act.offered(s)) => withFormKey(who, { act: act.right, offered });
    return { s, actor, atForm };
  }

  it(
    "does it, with one event that both sides see, its reason, and letters to those concerned",
    rolledBack(async () => {
      const { s, actor, atForm } = await prepare({ role: "editor" });
      expect(await act.run(atForm(actor), s)).toMatchObject({ ok: true });
      expect(await act.effects(s)).toBe(1);
      const [event, ...more] = await all();
      expect(more).toEqual([]);
      expect(event).toMatchObject({ type: act.event, actorPersonId: actor.personId });
      const letters = await asFounder((tx) => tx.select().from(mails));
      expect(sorted(letters.map(({ recipient }) => recipient))).toEqual(sorted(act.told(s)));
      const concerned = [s.partner.organisationId, s.shop.organisationId];
      const seenBy = [event?.organisationId, event?.otherOrganisationId];
      if (act.name === "addStaffNote") expect(seenBy).toEqual([actor.organisationId, null]);
      else {
        expect(event?.data).toMatchObject({ by: "operator", words: reason });
        expect(concerned.some((id) => seenBy.includes(id))).toBe(true);
      }
      if (act.event.startsWith("link.")) expect(sorted(seenBy.map(String))).toEqual(sorted(concerned));
      expect(JSON.stringify(event)).not.toContain(s.secret);
    }),
  );

  it(
    "is refused to everybody but the operator's editors and owners, and for what is not there",
    rolledBack(async () => {
      const { s, actor, atForm } = await prepare();
      const viewer = await makeActor({ role: "viewer", organisationId: actor.organisationId });
      const wrong = [viewer, s.partner, s.shop, await makeActor({ kind: "aggregator" })];
      for (const who of wrong) expect(await act.run(atForm(who), s)).toMatchObject({ code: "not_allowed" });
      const other = withFormKey(actor, { act: "bind seller", offered: act.offered(s) });
      expect(await act.run(other, s)).toMatchObject({ code: "stale" });
      expect(await act.run(atForm(actor, act.missing), s)).toMatchObject({ code: "not_found" });
      expect(await act.effects(s)).toBe(0);
      expect(await all()).toEqual([]);
    }),
  );

  it(
    "does nothing when it is sent again, and tells a second operator that he is late",
    rolledBack(async () => {
      const { s, actor, atForm } = await prepare();
      const form = atForm(actor);
      expect(await act.run(form, s)).toMatchObject({ ok: true });
      expect(await act.run(form, s)).toMatchObject({ ok: false });
      if (act.second) expect(await act.run(atForm(actor), s)).toMatchObject({ code: act.second });
      expect(await act.effects(s)).toBe(1);
      expect(await all()).toHaveLength(1);
    }),
  );
});

describe("two operators at once", () => {
  let s: Scene;
  beforeAll(async () => {
    await ownDatabase();
    s = await scene();
  });
  afterAll(() => disconnect());

  it.each(acts.filter(({ second }) => second))("$name: one wins, the other learns of it", async (act) => {
    await setClient(s, { suspendedAt: null, operatorSuspendedAt: null, suspendReason: null });
    await setPartner(s, { suspendedAt: null, suspendReason: null });
    await act.before?.(s);
    const desks = await Promise.all([1, 2, 3].map(() => makeActor({ kind: "operator" })));
    const before = (await all()).length;
    const results = await Promise.all(
      desks.map((desk) => act.run(withFormKey(desk, { act: act.right, offered: act.offered(s) }), s)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.code).toBe(act.second);
    expect(await all()).toHaveLength(before + 1);
    await setPartner(s, { suspendedAt: null, suspendReason: null });
  });
});
