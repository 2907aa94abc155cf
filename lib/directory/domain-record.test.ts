import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { members } from "@/db/schema";
import { makeActor, ownDatabase, rolledBack, viewerOf, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { moveClock } from "../clock";
import { env } from "../env";
import { checkDomainRecord } from "./check-domain-record";
import { type startNameServer as start, startNameServer } from "./dns.testing";
import { domainRecord } from "./domain-record";
import {
  checkRecord,
  domainEvents,
  mailedCode,
  proofsOf,
  shownDomain,
  typeCode,
} from "./domain-scene.testing";
import { listDomainProofs } from "./list-domain-proofs";
import { listingScene, makeEntry } from "./listing-scene.testing";

let server: Awaited<ReturnType<typeof start>>;
const before = env().DNS_SERVERS;
beforeAll(async () => {
  server = await startNameServer();
});
beforeEach(() => {
  env().DNS_SERVERS = [server.address];
  Object.assign(server, { manner: "answers", zone: { "feedwise.com": [] }, asked: [] });
});
afterEach(() => moveClock(0));
afterAll(async () => {
  env().DNS_SERVERS = before;
  await server.stop();
});

const aggregator = (over = {}) => makeActor({ kind: "aggregator", role: "editor", ...over });
const recordOf = (actor: Actor, domain = "feedwise.com") => domainRecord(actor.organisationId, domain);
const publish = (actor: Actor, ...others: string[]) => {
  const { host, value } = recordOf(actor);
  server.zone = { [host]: [...others, value] };
};
const proven = { ok: true, view: { goTo: "/listing?done=domainProven#domain" } };

describe("a DNS record", () => {
  test("is another for each organisation and domain, and the same each time", async () => {
    const [a, b] = [{ organisationId: "a" } as Actor, { organisationId: "b" } as Actor];
    expect(recordOf(a)).toEqual(recordOf(a));
    expect(recordOf(a).host).toBe("_seller-portal.feedwise.com");
    expect(recordOf(a).value).toMatch(/^seller-portal=[\w-]{32}$/);
    expect(new Set([recordOf(a).value, recordOf(b).value, recordOf(a, "feedwise.org").value]).size).toBe(3);
  });

  test(
    "proves the domain",
    rolledBack(async () => {
      const actor = await aggregator();
      publish(actor, "v=spf1 -all");
      expect(await checkRecord(actor, " FeedWise.com. ")).toEqual(proven);
      expect(await shownDomain(actor)).toEqual(["feedwise.com", "dns"]);
      expect(await domainEvents(actor)).toEqual([{ domain: "feedwise.com", method: "dns" }]);
      expect(await proofsOf(actor)).toMatchObject([{ method: "dns", email: null, codeHash: null }]);
      const stored = JSON.stringify([await proofsOf(actor), await domainEvents(actor)]);
      expect(stored).not.toContain(recordOf(actor).value);
    }),
  );

  test(
    "is more than a letter",
    rolledBack(async () => {
      const actor = await aggregator();
      const { id, code } = await mailedCode(actor, "hello@feedwise.com");
      expect((await typeCode(actor, id, code)).ok).toBe(true);
      publish(actor);
      moveClock(5);
      expect(await checkRecord(actor, "feedwise.com")).toEqual(proven);
      expect(await shownDomain(actor)).toEqual(["feedwise.com", "dns"]);
    }),
  );

  test(
    "of somebody else proves nothing",
    rolledBack(async () => {
      const [actor, other] = [await aggregator(), await aggregator()];
      publish(other);
      expect(await checkRecord(actor, "feedwise.com")).toMatchObject({
        code: "invalid",
        fields: { domain: "domain_record_other" },
      });
      const { value } = recordOf(actor, "feedwise.org");
      server.zone = { "_seller-portal.feedwise.com": [value] };
      expect(await checkRecord(actor, "feedwise.com")).toMatchObject({
        fields: { domain: "domain_record_other" },
      });
      expect([await shownDomain(actor), await proofsOf(actor), await domainEvents(actor)]).toEqual([
        null,
        [],
        [],
      ]);
    }),
  );

  test(
    "that is not there is told from a domain that is not, and from silence",
    rolledBack(async () => {
      const actor = await aggregator();
      const fault = async () => {
        const answer = await checkRecord(actor, "feedwise.com");
        return answer.ok ? "proven" : answer.fields?.domain;
      };
      expect(await fault()).toBe("domain_record_missing");
      server.zone = { "other.com": [] };
      expect(await fault()).toBe("domain_unknown");
      server.manner = "failing";
      expect(await fault()).toBe("domain_silent");
      expect(await proofsOf(actor)).toEqual([]);
    }),
  );

  test(
    "with another value is shown: three of them, cut, in plain letters",
    rolledBack(async () => {
      const actor = await aggregator();
      const { host } = recordOf(actor);
      server.zone = { [host]: ["x".repeat(200), "a\u0000\u202eb", "seller-portal=", "the fourth"] };
      const answer = await checkRecord(actor, "feedwise.com");
      expect(answer).toMatchObject({
        facts: { found: `“${"x".repeat(80)}…” · “a�b” · “seller-portal=”` },
      });
    }),
  );

  test.each([
    ["gmail.com", "domain_public"],
    ["co.uk", "domain_public"],
    ["127.0.0.1", "domain_malformed"],
    ["localhost", "domain_malformed"],
    ["feedwise.com/../x", "domain_malformed"],
  ])("is not looked for at %s", (domain, fault) =>
    rolledBack(async () => {
      expect(await checkRecord(await aggregator(), domain)).toMatchObject({ fields: { domain: fault } });
      expect(server.asked).toEqual([]);
    })(),
  );

  test(
    "is looked for by editors of an aggregator, and with a form of this page",
    rolledBack(async () => {
      for (const over of [
        { role: "viewer" as const },
        { kind: "partner" as const },
        { kind: "seller" as const },
      ])
        expect(await checkRecord(await aggregator(over), "feedwise.com")).toMatchObject({
          code: "not_allowed",
        });
      const actor = await aggregator();
      const input = { do: "domain_check" as const, domain: "feedwise.com" };
      const wrong = withFormKey(actor, { act: "save listing" });
      expect(await checkDomainRecord(wrong, input)).toMatchObject({ code: "stale" });
      expect(server.asked).toEqual([]);
      publish(actor);
      expect(await checkDomainRecord(actor, input)).toMatchObject({ code: "stale" });
      const form = withFormKey(actor, { act: "check domain record" });
      expect((await checkDomainRecord(form, input)).ok).toBe(true);
      expect(await checkDomainRecord(form, input)).toMatchObject({ code: "stale" });
      expect(await domainEvents(actor)).toHaveLength(1);
    }),
  );

  test(
    "is looked for twenty times an hour",
    rolledBack(async () => {
      const actor = await aggregator();
      for (let n = 0; n < 20; n++)
        expect(await checkRecord(actor, "feedwise.com")).toMatchObject({
          fields: { domain: "domain_record_missing" },
        });
      expect(await checkRecord(actor, "feedwise.com")).toMatchObject({ code: "too_many" });
      expect((await checkRecord(await aggregator(), "feedwise.com")).ok).toBe(false);
      expect(server.asked.filter((name) => name.startsWith("_")).length).toBe(21);
    }),
  );

  test(
    "is offered for the website's domain, the proven one, one's own, or the one asked for",
    rolledBack(async () => {
      const scene = await listingScene({ domain: null });
      const actor = { ...scene.actor, email: "anna@own.com" };
      const offered = async (asked = "") => {
        const { offered, fault } = await listDomainProofs(viewerOf(actor), asked);
        return [offered?.domain, fault];
      };
      expect(await offered()).toEqual(["own.com", null]);
      await makeEntry(scene);
      expect(await offered()).toEqual(["company.com", null]);
      expect(await offered("Asked.com")).toEqual(["asked.com", null]);
      expect((await offered("gmail.com"))[1]).toBe("domain_public");
      expect((await offered("no domain"))[1]).toBe("domain_malformed");
    }),
  );
});

describe("at once", () => {
  beforeAll(() => ownDatabase());

  test("ten forms prove a domain, and one form proves it once", async () => {
    const actor = await aggregator();
    publish(actor);
    const form = withFormKey(actor, { act: "check domain record" });
    const input = { do: "domain_check" as const, domain: "feedwise.com" };
    const answers = await Promise.all(Array.from({ length: 10 }, () => checkDomainRecord(form, input)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await domainEvents(actor)).toHaveLength(1);
  });

  test("right and wrong codes leave one proof, and no more than five tries", async () => {
    const actor = await aggregator();
    const { id, code } = await mailedCode(actor, "hello@feedwise.com");
    const answers = await Promise.all(Array.from({ length: 6 }, () => typeCode(actor, id, code)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await domainEvents(actor)).toHaveLength(1);
    const second = await mailedCode(actor, "hello@feedwise.com");
    await Promise.all(Array.from({ length: 12 }, () => typeCode(actor, second.id, "x")));
    expect((await proofsOf(actor))[0]?.wrongCodes).toBe(5);
  });

  test("who is removed while the name servers think proves nothing", async () => {
    const actor = await aggregator();
    publish(actor);
    let speak = () => {};
    server.ready = new Promise((resolve) => {
      speak = resolve;
    });
    const answer = checkRecord(actor, "feedwise.com");
    await expect.poll(() => server.asked.length).toBeGreaterThan(0);
    await asFounder((tx) =>
      tx.update(members).set({ role: "viewer" }).where(eq(members.personId, actor.personId)),
    );
    speak();
    expect(await answer).toMatchObject({ code: "not_allowed" });
    expect(await shownDomain(actor)).toBeNull();
  });
});
