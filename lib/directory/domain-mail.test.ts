import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { asFounder, asVisitor, inOrganisation } from "@/db/client";
import { domainProofs, events, mails, people } from "@/db/schema";
import { makeActor, rolledBack, viewerOf, withFormKey } from "@/db/testing";
import { lettersTo } from "../accounts/act.testing";
import type { Actor } from "../accounts/actor";
import { inSeconds, moveClock, now } from "../clock";
import { newId } from "../id";
import { askForDomainCode } from "./ask-for-domain-code";
import { askForDomainCodeInput, proveDomainInput } from "./domain-input";
import {
  another,
  askCode,
  domainEvents,
  mailedCode,
  pressOwn,
  proofsOf,
  shownDomain,
  typeCode,
} from "./domain-scene.testing";
import { listDomainProofs } from "./list-domain-proofs";
import { listingScene, makeEntry, proveDomain as proven } from "./listing-scene.testing";

afterEach(() => moveClock(0));
const aggregator = (over = {}) => makeActor({ kind: "aggregator", role: "editor", ...over });
const goTo = (done: string) => ({ ok: true, view: { goTo: `/listing?done=${done}#domain` } });
const list = (actor: Actor, asked = "") => listDomainProofs(viewerOf(actor), asked);

describe("a code by mail", () => {
  test(
    "proves the domain it was mailed to",
    rolledBack(async () => {
      const actor = await aggregator();
      expect(await askCode(actor, "Hello@Feedwise.COM")).toEqual(goTo("domainCodeSent"));
      const { id, code } = await mailedCode(actor, "hello@feedwise.com");
      expect(code).toMatch(/^\d{8}$/);
      expect((await list(actor)).code).toMatchObject({ domain: "feedwise.com", email: "hello@feedwise.com" });
      expect(await shownDomain(actor)).toBeNull();
      expect(await typeCode(actor, id, code)).toEqual(goTo("domainProven"));
      expect(await shownDomain(actor)).toEqual(["feedwise.com", "mail"]);
      expect(await domainEvents(actor)).toEqual([{ domain: "feedwise.com", method: "mail" }]);
      expect(await list(actor)).toMatchObject({
        code: null,
        proven: { domain: "feedwise.com", isNew: false },
      });
      const stored = JSON.stringify([
        await asFounder((tx) => tx.select().from(mails)),
        await asFounder((tx) => tx.select().from(domainProofs)),
        await asFounder((tx) => tx.select().from(events).orderBy(events.id)),
      ]);
      expect(stored).not.toContain(code);
      expect(await typeCode(actor, id, code)).toMatchObject({ code: "expired" });
      expect(await domainEvents(actor)).toHaveLength(1);
    }),
  );

  test(
    "is written in the language of whoever asks, and says who does",
    rolledBack(async () => {
      const actor = { ...(await aggregator()), name: "Anna Sauvage", language: "fr" as const };
      await askCode(actor, "bonjour@feedwise.com");
      const [letter] = await lettersTo("bonjour@feedwise.com");
      expect(letter?.text).toContain("Anna Sauvage");
      expect(letter?.text).toContain("Le code est");
      expect(letter?.text).toContain("/listing#domain");
    }),
  );

  test(
    "that is wrong is counted, and the fifth ends the try",
    rolledBack(async () => {
      const actor = await aggregator();
      const { id, code } = await mailedCode(actor, "hello@feedwise.com");
      for (const left of ["4", "3", "2", "1"])
        expect(await typeCode(actor, id, another(code))).toMatchObject({
          code: "invalid",
          fields: { code: "wrong_code" },
          facts: { left },
        });
      expect(await typeCode(actor, id, another(code))).toMatchObject({ code: "expired" });
      expect(await typeCode(actor, id, code)).toMatchObject({ code: "expired" });
      expect((await list(actor)).code).toMatchObject({ isOver: true });
      expect(await shownDomain(actor)).toBeNull();
      const next = await mailedCode(actor, "hello@feedwise.com");
      expect(await typeCode(actor, next.id, next.code)).toEqual(goTo("domainProven"));
    }),
  );

  test(
    "works for an hour, and the list forgets it after a day",
    rolledBack(async () => {
      const actor = await aggregator();
      // Asked for just before the session began, whose hour is as long.
      moveClock(-30);
      const { id, code } = await mailedCode(actor, "hello@feedwise.com");
      moveClock(3580);
      expect(await typeCode(actor, id, code)).toMatchObject({ code: "expired" });
      expect((await list(actor)).code).toMatchObject({ isOver: true });
      moveClock(86_401);
      expect((await list(actor)).code).toBeNull();
    }),
  );

  test(
    "of another organisation is not found, and neither is one that the form did not offer",
    rolledBack(async () => {
      const [actor, other] = [await aggregator(), await aggregator()];
      const { id, code } = await mailedCode(actor, "hello@feedwise.com");
      expect(await typeCode(other, id, code)).toMatchObject({ code: "not_found" });
      expect(await typeCode(actor, newId(), code)).toMatchObject({ code: "not_found" });
      const { id: mine } = await mailedCode(other, "hello@feedwise.com");
      expect(await typeCode(other, mine, code)).toMatchObject({ fields: { code: "wrong_code" } });
      expect(await shownDomain(other)).toBeNull();
    }),
  );

  test.each([
    ["somebody@gmail.com", "domain_public"],
    ["somebody@co.uk", "domain_public"],
    ["somebody@printer.local", "domain_public"],
  ])("is not mailed to %s", (email, fault) =>
    rolledBack(async () => {
      const actor = await aggregator();
      expect(await askCode(actor, email)).toMatchObject({ code: "invalid", fields: { email: fault } });
      expect([await proofsOf(actor), await lettersTo(email)]).toEqual([[], []]);
    })(),
  );

  test(
    "is for the editors of an aggregator, and a form makes one",
    rolledBack(async () => {
      for (const over of [
        { role: "viewer" as const },
        { kind: "partner" as const },
        { kind: "seller" as const },
      ])
        expect(await askCode(await aggregator(over), "hello@feedwise.com")).toMatchObject({
          code: "not_allowed",
        });
      const actor = withFormKey(await aggregator(), { act: "ask for domain code" });
      const input = { do: "domain_code" as const, email: "hello@feedwise.com" };
      expect((await askForDomainCode(actor, input)).ok).toBe(true);
      expect(await askForDomainCode(actor, input)).toMatchObject({ code: "stale" });
      expect(await askForDomainCode({ ...actor, key: null }, input)).toMatchObject({ code: "stale" });
      expect(await proofsOf(actor)).toHaveLength(1);
    }),
  );

  test(
    "comes ten times an hour to an organisation, five times to an address",
    rolledBack(async () => {
      const actor = await aggregator();
      for (let n = 0; n < 5; n++) expect((await askCode(actor, "hello@feedwise.com")).ok).toBe(true);
      expect(await askCode(actor, "HELLO@feedwise.com")).toMatchObject({ code: "too_many" });
      expect(await askCode(await aggregator(), "hello@feedwise.com")).toMatchObject({ code: "too_many" });
      for (let n = 0; n < 5; n++) expect((await askCode(actor, `a${n}@feedwise.com`)).ok).toBe(true);
      expect(await askCode(actor, "b@feedwise.com")).toMatchObject({ code: "too_many" });
      expect((await askCode(await aggregator(), "b@feedwise.com")).ok).toBe(true);
    }),
  );

  test("is typed in any grouping", () => {
    const about = { do: "domain_prove", proofId: newId() };
    expect(proveDomainInput.parse({ ...about, code: " 1234 56-78 " }).code).toBe("12345678");
    expect(proveDomainInput.parse({ ...about, code: "１２３４５６７８" }).code).toBe("12345678");
    expect(proveDomainInput.safeParse({ ...about, code: " - " }).success).toBe(false);
    expect(askForDomainCodeInput.safeParse({ do: "domain_code", email: "a@b" }).success).toBe(false);
  });
});

