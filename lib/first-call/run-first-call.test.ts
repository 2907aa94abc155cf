import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { clients, firstCalls, members, sessions } from "@/db/schema";
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
import { findViewer } from "../accounts/find-actor";
import { inSeconds, moveClock, now } from "../clock";
import { newId } from "../id";
import { findReport } from "./find-report";
import { firstCallInput } from "./input";
import { runFirstCall, startFirstCall } from "./run-first-call";
import { says, startUpstream } from "./upstream.testing";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
beforeAll(async () => {
  upstream = await startUpstream();
});
beforeEach(() => upstream.reset());
afterEach(() => moveClock(0));
afterAll(() => upstream.stop());

const typed = { clientId: "my client", clientSecret: "the secret of this test", sellerId: "104512" };
const input = (over: Partial<typeof typed> = {}) => firstCallInput.parse({ ...typed, ...over });
const tester = { act: "run first call" } as const;
const kept = () => asFounder((tx) => tx.select().from(firstCalls));

async function reportOf(actor: Actor, over: Partial<typeof typed> = {}) {
  const result = await runFirstCall(withFormKey(actor, tester), input(over));
  if (!result.ok) throw new Error(result.code);
  const id = result.view.goTo.replace("/first-call/", "");
  const report = await findReport(id, { viewer: await findViewer(actor.sessionId), visitorId: "" });
  if (!report) throw new Error("no report");
  return report;
}

describe("a first call", () => {
  test(
    "keeps a report for the organisation, without secret and token, and leads there",
    rolledBack(async () => {
      const actor = await makeActor({ key: tester });
      upstream.token = says.token("the-token-of-this-test");
      expect(await runFirstCall(actor, input())).toEqual({
        ok: true,
        view: { goTo: expect.stringMatching(/^\/first-call\/[0-9a-f-]{36}$/) },
      });
      expect(upstream.calls).toEqual(["/token", "/sellers"]);
      const rows = await kept();
      expect(rows).toMatchObject([
        { organisationId: actor.organisationId, personId: actor.personId, verdict: "ok" },
      ]);
      expect(JSON.stringify(rows)).not.toContain(typed.clientSecret);
      expect(JSON.stringify(rows)).not.toContain("the-token-of-this-test");
    }),
  );

  test(
    "is for people who are signed in and belong to the organisation of the page; nothing is called for others",
    rolledBack(async () => {
      const signedOut = await makeActor({ key: tester });
      const removed = await makeActor({ key: tester, role: "editor" });
      await asFounder(async (tx) => {
        await tx.update(sessions).set({ endedAt: now() }).where(eq(sessions.id, signedOut.sessionId));
        await tx.delete(members).where(eq(members.personId, removed.personId));
      });
      expect(await runFirstCall(signedOut, input())).toMatchObject({ ok: false, code: "sign_in_again" });
      expect(await runFirstCall(removed, input())).toMatchObject({ ok: false, code: "not_allowed" });
      expect(upstream.calls).toEqual([]);
      expect(await kept()).toEqual([]);
    }),
  );

  test(
    "a viewer may make one",
    rolledBack(async () => {
      expect(await runFirstCall(await makeActor({ role: "viewer", key: tester }), input())).toMatchObject({
        ok: true,
      });
    }),
  );

  test(
    "the same form sent again calls nothing and points at the first report",
    rolledBack(async () => {
      const actor = await makeActor({ key: tester });
      const first = await runFirstCall(actor, input());
      const again = await runFirstCall(actor, input());
      expect(again).toMatchObject({ ok: false, code: "stale" });
      expect(first.ok && first.view.goTo).toBe(!again.ok && again.facts?.href);
      expect(upstream.calls).toHaveLength(2);
      expect(await kept()).toHaveLength(1);
    }),
  );

  test(
    "ten a minute for one person; the eleventh calls nothing and leaves its form usable",
    rolledBack(async () => {
      const actor = await makeActor({ key: tester });
      upstream.token = says.refusal("invalid_client");
      for (let i = 0; i < 10; i++)
        expect(await runFirstCall(withFormKey(actor, tester), input())).toMatchObject({ ok: true });
      const form = withFormKey(actor, tester);
      for (let i = 0; i < 2; i++) {
        expect(await runFirstCall(form, input())).toMatchObject({
          ok: false,
          code: "too_many",
          facts: { minutes: "1" },
        });
      }
      expect(upstream.calls).toHaveLength(10);
    }),
  );

  test(
    "cancelled, it leaves no report",
    rolledBack(async () => {
      const cancel = new AbortController();
      upstream.call = () => cancel.abort();
      const started = await startFirstCall(await makeActor({ key: tester }), input(), cancel.signal);
      if (!started.ok) throw new Error(started.code);
      let next = await started.view.steps.next();
      while (!next.done) next = await started.view.steps.next();
      expect(next.value).toBeNull();
      expect(await kept()).toEqual([]);
    }),
  );
});

