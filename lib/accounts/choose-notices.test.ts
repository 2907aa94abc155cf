import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { digests, events, noticeChoices, people } from "@/db/schema";
import { makeActor, ownDatabase, viewerOf, withFormKey } from "@/db/testing";
import { moveClock, now } from "../clock";
import { noticeNames } from "../mail/notices";
import type { Actor } from "./actor";
import { chooseNotices } from "./choose-notices";
import { findNotices } from "./find-notices";
import { chooseNoticesInput } from "./notice-input";

beforeAll(() => ownDatabase());

const form = (actor: Actor, notice: string[] = [...noticeNames]) =>
  withFormKey(actor, { act: "choose notices", offered: { notice } });
const wanted = { newLinks: "digest", endedLinks: "off", rhythm: "weekly" } as const;
const rowsOf = ({ personId }: Actor) =>
  asFounder((tx) => tx.select().from(noticeChoices).where(eq(noticeChoices.personId, personId)));
const digestOf = async ({ personId }: Actor) =>
  (await asFounder((tx) => tx.select().from(digests).where(eq(digests.personId, personId))))[0];
const eventsOf = ({ personId }: Actor) =>
  asFounder((tx) => tx.select().from(events).where(eq(events.actorPersonId, personId)).orderBy(events.id));

async function seen(actor: Actor, kind: "seller" | "partner" | "aggregator" | "operator") {
  const viewer = viewerOf(actor);
  const organisation = { ...viewer.organisation, kind };
  return findNotices({ ...viewer, organisation, organisations: [organisation] });
}

describe("chooseNotices", () => {
  it("saves what was chosen, leaves the rest by letter, and shows it again", async () => {
    const actor = await makeActor({ kind: "aggregator" });
    const before = await seen(actor, "aggregator");
    expect(before).toMatchObject({ rhythm: "daily", summary: "off" });
    expect(new Set(before.notices.map(({ choice }) => choice))).toEqual(new Set(["mail"]));
    const result = await chooseNotices(form(actor), { ...wanted, summary: "daily" });
    expect(result).toMatchObject({ ok: true, view: { goTo: "/account?noticed=1#notices" } });
    const after = await seen(actor, "aggregator");
    expect(after).toMatchObject({ rhythm: "weekly", summary: "daily" });
    expect(after.notices.filter(({ choice }) => choice !== "mail")).toEqual([
      { name: "newLinks", choice: "digest" },
      { name: "endedLinks", choice: "off" },
    ]);
    await chooseNotices(form(actor), { newLinks: "mail", rhythm: "daily", summary: "off" });
    expect((await rowsOf(actor)).find(({ notice }) => notice === "newLinks")?.choice).toBe("mail");
    expect(await digestOf(actor)).toMatchObject({ rhythm: "off" });
  });

  it("is each person's own, in every role: a colleague's choice stays", async () => {
    const owner = await makeActor({ kind: "partner" });
    const viewer = await makeActor({ organisationId: owner.organisationId, role: "viewer" });
    expect(await chooseNotices(form(viewer), { ...wanted, summary: "weekly" })).toMatchObject({ ok: true });
    expect(await rowsOf(owner)).toEqual([]);
    expect(await digestOf(owner)).toBeUndefined();
    const [person] = await asFounder((tx) => tx.select().from(people).where(eq(people.id, owner.personId)));
    expect(person?.digestRhythm).toBe("daily");
  });

  it("refuses what was not offered, a summary for sellers and strangers, and another act's form", async () => {
    const [seller, stranger] = [await makeActor(), await makeActor({ kind: "partner" })];
    expect(await chooseNotices(form(seller, ["requests"]), wanted)).toMatchObject({ code: "not_found" });
    expect(await chooseNotices(form(seller), { rhythm: "daily", summary: "daily" })).toMatchObject({
      code: "not_found",
    });
    const { organisationId } = await makeActor({ kind: "aggregator" });
    const abroad = { ...stranger, organisationId };
    expect(await chooseNotices(form(abroad), { rhythm: "daily", summary: "daily" })).toMatchObject({
      code: "not_found",
    });
    const other = withFormKey(seller, { act: "sign out", offered: { notice: [...noticeNames] } });
    expect(await chooseNotices(other, wanted)).toMatchObject({ code: "stale" });
    const borrowed = { ...form(seller), sessionId: stranger.sessionId };
    expect(await chooseNotices(borrowed, wanted)).toMatchObject({ code: "sign_in_again" });
    for (const actor of [seller, stranger]) {
      expect(await rowsOf(actor)).toEqual([]);
      expect(await eventsOf(actor)).toEqual([]);
    }
  });

  it("does nothing the second time, and has one winner of five at once", async () => {
    const actor = form(await makeActor({ kind: "partner" }));
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => chooseNotices(actor, wanted)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await chooseNotices(actor, { ...wanted, endedLinks: "mail" })).toMatchObject({ code: "stale" });
    expect(await eventsOf(actor)).toHaveLength(1);
    expect(await rowsOf(actor)).toHaveLength(2);
  });

  it("leaves an event with the choices and nothing else", async () => {
    const actor = form(await makeActor({ kind: "partner" }));
    await chooseNotices(actor, { ...wanted, summary: "off" });
    const [event] = await eventsOf(actor);
    expect(event?.type).toBe("person.notices_chosen");
    expect(event?.data).toEqual({ newLinks: "digest", endedLinks: "off", rhythm: "weekly", summary: "off" });
  });

  it("lets a summary begin with what happens from now on, also after a pause", async () => {
    const actor = await makeActor({ kind: "aggregator" });
    const choose = (summary: "daily" | "weekly" | "off") =>
      chooseNotices(form(actor), { rhythm: "daily", summary });
    await choose("daily");
    const begun = (await digestOf(actor))?.lastSentAt;
    expect(Math.abs(now().getTime() - (begun?.getTime() ?? 0))).toBeLessThan(5000);
    moveClock(600);
    await choose("weekly");
    expect((await digestOf(actor))?.lastSentAt).toEqual(begun);
    await choose("off");
    moveClock(3000);
    await choose("daily");
    expect((await digestOf(actor))?.lastSentAt?.getTime()).toBeGreaterThan(
      (begun?.getTime() ?? 0) + 2_900_000,
    );
    moveClock(0);
  });
});

it("takes no choice that a notice does not have, and no notice that there is not", () => {
  const parses = (values: Record<string, string>) =>
    chooseNoticesInput.safeParse({ rhythm: "daily", ...values }).success;
  expect(parses({ newLinks: "digest", tickets: "off" })).toBe(true);
  const refused: Record<string, string>[] = [
    { newLinks: "off" },
    { tickets: "never" },
    { reset: "off" },
    { rhythm: "off" },
  ];
  expect(refused.filter(parses)).toEqual([]);
});
