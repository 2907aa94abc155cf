import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { members, organisations, sessions, teamInvitations } from "@/db/schema";
import { inRolledBackTransaction, makeActor, ownDatabase } from "@/db/testing";
import type { Actor } from "./accounts/actor";
import { freshSeconds } from "./accounts/allow";
import { isOpenToStopped, type Right, rights, ruleOf } from "./accounts/rights";
import { inSeconds, now } from "./clock";
import { heldElsewhere } from "./desk/rights-held-elsewhere.testing";
import { rightsOfBulk } from "./desk/rights-of-bulk.testing";
import { rightsOfHelp } from "./desk/rights-of-help.testing";
import { otherWays, rightsOfListings, zone } from "./desk/rights-of-listings.testing";
import { rightsOfOperators } from "./desk/rights-of-operators.testing";
import { rightsOfTeams } from "./desk/rights-of-teams.testing";
import {
  answerOf,
  atForm,
  type Ids,
  isAllowed,
  kinds,
  leastOf,
  type Member,
  makeCast,
  type Row,
  readAll,
  said,
  undone,
  unknownLike,
} from "./desk/rights-table.testing";
import { startNameServer } from "./directory/dns.testing";
import { env } from "./env";
import type { Result } from "./result";

const table: Partial<Record<Right, Row>> = {
  ...rightsOfListings,
  ...rightsOfTeams,
  ...rightsOfHelp,
  ...rightsOfBulk,
  ...rightsOfOperators,
};
const lines = [...(Object.entries(table) as [Right, Row][]), ...otherWays];
const ofMembers = lines.filter(([right]) => ruleOf(right).who === "member");
const aboutThings = lines.filter(([, { about }]) => about !== "nothing");

let cast: Member[];
let server: Awaited<ReturnType<typeof startNameServer>>;
const servers = env().DNS_SERVERS;
beforeAll(async () => {
  await ownDatabase();
  cast = await makeCast();
  server = await startNameServer(zone);
  env().DNS_SERVERS = [server.address];
});
afterAll(async () => {
  env().DNS_SERVERS = servers;
  await server.stop();
});

/** Lets somebody do the act on a thing that is there; the answer, and whether anything changed. */
async function attempt(right: Right, row: Row, { actor }: Member, meanwhile?: () => Promise<unknown>) {
  return undone(async () => {
    const ids = await row.make(actor);
    const form = atForm(actor, right, row.offered?.(ids));
    await meanwhile?.();
    return judge(() => row.act(form, ids));
  });
}

async function judge(act: () => Promise<Result<unknown>>) {
  const earlier = await readAll();
  const result = await act();
  const later = await readAll();
  const changed = Object.keys(later).filter((name) => later[name] !== earlier[name]);
  return { answer: answerOf(result), said: said(result), changed };
}

/** By kind and role, in words. */
const nameOf = ({ kind, role }: Member) => `${kind} ${role}`;

it("there is a line for every right that no other test holds", () => {
  const held = Object.keys(rights).filter((right) => !heldElsewhere.includes(right));
  expect(Object.keys(table).sort()).toEqual(held.sort());
  expect(heldElsewhere.filter((right) => !(right in rights))).toEqual([]);
});

describe("an act is done by whom the table of rights names, and by nobody else", () => {
  it.each(lines)("%s", (right, row) =>
    inRolledBackTransaction(async () => {
      const isVisitors = ruleOf(right).who === "visitor";
      const [allowed, others] = isVisitors ? [cast.slice(0, 1), []] : split(right);
      const answers: Record<string, string> = {};
      for (const caller of allowed) {
        const { answer, changed } = await attempt(right, row, caller);
        answers[nameOf(caller)] = changed.length > 0 ? answer : `${answer}, but nothing changed`;
      }
      for (const kind of kinds) {
        const [first, ...more] = others.filter((one) => one.kind === kind);
        if (first) Object.assign(answers, await attemptAll(right, row, [first, ...more]));
      }
      const all = [...allowed, ...others];
      expect(answers).toEqual(
        Object.fromEntries(all.map((one) => [nameOf(one), allowed.includes(one) ? "ok" : "not_allowed"])),
      );
    }),
  );
});

/** Who may, and who may not. */
function split(right: Right): [Member[], Member[]] {
  return [cast.filter((one) => isAllowed(right, one)), cast.filter((one) => !isAllowed(right, one))];
}

/** Lets all of one organisation try on one thing of theirs, which nobody may change; the answer to each. */
async function attemptAll(right: Right, row: Row, callers: [Member, ...Member[]]) {
  return undone(async () => {
    const ids = await row.make(callers[0].actor);
    const answers: [string, string][] = [];
    const earlier = await readAll();
    for (const caller of callers) {
      const result = await row.act(atForm(caller.actor, right, row.offered?.(ids)), ids);
      answers.push([nameOf(caller), answerOf(result)]);
    }
    expect(await readAll()).toEqual(earlier);
    return Object.fromEntries(answers);
  });
}

describe("what is somebody else's is answered like what nobody ever made", () => {
  it.each(aboutThings)("%s", (right, row) =>
    inRolledBackTransaction(async () => {
      const { about, gone = "not_found", isTyped, offered } = row;
      for (const { kind, actor } of leastOf(right, cast)) {
        const press = (shown: Ids, ids: Ids) =>
          undone(() => judge(() => row.act(atForm(actor, right, offered?.(shown)), ids)));
        const theirs = await row.make(await makeActor({ kind }));
        const nobodys = unknownLike(theirs);
        const things = about === "own" ? [theirs, nobodys] : [nobodys];
        // A page never shows such a thing, but an act does not rely on that.
        const shown = await inTurn(things, (ids) => press(ids, ids));
        expect(shown).toEqual(things.map(() => ({ answer: gone, said: shown[0]?.said, changed: [] })));
        if (!offered && !isTyped) continue;
        const own = await row.make(actor);
        // Nor on what is typed into the form of another thing.
        const typed = await inTurn(isTyped ? things : [], (ids) => press(own, ids));
        expect(typed).toEqual(typed.map(() => ({ answer: "not_found", said: typed[0]?.said, changed: [] })));
        if (!offered) continue;
        const unshown = await press(nobodys, own);
        expect(unshown).toMatchObject({ answer: isTyped ? "not_found" : gone, changed: [] });
      }
    }),
  );
});