describe("what the portal adds for members of the client's organisation", () => {
  test(
    "a retired or lapsed secret is named, with its end; a live or unknown one is not",
    rolledBack(async () => {
      const actor = await makeActor({ key: tester });
      const client = await makeClient({ id: actor.organisationId });
      const retired = await makeSecret(client, { retiredAt: inSeconds(-60) });
      const lapsed = await makeSecret(client, { endsAt: inSeconds(-60) });
      const live = await makeSecret(client, { endsAt: inSeconds(60) });
      upstream.token = says.refusal("unauthorized_client");
      const verdictOf = async (clientSecret: string) =>
        (await reportOf(actor, { clientId: client.clientId, clientSecret })).verdict;
      expect(await verdictOf(retired.secret)).toBe("token.secret_retired");
      expect(await verdictOf(lapsed.secret)).toBe("token.secret_retired");
      expect(await verdictOf(live.secret)).toBe("token.secret_wrong");
      expect(await verdictOf("something else")).toBe("token.secret_wrong");
      const stranger = await makeActor({ kind: "aggregator" });
      const theirs = { clientId: client.clientId, clientSecret: retired.secret };
      const report = await reportOf(stranger, theirs);
      expect([report.verdict, report.facts.retiredAt, report.facts.clientRowId]).toEqual([
        "token.secret_wrong",
        undefined,
        undefined,
      ]);
    }),
  );

  test(
    "a suspended or deleted client is told from an unknown one",
    rolledBack(async () => {
      const actor = await makeActor({ key: tester });
      const suspended = await makeClient({ id: actor.organisationId }, { suspendedAt: now() });
      const deleted = await makeClient(
        { id: actor.organisationId },
        { suspendedAt: now(), deletedAt: now() },
      );
      const stranger = await makeActor({ key: tester });
      upstream.token = says.refusal("invalid_client");
      const mine = await reportOf(actor, { clientId: suspended.clientId });
      expect([mine.verdict, mine.facts.clientRowId]).toEqual(["token.client_suspended", suspended.id]);
      expect(mine.steps.find(({ state }) => state === "failed")?.code).toBe("token.client_suspended");
      const gone = await reportOf(actor, { clientId: deleted.clientId });
      expect([gone.verdict, gone.facts.deletedAt]).toEqual(["token.client_unknown", expect.any(String)]);
      const foreign = await reportOf(stranger, { clientId: suspended.clientId });
      const unknown = await reportOf(stranger, { clientId: "nobody has this one" });
      expect(foreign.verdict).toBe("token.client_unknown");
      expect(foreign.facts).toEqual(unknown.facts);
    }),
  );

  test(
    "a link that ended is told with its time, and by whose doing",
    rolledBack(async () => {
      const actor = await makeActor({ key: tester });
      const client = await makeClient({ id: actor.organisationId });
      upstream.call = says.problem(403, "seller_not_granted");
      const unlinkedAt = inSeconds(-3600);
      const unlinkedBy = actor.personId;
      for (const [ended, by] of [
        [{ unlinkedAt, unlinkedBy, reason: "security" }, "seller"],
        [{ unlinkedAt, unlinkedBy, reason: "partner" }, "client"],
        [{ unlinkedAt, unlinkedBy, reason: "operator" }, "operator"],
        [{ unlinkedAt, reason: "lapsed" }, "clock"],
        [{ expiresAt: unlinkedAt }, "clock"],
        [{ endsAt: unlinkedAt, reason: "switching" }, "seller"],
      ] as const) {
        const seller = await makeSeller({ id: actor.organisationId });
        await makeLink(client, seller, ended);
        const typed = { clientId: client.clientId, sellerId: String(seller.sellerId) };
        const { facts } = await reportOf(actor, typed);
        expect(facts).toMatchObject({ linkEndedAt: unlinkedAt.toISOString(), linkEndedBy: by });
      }
    }),
  );

  test(
    "everybody is told what is odd about the secret they typed themselves",
    rolledBack(async () => {
      const actor = await makeActor({ key: tester });
      upstream.token = says.refusal("unauthorized_client");
      const looks = async (clientSecret: string) =>
        (await reportOf(actor, { clientSecret })).facts.secretLooks;
      expect(await looks("a secret ")).toBe("stray_space");
      expect(await looks(`mps_test_${"a".repeat(46)}`)).toBe("damaged");
      expect(await looks("Ab3d")).toBe("hint");
      expect(await looks("whatever-it-may-be")).toBeUndefined();
    }),
  );
});

