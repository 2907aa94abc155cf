import { describe, expect, it, vi } from "vitest";
import { asFounder } from "@/db/client";
import { firstCalls } from "@/db/schema";
import { makeActor, rolledBack, viewerOf } from "@/db/testing";
import { newId } from "@/lib/id";
import { makeSecret } from "@/lib/secrets";
import { texts } from "../_text/texts";
import { readContext } from "./read-context";

vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));

const t = texts.en;

/** A report of a first call of that organisation. */
async function report(organisationId: string | null) {
  const id = newId();
  const [sellerId, operation, verdict] = ["104512", "sellers.get", "seller.not_linked"];
  const kept = { id, clientId: "feedwise", sellerId, operation, verdict };
  await asFounder((tx) =>
    tx.insert(firstCalls).values({ ...kept, organisationId, visitorId: "v", report: kept } as never),
  );
  return id;
}

describe("what the page before said", () => {
  it(
    "is kept where it can be true",
    rolledBack(async () => {
      const viewer = viewerOf(await makeActor());
      const known = {
        path: "/links?after=x#y",
        code: "not_found",
        reference: newId(),
        clientId: "FeedWise",
        sellerId: "104512",
        lamp: "token",
      };
      expect(await readContext(known, viewer, t)).toEqual({ ...known, path: "/links" });
      expect(await readContext({}, viewer, t)).toEqual({});
      const reported = { clientId: "FeedWise", topic: "report" };
      expect(await readContext(reported, viewer, t)).toEqual(reported);
      expect(await readContext({ topic: "report" }, viewer, t)).toEqual({});
      expect(await readContext({ clientId: "FeedWise", topic: "praise" }, viewer, t)).toEqual({
        clientId: "FeedWise",
      });
    }),
  );

  it(
    "is dropped where it is made up, or holds a secret",
    rolledBack(async () => {
      const viewer = viewerOf(await makeActor());
      const secret = makeSecret("demo");
      const bad = {
        path: ["//elsewhere.test/", "https://elsewhere.test/", "links", "/\\x", "\n/", `/${"a".repeat(300)}`],
        code: ["made_up", "constructor", "<b>"],
        reference: ["<b>", "1", secret, "x y"],
        clientId: ["", "a\u0000b", secret, "a".repeat(201)],
        sellerId: ["0", "-1", "1e5", "1234567890123", secret],
        lamp: ["moon", "toString"],
        firstCallId: ["x", newId()],
      };
      for (const [name, values] of Object.entries(bad))
        for (const value of [...values, [values[0] ?? ""]])
          expect(await readContext({ [name]: value }, viewer, t), `${name} ${value}`).toEqual({});
      expect(await readContext({ path: "/i/AbCdEfGhIjKlMnOpQrStUv" }, viewer, t)).toEqual({
        path: "/i/[redacted]",
      });
    }),
  );

  it(
    "names a report of the organisation that asks, and no other",
    rolledBack(async () => {
      const actor = await makeActor();
      const viewer = viewerOf(actor);
      const own = await report(actor.organisationId);
      expect(await readContext({ firstCallId: own }, viewer, t)).toEqual({
        code: "seller.not_linked",
        clientId: "feedwise",
        sellerId: "104512",
        firstCallId: own,
      });
      const other = await makeActor();
      const elsewhere = { ...viewer, organisations: [viewer.organisation, viewerOf(other).organisation] };
      for (const id of [await report(other.organisationId), await report(null)])
        expect(await readContext({ firstCallId: id }, elsewhere, t)).toEqual({});
    }),
  );
});
