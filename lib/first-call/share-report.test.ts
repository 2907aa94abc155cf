import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { events, firstCalls, organisations } from "@/db/schema";
import { makeActor, ownDatabase, rolledBack, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { moveClock, now } from "../clock";
import { newId } from "../id";
import { endReportShare } from "./end-report-share";
import { findSharedReport } from "./find-shared-report";
import { findShare, listCalls } from "./list-calls";
import { made, makeReport } from "./make-report.testing";
import type { Report } from "./report";
import { shareReport } from "./share-report";

afterEach(() => moveClock(0));

const sharer = (id: string) => ({ act: "share report" as const, offered: { firstCallId: [id] } });
const ender = (id: string) => ({ act: "end report share" as const, offered: { firstCallId: [id] } });

async function share(actor: Actor, firstCallId: string) {
  const result = await shareReport(withFormKey(actor, sharer(firstCallId)), { do: "share", firstCallId });
  if (!result.ok) throw new Error(result.code);
  return result.view.url.split("/").at(-1) ?? "";
}
const end = (actor: Actor, firstCallId: string) =>
  endReportShare(withFormKey(actor, ender(firstCallId)), { do: "end_share", firstCallId });

describe("a shared report", () => {
  test(
    "is read by whoever holds the link, for seven days, and says no more than the wire",
    rolledBack(async () => {
      const actor = await makeActor();
      const id = await makeReport(actor);
      const token = await share(actor, id);
      const seen = await findSharedReport(token);
      expect(seen?.report).toMatchObject({
        verdict: "seller.not_linked",
        facts: { status: "403" },
        steps: [{ code: "seller.not_linked" }],
        clientId: "my client",
      });
      expect(JSON.stringify(seen?.report)).not.toMatch(/a-row|a reason of theirs|linkEndedBy/);
      expect(await findShare(actor.organisationId, id)).toEqual({ until: seen?.expiresAt });
      moveClock(7 * 86_400 + 1);
      expect(await findSharedReport(token)).toMatchObject({ report: null });
      expect(await findShare(actor.organisationId, id)).toEqual({ until: null });
      expect(await findShare((await makeActor()).organisationId, id)).toBeNull();
    }),
  );

  test(
    "never shows the seller's data of a good answer",
    rolledBack(async () => {
      const actor = await makeActor();
      const answer = { ...made.answer, status: 200, body: '{"email":"owner@shop.test"}' } as Report["answer"];
      const facts = { status: "200", shopName: "Maison Lumiere" };
      const id = await makeReport(actor, { verdict: "ok", facts, answer });
      const seen = await findSharedReport(await share(actor, id));
      expect(seen?.report?.verdict).toBe("ok");
      expect(JSON.stringify(seen)).not.toMatch(/owner@shop|Maison Lumiere/);
    }),
  );

  test(
    "is over once it is ended, replaced, or its organisation is suspended; an unknown token is nothing",
    rolledBack(async () => {
      const actor = await makeActor();
      const id = await makeReport(actor);
      const first = await share(actor, id);
      const second = await share(actor, id);
      expect(await findSharedReport(first)).toMatchObject({ report: null });
      expect((await findSharedReport(second))?.report).not.toBeNull();
      expect(await end(actor, id)).toMatchObject({ ok: true });
      expect(await findSharedReport(second)).toMatchObject({ report: null });
      expect(await end(actor, id)).toMatchObject({ ok: false, code: "stale" });
      const third = await share(actor, id);
      await asFounder((tx) =>
        tx
          .update(organisations)
          .set({ suspendedAt: now() })
          .where(eq(organisations.id, actor.organisationId)),
      );
      expect(await findSharedReport(third)).toMatchObject({ report: null });
      expect(await findSharedReport("nobody-has-this-token")).toBeNull();
      expect(await findSharedReport("")).toBeNull();
    }),
  );

  test(
    "is shared and ended by editors of its organisation only; a foreign report is not there",
    rolledBack(async () => {
      const owner = await makeActor();
      const id = await makeReport(owner);
      const viewer = await makeActor({ organisationId: owner.organisationId, role: "viewer" });
      const stranger = await makeActor();
      const asked = { do: "share", firstCallId: id } as const;
      expect(await shareReport(withFormKey(viewer, sharer(id)), asked)).toMatchObject({
        code: "not_allowed",
      });
      expect(await shareReport(withFormKey(stranger, sharer(id)), asked)).toMatchObject({
        code: "not_found",
      });
      expect(await shareReport(withFormKey(owner, sharer(newId())), asked)).toMatchObject({
        code: "not_found",
      });
      expect(await shareReport(withFormKey(owner, ender(id)), asked)).toMatchObject({ code: "stale" });
      await share(owner, id);
      expect(await end(viewer, id)).toMatchObject({ code: "not_allowed" });
      expect(await end(stranger, id)).toMatchObject({ code: "not_found" });
      expect((await listCalls(stranger.organisationId)).length).toBe(0);
    }),
  );

  test(
    "the same form sent again makes no second link; token and hash stand in no event",
    rolledBack(async () => {
      const actor = await makeActor();
      const id = await makeReport(actor);
      const form = withFormKey(actor, sharer(id));
      const first = await shareReport(form, { do: "share", firstCallId: id });
      expect(await shareReport(form, { do: "share", firstCallId: id })).toMatchObject({ code: "stale" });
      const token = first.ok ? (first.view.url.split("/").at(-1) ?? "") : "";
      expect((await findSharedReport(token))?.report).not.toBeNull();
      const rows = await asFounder((tx) => tx.select().from(events).orderBy(events.id));
      expect(rows.filter(({ type }) => type === "report.shared")).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(token);
      const kept = await asFounder((tx) => tx.select().from(firstCalls));
      expect(JSON.stringify(kept)).not.toContain(token);
    }),
  );

  test("of two presses at once both links are known, and one of them works", async () => {
    await ownDatabase();
    const actor = await makeActor();
    const id = await makeReport(actor);
    const tokens = await Promise.all([share(actor, id), share(actor, id)]);
    const seen = await Promise.all(tokens.map(findSharedReport));
    expect(seen.map((one) => one?.report !== null).sort()).toEqual([false, true]);
    const ends = await Promise.all([end(actor, id), end(actor, id)]);
    expect(ends.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

test(
  "the last twenty calls of the organisation, newest first, of one client where it is named",
  rolledBack(async () => {
    const actor = await makeActor();
    for (let i = 0; i < 22; i++) {
      moveClock(i);
      await makeReport(actor, { clientId: i % 2 ? "odd client" : "even client" });
    }
    const all = await listCalls(actor.organisationId);
    expect(all).toHaveLength(20);
    expect(all[0]?.clientId).toBe("odd client");
    expect(all.map(({ at }) => at.getTime())).toEqual(
      all.map(({ at }) => at.getTime()).sort((a, b) => b - a),
    );
    const even = await listCalls(actor.organisationId, "even client");
    expect(even).toHaveLength(11);
    expect(await listCalls((await makeActor()).organisationId)).toEqual([]);
  }),
);