describe("one's own address", () => {
  test(
    "proves its domain with one press",
    rolledBack(async () => {
      const actor = { ...(await aggregator()), email: "anna@feedwise.com" };
      expect((await list(actor)).own).toBe("feedwise.com");
      const pressed = withFormKey(actor, { act: "use own domain" });
      expect(await pressOwn(pressed)).toEqual(goTo("domainProven"));
      expect(await shownDomain(actor)).toEqual(["feedwise.com", "mail"]);
      expect(await domainEvents(actor)).toEqual([{ domain: "feedwise.com", method: "mail" }]);
      expect((await list(actor)).own).toBeNull();
      expect(await lettersTo("anna@feedwise.com")).toEqual([]);
    }),
  );

  test(
    "proves nothing at a public provider, nor for a viewer",
    rolledBack(async () => {
      const actor = { ...(await aggregator()), email: "anna@gmail.com" };
      expect((await list(actor)).own).toBeNull();
      expect(await pressOwn(actor)).toMatchObject({ fields: { email: "domain_public" } });
      const viewer = { ...(await aggregator({ role: "viewer" })), email: "anna@feedwise.com" };
      expect(await pressOwn(viewer)).toMatchObject({ code: "not_allowed" });
      expect([await shownDomain(actor), await shownDomain(viewer)]).toEqual([null, null]);
    }),
  );
});

