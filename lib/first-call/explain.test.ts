import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asFounder, inOrganisation } from "@/db/client";
import { clients, firstCalls, invitations, organisations } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeLink,
  makeSecret,
  makeSeller,
  rolledBack,
  withFormKey,
} from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { findViewer } from "../accounts/find-actor";
import { inSeconds, now } from "../clock";
import { newId } from "../id";
import { explain } from "./explain";
import { findReport } from "./find-report";
import { firstCallInput } from "./input";
import { runFirstCall } from "./run-first-call";
import { says, startUpstream } from "./upstream.testing";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
beforeAll(async () => {
  upstream = await startUpstream();
});
beforeEach(() => upstream.reset());
afterAll(() => upstream.stop());

type Typed = { clientId: string; clientSecret: string; sellerId: string };
const tester = { act: "run first call" } as const;

async function reportOf(actor: Actor, over: Partial<Typed>) {
  const typed = {
    clientId: "my client",
    clientSecret: "the secret of this test",
    sellerId: "104512",
    ...over,
  };
  const result = await runFirstCall(withFormKey(actor, tester), firstCallInput.parse(typed));
  if (!result.ok) throw new Error(result.code);
  const id = result.view.goTo.replace("/first-call/", "");
  const report = await findReport(id, { viewer: await findViewer(actor.sessionId), visitorId: "" });
  if (!report) throw new Error("no report");
  return report;
}

/** A member with a client that has a live secret, and somebody who has nothing to do with it. */
async function scene(over: Parameters<typeof makeClient>[1] = {}) {
  const actor = await makeActor({ key: tester, kind: "partner" });
  const client = await makeClient({ id: actor.organisationId }, over);
  const { secret } = await makeSecret(client);
  const stranger = await makeActor({ key: tester, kind: "partner" });
  return { actor, client, secret, stranger };
}

async function invite(
  client: { id: string; organisationId: string },
  over: Partial<typeof invitations.$inferInsert>,
) {
  const times = { createdAt: now(), sentAt: now(), expiresAt: inSeconds(86_400) };
  const row = { id: newId(), tokenHash: Buffer.from(newId()), clientRowId: client.id, ...times, ...over };
  await asFounder((tx) => tx.insert(invitations).values({ ...row, organisationId: client.organisationId }));
}

describe("a secret that was refused", () => {
  test(
    "is the right one but for its ends, for its signs, for its client, or only its hint",
    rolledBack(async () => {
      const { actor, client, secret, stranger } = await scene();
      const other = await makeClient({ id: actor.organisationId });
      const { secret: others } = await makeSecret(other);
      upstream.token = says.refusal("unauthorized_client");
      const ask = (who: Actor, clientSecret: string) =>
        reportOf(who, { clientId: client.clientId, clientSecret });
      const escaped = secret.replaceAll("_", "%5F");
      const members = [];
      for (const typed of [`${secret}\n`, escaped, others, secret.slice(-4), `••••${secret.slice(-4)}`]) {
        const { verdict, facts } = await ask(actor, typed);
        members.push([verdict, facts.confidence, facts.secretLooks ?? facts.belongsTo ?? facts.hint]);
      }
      expect(members).toEqual([
        ["token.secret_wrong", "certain", "stray_space"],
        ["token.encoded", "certain", "encoded"],
        ["token.secret_wrong", "certain", other.clientId],
        ["token.secret_is_fingerprint", "certain", "hint"],
        ["token.secret_is_fingerprint", "certain", "hint"],
      ]);
      // Whoever does not belong to it hears what the wire said, and what is odd about the value itself.
      for (const typed of [`${secret}\n`, escaped, others, secret.slice(-4)]) {
        const { verdict, facts } = await ask(stranger, typed);
        expect([verdict, facts.confidence, facts.belongsTo, facts.hint, facts.clientRowId]).toEqual([
          "token.secret_wrong",
          ...Array(4).fill(undefined),
        ]);
      }
    }),
  );

  test(
    "in the wrong field it is told to the member, and stands nowhere",
    rolledBack(async () => {
      const { actor, client, stranger } = await scene();
      upstream.token = says.refusal("invalid_client");
      for (const clientId of [`mps_test_${"a".repeat(46)}`, "a-secret-of-another-make"]) {
        const report = await reportOf(actor, { clientId, clientSecret: client.clientId });
        expect([report.verdict, report.facts.confidence]).toEqual(["token.swapped", "certain"]);
        const rows = await asFounder((tx) => tx.select().from(firstCalls));
        expect(JSON.stringify(rows)).not.toContain(clientId);
      }
      const foreign = { clientId: "a-secret-of-another-make", clientSecret: client.clientId };
      expect((await reportOf(stranger, foreign)).verdict).toBe("token.client_unknown");
    }),
  );
});

