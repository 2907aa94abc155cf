import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "@/db/testing";
import { moveClock } from "../clock";
import {
  ask,
  atOnce,
  eventsOf,
  join,
  lettersTo,
  makeMember,
  makeOrganisation,
  makeSession,
  withForm,
} from "./act.testing";
import { endOtherSessions } from "./end-other-sessions";
import { endSession } from "./end-session";
import { findViewer } from "./find-actor";
import { listSessions } from "./list-sessions";
import { showOrganisation } from "./show-organisation";
import { signOut } from "./sign-out";

beforeAll(() => ownDatabase());
afterEach(() => moveClock(0));

const hour = 3600;

describe("a session", () => {
  test("ends after twelve hours unseen", async () => {
    const { sessionId } = await makeMember();
    moveClock(12 * hour - 10);
    expect(await findViewer(sessionId)).not.toBeNull();
    moveClock(24 * hour - 30);
    expect(await findViewer(sessionId)).not.toBeNull();
    moveClock(36 * hour);
    expect(await findViewer(sessionId)).toBeNull();
  });

  test("of somebody who acts for the marketplace ends after one hour unseen", async () => {
    const { sessionId, personId } = await makeMember();
    await join(await makeOrganisation("operator", "Desk"), personId, "viewer");
    moveClock(hour - 10);
    expect(await findViewer(sessionId)).not.toBeNull();
    moveClock(2 * hour - 30);
    expect(await findViewer(sessionId)).not.toBeNull();
    moveClock(3 * hour);
    expect(await findViewer(sessionId)).toBeNull();
    expect(await listSessions({ sessionId, personId })).toEqual([]);
  });

  test("holds no role: a new one counts at the next request of every browser", async () => {
    const { sessionId, personId, organisationId } = await makeMember();
    await join(organisationId, (await makeMember()).personId);
    const elsewhere = await makeSession(personId);
    for (const role of ["viewer", "editor"]) {
      await ask(sql`update members set role = ${role} where person_id = ${personId}`);
      for (const id of [sessionId, elsewhere])
        expect(await findViewer(id)).toMatchObject({ organisation: { role } });
    }
  });

  test("ends after seven days, however often seen", async () => {
    const { sessionId } = await makeMember();
    for (let day = 0; day < 14; day++) {
      moveClock(day * 11 * hour);
      expect(await findViewer(sessionId)).not.toBeNull();
    }
    await ask(sql`update sessions set seen_at = now() + interval '7 days' where id = ${sessionId}`);
    moveClock(7 * 24 * hour + 10);
    expect(await findViewer(sessionId)).toBeNull();
  });

  test("shows nothing of an organisation that removed its member, or is suspended", async () => {
    const { sessionId, personId, organisationId } = await makeMember();
    await join(organisationId, (await makeMember()).personId);
    const second = await makeOrganisation("partner", "Atelier");
    await join(second, personId, "viewer");
    expect((await findViewer(sessionId))?.organisations).toHaveLength(2);
    await ask(sql`delete from members where organisation_id = ${organisationId} and person_id = ${personId}`);
    expect(await findViewer(sessionId)).toMatchObject({ organisation: { id: second, role: "viewer" } });
    await ask(sql`update organisations set suspended_at = now() where id = ${second}`);
    expect(await findViewer(sessionId)).toBeNull();
  });

  test("is listed for its person alone", async () => {
    const [member, stranger] = [await makeMember(), await makeMember()];
    await makeSession(member.personId);
    const listed = await listSessions(member);
    expect(listed.map(({ isThis }) => isThis).sort()).toEqual([false, true]);
    expect(await listSessions(stranger)).toHaveLength(1);
    expect(JSON.stringify(listed)).not.toContain(member.sessionId);
  });
});

describe("signOut", () => {
  test("ends this session at once, and no other", async () => {
    const member = await makeMember();
    const other = await makeSession(member.personId);
    const actor = withForm(member, "sign out");
    expect(await signOut(actor)).toEqual({ ok: true, view: { sessionId: null, goTo: "/" } });
    expect(await findViewer(member.sessionId)).toBeNull();
    expect(await findViewer(other)).not.toBeNull();
    expect(await signOut(actor)).toMatchObject({ ok: false, code: "sign_in_again" });
  });

  test("refuses a session that is another person's", async () => {
    const [member, stranger] = [await makeMember(), await makeMember()];
    const borrowed = { ...withForm(stranger, "sign out"), sessionId: member.sessionId };
    expect(await signOut(borrowed)).toMatchObject({ ok: false, code: "sign_in_again" });
    expect(await findViewer(member.sessionId)).not.toBeNull();
  });

  test("has one winner of five at once", async () => {
    const member = await makeMember();
    const results = await atOnce(5, () => signOut(withForm(member, "sign out")));
    expect(results.some(({ ok }) => ok)).toBe(true);
    expect(await findViewer(member.sessionId)).toBeNull();
    expect((await eventsOf(member.personId)).types).toEqual([]);
  });
});