describe("a proven domain", () => {
  test(
    "by its records is not proven again by less",
    rolledBack(async () => {
      const actor = { ...(await aggregator()), email: "anna@feedwise.com" };
      await proven(actor, "feedwise.com");
      expect((await list({ ...actor, email: "anna@other.com" })).own).toBeNull();
      expect(await askCode(actor, "hello@feedwise.com")).toEqual(goTo("domainAlready"));
      expect(await pressOwn(actor)).toEqual(goTo("domainAlready"));
      expect(await proofsOf(actor)).toHaveLength(1);
      expect(await lettersTo("hello@feedwise.com")).toEqual([]);
    }),
  );

  test(
    "of a public entry waits for the next approval",
    rolledBack(async () => {
      const scene = await listingScene();
      await makeEntry(scene);
      const actor = { ...scene.actor, email: "anna@feedwise.com" };
      moveClock(5);
      expect((await pressOwn(actor)).ok).toBe(true);
      expect(await shownDomain(actor)).toEqual(["company.com", "dns"]);
      expect((await list(actor)).proven).toMatchObject({
        domain: "feedwise.com",
        isNew: true,
        method: "mail",
      });
    }),
  );

  test(
    "cannot be written past the proof, nor seen by others",
    rolledBack(async () => {
      const [actor, other] = [await aggregator(), await aggregator()];
      const { id } = await mailedCode(actor, "hello@feedwise.com");
      const forge = (set: object) =>
        inOrganisation(actor, (tx) => tx.update(domainProofs).set(set).where(eq(domainProofs.id, id)));
      await expect(forge({ provenAt: now() })).rejects.toThrow();
      const [person] = await asFounder((tx) => tx.select({ id: people.id }).from(people).limit(1));
      const born = {
        id: newId(),
        organisationId: actor.organisationId,
        domain: "feedwise.com",
        method: "dns" as const,
        personId: person?.id ?? "",
        createdAt: now(),
        expiresAt: inSeconds(60),
      };
      await expect(
        inOrganisation(actor, (tx) => tx.insert(domainProofs).values({ ...born, provenAt: now() })),
      ).rejects.toThrow();
      expect(await inOrganisation(other, (tx) => tx.select().from(domainProofs))).toEqual([]);
      expect(await asVisitor((tx) => tx.select().from(domainProofs))).toEqual([]);
    }),
  );
});
