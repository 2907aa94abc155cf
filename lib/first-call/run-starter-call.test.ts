import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { firstCalls } from "@/db/schema";
import { makeActor, rolledBack } from "@/db/testing";
import type { Visitor } from "../accounts/actor";
import { findViewer } from "../accounts/find-actor";
import { makeFormKey, readFormKey } from "../accounts/form-key";
import { env } from "../env";
import { newId } from "../id";
import { findReport } from "./find-report";
import { starterCallInput } from "./input";
import { runStarterCall } from "./run-starter-call";
import { startUpstream } from "./upstream.testing";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
beforeAll(async () => {
  upstream = await startUpstream();
});
beforeEach(() => upstream.reset());
afterAll(() => upstream.stop());

const input = starterCallInput.parse({ do: "starter" });

function makeVisitor(): Visitor {
  const visitorId = newId();
  const offer = {
    act: "run starter call",
    holder: visitorId,
    organisationId: "",
    path: "/",
    offered: {},
  } as const;
  return {
    visitorId,
    address: "127.0.0.1",
    userAgent: "",
    requestId: "",
    language: "en",
    key: readFormKey(makeFormKey(offer)),
  };
}

async function run(visitor: Visitor) {
  const result = await runStarterCall(visitor, input);
  if (!result.ok) throw new Error(result.code);
  return result.view.goTo.replace("/first-call/", "");
}

describe("the starter call", () => {
  test(
    "uses the portal's own client and the open test seller, and says so",
    rolledBack(async () => {
      const visitor = makeVisitor();
      const id = await run(visitor);
      const report = await findReport(id, { viewer: null, visitorId: visitor.visitorId });
      expect(report).toMatchObject({
        starter: true,
        clientId: "portal-starter",
        sellerId: "98979",
        verdict: "ok",
      });
      const rows = await asFounder((tx) => tx.select().from(firstCalls));
      expect(rows).toMatchObject([{ organisationId: null, personId: null, visitorId: visitor.visitorId }]);
      expect(JSON.stringify(rows)).not.toContain(env().STARTER_CLIENT_SECRET);
    }),
  );

  test(
    "its report is for that browser alone",
    rolledBack(async () => {
      const id = await run(makeVisitor());
      expect(await findReport(id, { viewer: null, visitorId: makeVisitor().visitorId })).toBeNull();
      expect(await findReport(id, { viewer: null, visitorId: "" })).toBeNull();
      const viewer = await findViewer((await makeActor()).sessionId);
      expect(await findReport(id, { viewer, visitorId: "" })).toBeNull();
    }),
  );

  test(
    "one press, one call",
    rolledBack(async () => {
      const visitor = makeVisitor();
      await run(visitor);
      expect(await runStarterCall(visitor, input)).toMatchObject({ ok: false, code: "stale" });
      expect(await runStarterCall({ ...visitor, key: null }, input)).toMatchObject({
        ok: false,
        code: "stale",
      });
      expect(upstream.calls).toHaveLength(2);
    }),
  );

  test(
    "sixty a minute from one address",
    rolledBack(async () => {
      for (let i = 0; i < 60; i++) await run(makeVisitor());
      expect(await runStarterCall(makeVisitor(), input)).toMatchObject({ ok: false, code: "too_many" });
      const mapped = { ...makeVisitor(), address: "::ffff:127.0.0.1" };
      expect(await runStarterCall(mapped, input)).toMatchObject({ ok: false, code: "too_many" });
      expect(await runStarterCall({ ...makeVisitor(), address: "127.0.0.2" }, input)).toMatchObject({
        ok: true,
      });
    }),
  );
});
