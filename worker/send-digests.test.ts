import { eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asFounder, connect } from "@/db/client";
import { digestLines, digests, mails, organisations, people } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeLink,
  makeMember,
  makeOrganisation,
  makePerson,
  makeSeller,
  ownDatabase,
} from "@/db/testing";
import { moveClock, now } from "@/lib/clock";
import { env } from "@/lib/env";
import { newId } from "@/lib/id";
import { unseal } from "@/lib/secrets";
import { sendDigests } from "./send-digests";

/** A Tuesday; seven o'clock in Paris is six in UTC. */
const eve = new Date("2026-11-24T20:00:00Z");
const morning = new Date("2026-11-25T06:00:30Z");
const monday = new Date("2026-11-30T06:00:30Z");

const goTo = (at: Date) => moveClock((at.getTime() - Date.now()) / 1000);

beforeAll(() => ownDatabase());
beforeEach(async () => {
  goTo(eve);
  await asFounder(async (tx) => {
    for (const table of [digestLines, digests, mails]) await tx.delete(table);
  });
});
afterEach(() => moveClock(0));

async function addLine(personId: string, over: Partial<typeof digestLines.$inferInsert> = {}) {
  const row = {
    id: newId(),
    personId,
    notice: "endedLinks",
    subject: "A link ended",
    href: "https://p.test/x",
  };
  await asFounder((tx) => tx.insert(digestLines).values({ ...row, at: now(), ...over }));
  return row.id;
}
const order = (personId: string, organisationId: string, rhythm: "daily" | "weekly" | "off" = "daily") =>
  asFounder((tx) => tx.insert(digests).values({ personId, organisationId, rhythm, lastSentAt: now() }));
const lettersTo = async (email: string) =>
  (await asFounder((tx) => tx.select().from(mails).where(eq(mails.recipient, email)))).map((mail) => ({
    kind: mail.kind,
    subject: mail.subject,
    text: unseal(mail.sealedText),
  }));
const waiting = () =>
  asFounder((tx) => tx.select().from(digestLines).where(sql`${digestLines.sentAt} is null`));

/** As the owner of the tables, who alone may lay a trap in them. */
async function asOwner(statement: string) {
  const owner = connect(env().DATABASE_OWNER_URL, { max: 1 });
  await owner.unsafe(statement);
  await owner.end();
}