describe("a report", () => {
  test(
    "is read by the organisation's members and by nobody else, for thirty days",
    rolledBack(async () => {
      const actor = await makeActor({ key: tester });
      const colleague = await makeActor({ organisationId: actor.organisationId, role: "viewer" });
      const stranger = await makeActor({ key: tester });
      const { id } = await reportOf(actor);
      const asSeenBy = async ({ sessionId }: Actor) =>
        findReport(id, { viewer: await findViewer(sessionId), visitorId: actor.visitorId });
      expect((await asSeenBy(colleague))?.id).toBe(id);
      expect(await asSeenBy(stranger)).toBeNull();
      expect(await findReport(id, { viewer: null, visitorId: actor.visitorId })).toBeNull();
      expect(
        await findReport(newId(), { viewer: await findViewer(actor.sessionId), visitorId: "" }),
      ).toBeNull();
      expect(
        await findReport("../../etc", { viewer: await findViewer(actor.sessionId), visitorId: "" }),
      ).toBeNull();
      const viewer = await findViewer(actor.sessionId);
      moveClock(31 * 86_400);
      expect(await findReport(id, { viewer, visitorId: "" })).toBeNull();
    }),
  );

  test(
    "ids are kept as typed, whatever they hold",
    rolledBack(async () => {
      const actor = await makeActor({ key: tester });
      const odd = { clientId: "مرحبا \u202e<b>&'\"\u0007", sellerId: "12 34é" };
      const report = await reportOf(actor, odd);
      expect([report.clientId, report.sellerId]).toEqual([odd.clientId, odd.sellerId]);
      expect(await asFounder((tx) => tx.select().from(clients))).toEqual([]);
    }),
  );
});

describe("at the same moment", () => {
  test("two presses of one button make one call", async () => {
    await ownDatabase();
    const actor = await makeActor({ key: tester });
    const results = await Promise.all([runFirstCall(actor, input()), runFirstCall(actor, input())]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(upstream.calls).toEqual(["/token", "/sellers"]);
    expect(await kept()).toHaveLength(1);
  });

  test("sixty a minute from one address, whoever calls", async () => {
    await ownDatabase();
    upstream.token = says.refusal("invalid_client");
    const people = await Promise.all(Array.from({ length: 7 }, () => makeActor({ key: tester })));
    const calls = people.flatMap((actor) =>
      Array.from({ length: 10 }, () => runFirstCall(withFormKey(actor, tester), input())),
    );
    const results = await Promise.all(calls);
    expect(results.filter(({ ok }) => ok)).toHaveLength(60);
    expect(results.filter((one) => !one.ok && one.code === "too_many")).toHaveLength(10);
  });
});