describe("endOtherSessions", () => {
  test("signs out everywhere else, once", async () => {
    const member = await makeMember();
    const others = [await makeSession(member.personId), await makeSession(member.personId)];
    const stranger = await makeMember();
    const actor = withForm(member, "end other sessions");
    const results = await atOnce(3, () => endOtherSessions(actor));
    const done = results.filter((result) => result.ok);
    expect(done).toEqual([{ ok: true, view: { ended: 2, goTo: "/account?ended=1" } }]);
    for (const id of others) expect(await findViewer(id)).toBeNull();
    expect(await findViewer(member.sessionId)).not.toBeNull();
    expect(await findViewer(stranger.sessionId)).not.toBeNull();
    expect(await endOtherSessions(actor)).toMatchObject({ ok: false, code: "stale" });
    expect((await eventsOf(member.personId)).types).toEqual(["person.sessions_ended"]);
    const [letter, ...more] = await lettersTo(member.email);
    expect(letter?.text).toContain("2 browsers were signed out");
    expect(more).toEqual([]);
  });

  test("refuses a session that has ended", async () => {
    const member = await makeMember();
    const other = await makeSession(member.personId);
    await signOut(withForm(member, "sign out"));
    const result = await endOtherSessions(withForm(member, "end other sessions"));
    expect(result).toMatchObject({ ok: false, code: "sign_in_again" });
    expect(await findViewer(other)).not.toBeNull();
  });
});

describe("endSession", () => {
  const end = (member: Parameters<typeof withForm>[0], session: string) =>
    endSession(withForm(member, "end session"), { session });
  const handleOf = async (member: { personId: string; sessionId: string }, isThis: boolean) =>
    (await listSessions(member)).find((one) => one.isThis === isThis)?.handle ?? "";

  test("signs out in that browser alone, once, and leaves an event and a letter", async () => {
    const member = await makeMember();
    const [other, third] = [await makeSession(member.personId), await makeSession(member.personId)];
    const handle = await handleOf({ ...member, sessionId: other }, true);
    const results = await atOnce(3, () => end(member, handle));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findViewer(other)).toBeNull();
    for (const id of [member.sessionId, third]) expect(await findViewer(id)).not.toBeNull();
    expect(await end(member, handle)).toMatchObject({ code: "not_found" });
    const { types, text } = await eventsOf(member.personId);
    expect(types).toEqual(["person.sessions_ended"]);
    expect(text).not.toContain(other);
    expect((await lettersTo(member.email)).map(({ kind }) => kind)).toEqual(["sessions-ended"]);
  });

  test("asks for the password again after ten minutes, and so does signing out everywhere else", async () => {
    const member = await makeMember();
    const other = await makeSession(member.personId);
    const handle = await handleOf({ ...member, sessionId: other }, true);
    moveClock(605);
    for (const result of [
      await end(member, handle),
      await endOtherSessions(withForm(member, "end other sessions")),
    ])
      expect(result).toMatchObject({ code: "sign_in_again", facts: { href: /again=1/ } });
    expect(await findViewer(other)).not.toBeNull();
  });

  test("answers for another person's browser, its id, and this one as for none", async () => {
    const [member, stranger] = [await makeMember(), await makeMember()];
    const theirs = await handleOf(stranger, true);
    for (const handle of [theirs, stranger.sessionId, await handleOf(member, true), "", "x"])
      expect(await end(member, handle)).toEqual({ ok: false, code: "not_found" });
    expect(await findViewer(stranger.sessionId)).not.toBeNull();
    expect(await findViewer(member.sessionId)).not.toBeNull();
  });

  test("refuses a session that has ended", async () => {
    const member = await makeMember();
    const other = await makeSession(member.personId);
    const handle = await handleOf({ ...member, sessionId: other }, true);
    await signOut(withForm(member, "sign out"));
    expect(await end(member, handle)).toMatchObject({ ok: false, code: "sign_in_again" });
    expect(await findViewer(other)).not.toBeNull();
  });
});

describe("showOrganisation", () => {
  test("shows another organisation of the person, in this browser only", async () => {
    const member = await makeMember();
    const elsewhere = await makeSession(member.personId);
    const second = await makeOrganisation("aggregator", "FeedWise");
    await join(second, member.personId, "editor");
    const actor = withForm(member, "show organisation");
    const results = await atOnce(4, () => showOrganisation(actor, { organisationId: second }));
    expect(results.filter(({ ok }) => ok)).toMatchObject([{ ok: true, view: { goTo: "/aggregator" } }]);
    expect(await findViewer(member.sessionId)).toMatchObject({
      organisation: { id: second, role: "editor" },
    });
    expect(await findViewer(elsewhere)).toMatchObject({ organisation: { id: member.organisationId } });
  });

  test("answers for a foreign organisation as for none", async () => {
    const [member, stranger] = [await makeMember(), await makeMember()];
    const show = (organisationId: string) =>
      showOrganisation(withForm(member, "show organisation"), { organisationId });
    const foreign = await show(stranger.organisationId);
    expect(foreign).toEqual({ ok: false, code: "not_found" });
    expect(await show("00000000-0000-7000-8000-000000000000")).toEqual(foreign);
    const suspended = await makeOrganisation("partner");
    await join(suspended, member.personId);
    await ask(sql`update organisations set suspended_at = now() where id = ${suspended}`);
    expect(await show(suspended)).toEqual(foreign);
    expect(await findViewer(member.sessionId)).toMatchObject({ organisation: { id: member.organisationId } });
  });

  test("refuses a session that has ended", async () => {
    const member = await makeMember();
    await signOut(withForm(member, "sign out"));
    const { organisationId } = member;
    const result = await showOrganisation(withForm(member, "show organisation"), { organisationId });
    expect(result).toMatchObject({ ok: false, code: "sign_in_again" });
  });
});