describe("what somebody chose to read together", () => {
  test("comes once, on the next morning, by notice and in time, in the reader's language", async () => {
    const reader = await makePerson({ language: "fr" });
    await addLine(reader.id, { subject: "late end", at: new Date(eve.getTime() - 1000) });
    await addLine(reader.id, { subject: "new link", notice: "newLinks" });
    await addLine(reader.id, { subject: "early end", at: new Date(eve.getTime() - 9000) });
    expect(await sendDigests()).toBe(0);
    goTo(new Date(morning.getTime() - 60_000));
    expect(await sendDigests()).toBe(0);
    goTo(morning);
    await addLine(reader.id, { subject: "of today" });
    expect(await sendDigests()).toBe(1);
    const [letter, ...others] = await lettersTo(reader.email);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ kind: "notices-digest", subject: "Votre récapitulatif\u00a0: 3 avis" });
    const places = [
      "Nouvelles liaisons",
      "new link",
      "Liaisons terminées",
      "early end",
      "late end",
      "https://p.test/x",
    ];
    const found = places.map((text) => letter?.text.indexOf(text) ?? -1);
    expect(found.every((place) => place > 0)).toBe(true);
    expect(found.slice(0, 5)).toEqual([...found.slice(0, 5)].sort((a, b) => a - b));
    expect(letter?.text).not.toContain("of today");
    expect(await sendDigests()).toBe(0);
    expect((await waiting()).map(({ subject }) => subject)).toEqual(["of today"]);
  });

  test("waits for Monday where that was chosen", async () => {
    const reader = await makePerson({ digestRhythm: "weekly" });
    await addLine(reader.id);
    goTo(morning);
    expect(await sendDigests()).toBe(0);
    goTo(new Date(monday.getTime() - 3_600_000));
    expect(await sendDigests()).toBe(0);
    goTo(monday);
    expect(await sendDigests()).toBe(1);
  });

  test("comes after the morning too, where no worker ran at seven", async () => {
    const reader = await makePerson();
    await addLine(reader.id);
    goTo(new Date(morning.getTime() + 9 * 3_600_000));
    expect(await sendDigests()).toBe(1);
  });

  test("is written once by many workers at once, and each line stands in one letter", async () => {
    const readers = await Promise.all(Array.from({ length: 8 }, () => makePerson()));
    for (const { id } of readers) for (let n = 0; n < 5; n++) await addLine(id, { subject: `line ${n}` });
    goTo(morning);
    const counts = await Promise.all([sendDigests(), sendDigests(), sendDigests(), sendDigests()]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(8);
    for (const { email } of readers) {
      const letters = await lettersTo(email);
      expect(letters).toHaveLength(1);
      for (let n = 0; n < 5; n++)
        expect(letters[0]?.text.match(new RegExp(`line ${n}`, "g"))).toHaveLength(1);
    }
    expect(await waiting()).toEqual([]);
  });

  test("is not lost when writing it fails, and holds up nobody else's", async () => {
    const [bad, good] = [await makePerson(), await makePerson()];
    await addLine(bad.id);
    await addLine(good.id);
    goTo(morning);
    await asOwner(`create or replace function refuse_mail() returns trigger language plpgsql as
      $$ begin if new.recipient = '${bad.email}' then raise exception 'disk full'; end if; return new; end $$;
      create or replace trigger refuse_mail before insert on mails for each row execute function refuse_mail()`);
    await expect(sendDigests()).rejects.toThrow();
    expect(await lettersTo(good.email)).toHaveLength(1);
    expect((await waiting()).map(({ personId }) => personId)).toEqual([bad.id]);
    await asOwner("drop trigger refuse_mail on mails");
    expect(await sendDigests()).toBe(1);
    expect(await lettersTo(bad.email)).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  test("lists two hundred lines and counts the others", async () => {
    const reader = await makePerson();
    const row = { personId: reader.id, notice: "newLinks", subject: "A seller linked", at: now() };
    const rows = Array.from({ length: 230 }, () => ({ id: newId(), ...row }));
    await asFounder((tx) => tx.insert(digestLines).values(rows));
    goTo(morning);
    expect(await sendDigests()).toBe(1);
    const [letter] = await lettersTo(reader.email);
    expect(letter?.subject).toBe("Your digest: 230 notices");
    expect(letter?.text.match(/A seller linked/g)).toHaveLength(200);
    expect(letter?.text).toContain("and 30 more");
  });
});

describe("the summary of an organisation", () => {
  test("tells a member of an aggregator what became of its links, and nothing where nothing did", async () => {
    const actor = await makeActor({ kind: "aggregator" });
    const quiet = await makeActor({ kind: "partner" });
    await order(actor.personId, actor.organisationId);
    await order(quiet.personId, quiet.organisationId);
    const client = await makeClient({ id: actor.organisationId });
    const foreign = await makeClient(await makeOrganisation({ kind: "partner" }));
    const [opened, ended, failing, ending] = await Promise.all(
      ["Shop New", "Shop Gone", "Shop Broken", "Shop Soon"].map((shopName) => makeSeller(null, { shopName })),
    );
    if (!opened || !ended || !failing || !ending) throw new Error("no sellers");
    const [old, today] = [new Date(eve.getTime() - 9 * 86_400_000), new Date(eve.getTime() + 3_600_000)];
    await makeLink(client, opened, { createdAt: today });
    await makeLink(client, ended, { createdAt: old, unlinkedAt: today, reason: "switching" });
    await makeLink(client, failing, { createdAt: old, failingSince: old });
    await makeLink(client, ending, { createdAt: old, expiresAt: new Date(eve.getTime() + 5 * 86_400_000) });
    await makeLink(foreign, await makeSeller(null, { shopName: "Shop Foreign" }), { createdAt: today });
    goTo(morning);
    expect(await sendDigests()).toBe(1);
    const [letter] = await lettersTo(actor.email);
    expect(letter?.kind).toBe("clients-digest");
    for (const line of [
      "New links: 1 (Shop New, SellerId",
      "Ended links: 1 (Shop Gone",
      "calls fail now: 1 (Shop Broken",
      "within 14 days: 1 (Shop Soon",
    ])
      expect(letter?.text).toContain(line);
    expect(letter?.text).not.toMatch(/Foreign|Invitations/);
    expect(await lettersTo(quiet.email)).toEqual([]);
    expect(await sendDigests()).toBe(0);
    // The next one tells of what came after, and still of what wants a look.
    goTo(new Date(morning.getTime() + 86_400_000));
    expect(await sendDigests()).toBe(1);
    const second = (await lettersTo(actor.email)).at(-1);
    expect(second?.text).not.toMatch(/Shop New|Shop Gone/);
    expect(second?.text).toContain("Shop Broken");
  });

  test("tells operators what waits at the desk, once each however many workers there are", async () => {
    const [first, second] = [await makeActor({ kind: "operator" }), await makeActor({ kind: "operator" })];
    for (const { personId, organisationId } of [first, second]) await order(personId, organisationId);
    goTo(morning);
    expect(await sendDigests()).toBe(0);
    const { organisationId, personId } = await makeActor({ kind: "partner" });
    await asFounder((tx) =>
      tx.execute(sql`insert into tickets (id, organisation_id, person_id, subject, created_at, last_at)
        values (${newId()}, ${organisationId}, ${personId}, 's', ${eve.toISOString()}, ${eve.toISOString()})`),
    );
    goTo(new Date(morning.getTime() + 86_400_000));
    const counts = await Promise.all([sendDigests(), sendDigests(), sendDigests()]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    for (const { email } of [first, second]) {
      const letters = await lettersTo(email);
      expect(letters).toHaveLength(1);
      expect(letters[0]).toMatchObject({ kind: "desk-digest", subject: "1 thing waits at the desk" });
      expect(letters[0]?.text).toContain("Tickets that wait for us: 1, the oldest since 2026-11-24");
    }
  });

  test("comes to nobody who left the team, whose organisation is suspended, or who wants none", async () => {
    const organisation = await makeOrganisation({ kind: "aggregator" });
    const suspended = await makeOrganisation({ kind: "aggregator", suspendedAt: now() });
    for (const one of [organisation, suspended]) {
      const client = await makeClient(one);
      await makeLink(client, await makeSeller(), { createdAt: new Date(eve.getTime() + 1000) });
    }
    const [gone, tired, member] = [await makePerson(), await makePerson(), await makePerson()];
    await makeMember(tired, organisation);
    await makeMember(member, suspended);
    await order(gone.id, organisation.id);
    await order(tired.id, organisation.id, "off");
    await order(member.id, suspended.id);
    goTo(morning);
    expect(await sendDigests()).toBe(0);
    await asFounder((tx) =>
      tx.update(digests).set({ rhythm: "daily" }).where(eq(digests.personId, tired.id)),
    );
    expect(await sendDigests()).toBe(1);
    await asFounder((tx) => tx.update(people).set({ digestRhythm: "weekly" }).where(eq(people.id, tired.id)));
    goTo(new Date(morning.getTime() + 86_400_000));
    expect(await sendDigests()).toBe(0);
  });

  test("waits while the organisation is suspended, and tells afterwards what happened meanwhile", async () => {
    const actor = await makeActor({ kind: "aggregator" });
    await order(actor.personId, actor.organisationId);
    const isIts = eq(organisations.id, actor.organisationId);
    const suspend = (suspendedAt: Date | null) =>
      asFounder((tx) => tx.update(organisations).set({ suspendedAt }).where(isIts));
    await asFounder((tx) =>
      tx.update(digests).set({ lastSentAt: eve }).where(eq(digests.personId, actor.personId)),
    );
    const client = await makeClient({ id: actor.organisationId });
    const createdAt = new Date(eve.getTime() + 1000);
    await makeLink(client, await makeSeller(null, { shopName: "Shop Meanwhile" }), { createdAt });
    await suspend(createdAt);
    goTo(morning);
    expect(await sendDigests()).toBe(0);
    await suspend(null);
    goTo(new Date(morning.getTime() + 3 * 86_400_000));
    expect(await sendDigests()).toBe(1);
    expect((await lettersTo(actor.email)).at(-1)?.text).toContain("Shop Meanwhile");
  });
});