/** One after the other: a rolled-back test has one connection. */
async function inTurn<T, U>(all: T[], act: (one: T) => Promise<U>) {
  const results: U[] = [];
  for (const one of all) results.push(await act(one));
  return results;
}

describe("a form counts for the act it was made for, and once", () => {
  it.each(lines)("%s", (right, row) =>
    inRolledBackTransaction(async () => {
      for (const { actor } of leastOf(right, cast)) {
        const ids = await row.make(actor);
        const form = atForm(actor, right, row.offered?.(ids));
        const another: Right = right === "solve ticket" ? "close ticket" : "solve ticket";
        const { key } = atForm(actor, another, row.offered?.(ids));
        const other = await undone(() => judge(() => row.act({ ...form, key }, ids)));
        expect(other).toMatchObject({ answer: "stale", changed: [] });
        const none = await undone(() => judge(() => row.act({ ...form, key: null }, ids)));
        expect(["stale", "not_found"]).toContain(none.answer);
        expect(none.changed.filter(isNoCount)).toEqual([]);
        await undone(async () => {
          expect(await row.act(form, ids)).toMatchObject({ ok: true });
          const again = await judge(() => row.act(form, ids));
          expect(again.changed.filter(isNoCount)).toEqual([]);
        });
      }
    }),
  );
});

/** What asks the name servers counts every try, whatever becomes of it. */
const isNoCount = (table: string) => table !== "limit_counters";

/** What may happen to somebody between the page and the press, and what they are answered then. */
const meanwhiles: { name: string; answer: string; happen: (member: Member) => Promise<unknown> }[] = [
  { name: "signed out", answer: "sign_in_again", happen: ({ actor }) => endSession(actor) },
  { name: "removed", answer: "not_allowed", happen: ({ actor }) => removeFromTeam(actor) },
  { name: "suspended", answer: "not_allowed", happen: ({ actor }) => suspend([actor.organisationId]) },
];

const endSession = ({ sessionId }: Actor) =>
  asFounder((tx) => tx.update(sessions).set({ endedAt: now() }).where(eq(sessions.id, sessionId)));
const removeFromTeam = ({ personId }: Actor) =>
  asFounder((tx) => tx.delete(members).where(eq(members.personId, personId)));
const suspend = (ids: string[]) =>
  asFounder((tx) =>
    tx.update(organisations).set({ suspendedAt: now() }).where(inArray(organisations.id, ids)),
  );

describe("nobody acts who was sent away meanwhile, or in another organisation's name", () => {
  it.each(ofMembers)("%s", (right, row) =>
    inRolledBackTransaction(async () => {
      for (const member of leastOf(right, cast)) {
        for (const { name, answer, happen } of meanwhiles) {
          // The desk is never suspended: the database itself refuses to.
          if (member.kind === "operator" && name === "suspended") continue;
          const result = await attempt(right, row, member, () => happen(member));
          // Whoever is suspended still asks for help.
          if (name === "suspended" && isOpenToStopped(right)) expect(result.answer).toBe("ok");
          else expect({ name, ...result }).toMatchObject({ name, answer, changed: [] });
        }
        const { actor, kind } = member;
        const { organisationId } = actor;
        const ids = await row.make(actor);
        const stranger = { ...(await makeActor({ kind })), organisationId };
        const result = await judge(() => row.act(atForm(stranger, right, row.offered?.(ids)), ids));
        expect(result).toMatchObject({ answer: "not_allowed", changed: [] });
      }
    }),
  );

  it.each(lines.filter(([right]) => ruleOf(right).who === "person"))("%s, signed out", (right, row) =>
    inRolledBackTransaction(async () => {
      for (const member of leastOf(right, cast)) {
        const result = await attempt(right, row, member, () => endSession(member.actor));
        expect(result).toMatchObject({ answer: "sign_in_again", changed: [] });
      }
    }),
  );

  it.each(lines.filter(([right]) => right.startsWith("join ")))("%s that is suspended", (right, row) =>
    inRolledBackTransaction(async () => {
      for (const member of leastOf(right, cast)) {
        const result = await attempt(right, row, member, async () => {
          const inviting = await asFounder((tx) => tx.select().from(teamInvitations));
          expect(inviting).toHaveLength(1);
          await suspend(inviting.map(({ organisationId }) => organisationId));
        });
        expect(result).toMatchObject({ answer: "expired", changed: [] });
      }
    }),
  );

  it.each(ofMembers.filter(([right]) => "fresh" in ruleOf(right)))("%s with an old password", (right, row) =>
    inRolledBackTransaction(async () => {
      for (const member of leastOf(right, cast)) {
        const freshAt = inSeconds(-freshSeconds - 1);
        const isTheirs = eq(sessions.id, member.actor.sessionId);
        const result = await attempt(right, row, member, () =>
          asFounder((tx) => tx.update(sessions).set({ freshAt }).where(isTheirs)),
        );
        expect(result).toMatchObject({ answer: "sign_in_again", changed: [] });
      }
    }),
  );
});
