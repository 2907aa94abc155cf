import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { events, mails, members, sellerLinks, sessions } from "@/db/schema";
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
import { inSeconds, now } from "../clock";
import type { Result } from "../result";
import { keepLink } from "./keep-link";
import { unlinkClient } from "./unlink-client";
import { unlinkSeller } from "./unlink-seller";

/** A seller, an aggregator, and a link between them whose end is planned for next week. */
async function scene() {
  const [seller, partner] = [await makeActor(), await makeActor({ kind: "aggregator" })];
  const client = await makeClient({ id: partner.organisationId });
  const { secret } = await makeSecret(client);
  const account = await makeSeller({ id: seller.organisationId });
  const link = await makeLink(client, account, { endsAt: inSeconds(7 * 86_400), reason: "switching" });
  return { seller, partner, client, link, secret };
}
type Scene = Awaited<ReturnType<typeof scene>>;

type Act = {
  name: string;
  right: "unlink seller" | "keep link";
  side: "seller" | "partner";
  run: (actor: Actor, linkId: string) => Promise<Result<unknown>>;
  event: string;
  isDone: (link: typeof sellerLinks.$inferSelect) => boolean;
};

const acts: Act[] = [
  {
    name: "unlinkSeller",
    right: "unlink seller",
    side: "partner",
    run: (actor, linkId) => unlinkSeller(actor, { do: "unlink", linkId }),
    event: "link.ended",
    isDone: ({ unlinkedAt, reason }) => unlinkedAt !== null && reason === "partner",
  },
  {
    name: "keepLink",
    right: "keep link",
    side: "seller",
    run: (actor, linkId) => keepLink(actor, { do: "keep", linkId }),
    event: "link.end_cancelled",
    isDone: ({ endsAt, reason, unlinkedAt }) => endsAt === null && reason === null && unlinkedAt === null,
  },
];

const form = (act: Act, actor: Actor, { link }: Scene) =>
  withFormKey(actor, { act: act.right, offered: { linkId: [link.id] } });
const rowOf = async ({ link }: Scene) => {
  const [row] = await asFounder((tx) => tx.select().from(sellerLinks).where(eq(sellerLinks.id, link.id)));
  if (!row) throw new Error("the link is gone");
  return row;
};
const eventsOf = (type: string) =>
  asFounder((tx) => tx.select().from(events).where(eq(events.type, type)).orderBy(events.id));

describe.each(acts)("$name", (act) => {
  it(
    "does it, once, and neither the event nor a letter holds a secret",
    rolledBack(async () => {
      const s = await scene();
      const actor = await makeActor({ organisationId: s[act.side].organisationId, role: "editor" });
      const once = form(act, actor, s);
      expect(await act.run(once, s.link.id)).toMatchObject({ ok: true });
      expect(act.isDone(await rowOf(s))).toBe(true);
      // The same form again, and a fresh one: nothing more happens.
      for (const again of [once, form(act, actor, s)])
        expect(await act.run(again, s.link.id)).toMatchObject({ ok: false, code: "stale" });
      const written = await eventsOf(act.event);
      const [mine, other] = [s[act.side], act.side === "seller" ? s.partner : s.seller];
      expect(written).toMatchObject([
        {
          actorPersonId: actor.personId,
          organisationId: mine.organisationId,
          otherOrganisationId: other.organisationId,
          clientRowId: s.client.id,
          sellerId: s.link.sellerId,
          data: { linkId: s.link.id },
        },
      ]);
      const stored = JSON.stringify([written, await asFounder((tx) => tx.select().from(mails))]);
      expect(stored).not.toContain(s.secret);
    }),
  );

  it(
    "refuses the wrong actor and changes nothing",
    rolledBack(async () => {
      const s = await scene();
      const { organisationId } = s[act.side];
      const viewer = await makeActor({ organisationId, role: "viewer" });
      expect(await act.run(form(act, viewer, s), s.link.id)).toMatchObject({ code: "not_allowed" });
      const otherSide = act.side === "seller" ? s.partner : s.seller;
      expect(await act.run(form(act, otherSide, s), s.link.id)).toMatchObject({ code: "not_allowed" });
      const stranger = await makeActor({ kind: act.side === "seller" ? "seller" : "partner" });
      expect(await act.run(form(act, stranger, s), s.link.id)).toMatchObject({ code: "not_found" });
      const unoffered = withFormKey(await makeActor({ organisationId }), { act: act.right });
      expect(await act.run(unoffered, s.link.id)).toMatchObject({ code: "not_found" });
      const mistaken = withFormKey(unoffered, { act: "unlink client", offered: { linkId: [s.link.id] } });
      expect(await act.run(mistaken, s.link.id)).toMatchObject({ code: "stale" });
      const gone = await makeActor({ organisationId });
      await asFounder((tx) =>
        tx.update(sessions).set({ endedAt: now() }).where(eq(sessions.personId, gone.personId)),
      );
      expect(await act.run(form(act, gone, s), s.link.id)).toMatchObject({ code: "sign_in_again" });
      const removed = await makeActor({ organisationId });
      await asFounder((tx) => tx.delete(members).where(eq(members.personId, removed.personId)));
      expect(await act.run(form(act, removed, s), s.link.id)).toMatchObject({ code: "not_allowed" });
      expect(act.isDone(await rowOf(s))).toBe(false);
      expect(await eventsOf(act.event)).toEqual([]);
    }),
  );

  it(
    "comes too late for a link that has ended or whose time is over",
    rolledBack(async () => {
      for (const over of [{ unlinkedAt: now() }, { endsAt: inSeconds(-60) }]) {
        const s = await scene();
        await asFounder((tx) => tx.update(sellerLinks).set(over).where(eq(sellerLinks.id, s.link.id)));
        const late = form(act, s[act.side], s);
        expect(await act.run(late, s.link.id)).toMatchObject({ ok: false, code: "stale" });
      }
    }),
  );
});

describe("an end by the client's side", () => {
  it(
    "is told to the owners of the seller account, with the reason",
    rolledBack(async () => {
      const s = await scene();
      await unlinkSeller(form(acts[0] as Act, s.partner, s), { do: "unlink", linkId: s.link.id });
      const letters = await asFounder((tx) => tx.select().from(mails));
      expect(letters.map(({ recipient }) => recipient)).toContain(s.seller.email);
    }),
  );
});

describe("when several do it at once", () => {
  beforeAll(async () => {
    await ownDatabase();
  });

  it.each(acts)("$name by ten people has one winner, and the others are told so", async (act) => {
    const s = await scene();
    const forms = Array.from({ length: 10 }, () => form(act, s[act.side], s));
    const results = await Promise.all(forms.map((one) => act.run(one, s.link.id)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok && one.code === "stale")).toHaveLength(9);
    const written = (await eventsOf(act.event)).filter(({ data }) => data.linkId === s.link.id);
    expect(written).toHaveLength(1);
  });

  it("seller and partner both ending it: one ends it, and its reason stays", async () => {
    const s = await scene();
    const bySeller = withFormKey(s.seller, { act: "unlink client", offered: { linkId: [s.link.id] } });
    const results = await Promise.all([
      unlinkClient(bySeller, { linkId: s.link.id, reason: "security", when: "now" }),
      unlinkSeller(form(acts[0] as Act, s.partner, s), { do: "unlink", linkId: s.link.id }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = results[0]?.ok ? "security" : "partner";
    expect((await rowOf(s)).reason).toBe(winner);
    expect((await eventsOf("link.ended")).filter(({ data }) => data.linkId === s.link.id)).toHaveLength(1);
  });
});