describe("a client that was refused", () => {
  test(
    "is written in another way",
    rolledBack(async () => {
      const { actor, stranger } = await scene({ clientId: "Feed Wise 10" });
      upstream.token = says.refusal("invalid_client");
      const typed = { clientId: "feedwise-lo" };
      expect((await reportOf(actor, typed)).facts.writtenAs).toBe("Feed Wise 10");
      expect((await reportOf(stranger, typed)).facts.writtenAs).toBeUndefined();
    }),
  );

  test(
    "is suspended by a member, by the operator with a reason, or with its whole organisation",
    rolledBack(async () => {
      const { actor, client, stranger } = await scene();
      upstream.token = says.refusal("invalid_client");
      const typed = { clientId: client.clientId };
      const told = async (who: Actor) => {
        const { verdict, facts } = await reportOf(who, typed);
        return [verdict, facts.suspendedBy, facts.reason];
      };
      await asFounder((tx) => tx.update(clients).set({ suspendedAt: now() }));
      expect(await told(actor)).toEqual(["token.client_suspended", "member", undefined]);
      await asFounder((tx) =>
        tx.update(clients).set({ operatorSuspendedAt: now(), suspendReason: "A complaint" }),
      );
      expect(await told(actor)).toEqual(["token.client_suspended", "operator", "A complaint"]);
      expect(await told(stranger)).toEqual(["token.client_unknown", undefined, undefined]);
    }),
  );
});

describe("a link that is not there", () => {
  test(
    "was asked for, declined, held by another client, or ended: the member hears it, the stranger does not",
    rolledBack(async () => {
      const { actor, client, stranger } = await scene();
      const other = await makeClient({ id: actor.organisationId });
      upstream.call = says.problem(403, "seller_not_granted");
      const owner = await makeActor({ kind: "seller" });
      const makeOne = async () => makeSeller({ id: owner.organisationId });
      const [never, pending, lapsed, declined, held, ended] = await Promise.all(
        [1, 2, 3, 4, 5, 6].map(makeOne),
      );
      if (!never || !pending || !lapsed || !declined || !held || !ended) throw new Error("six accounts");
      await invite(client, { expectedSellerId: pending.sellerId });
      await invite(client, { addresseeSellerId: lapsed.sellerId, expiresAt: inSeconds(-60) });
      const no = { declinedAt: now(), declineReason: "Not now" };
      await invite(client, { addresseeSellerId: declined.sellerId, ...no });
      await makeLink(other, held);
      await makeLink(client, ended, {
        unlinkedAt: inSeconds(-60),
        unlinkedBy: owner.personId,
        reason: "switching",
      });
      const codes = [];
      for (const { sellerId } of [never, pending, lapsed, declined, held, ended]) {
        const typed = { clientId: client.clientId, sellerId: String(sellerId) };
        const { verdict, facts } = await reportOf(actor, typed);
        codes.push([verdict, facts.reason ?? facts.otherClientId ?? facts.endReason]);
        const foreign = await reportOf(stranger, typed);
        expect([foreign.verdict, Object.keys(foreign.facts).sort()]).toEqual([
          "seller.not_linked",
          ["detail", "error", "status"],
        ]);
      }
      expect(codes).toEqual([
        ["seller.not_linked", undefined],
        ["seller.pending", undefined],
        ["seller.not_linked", undefined],
        ["seller.declined", "Not now"],
        ["seller.other_client", other.clientId],
        ["seller.ended", "switching"],
      ]);
      // A new request after the end counts more than the end.
      await invite(client, { addresseeSellerId: ended.sellerId });
      const again = { clientId: client.clientId, sellerId: String(ended.sellerId) };
      expect((await reportOf(actor, again)).verdict).toBe("seller.pending");
      await asFounder((tx) => tx.update(invitations).set({ expiresAt: inSeconds(-1) }));
      expect((await reportOf(actor, again)).verdict).toBe("seller.ended");
    }),
  );
});

test(
  "a client of a suspended organisation is told as suspended",
  rolledBack(async () => {
    const { actor, client } = await scene();
    const suspended = { suspendedAt: now(), suspendReason: "Look-alike" };
    await asFounder((tx) => tx.update(organisations).set(suspended));
    const typed = { clientId: client.clientId, clientSecret: "x", sellerId: "1" };
    const judged = await inOrganisation(actor, (tx) =>
      explain(tx, { code: "token.client_unknown", facts: {} }, typed),
    );
    expect([judged.code, judged.facts.suspendedBy, judged.facts.reason]).toEqual([
      "token.client_suspended",
      "operator",
      "Look-alike",
    ]);
  }),
);
