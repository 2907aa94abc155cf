import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { events, members, people, resets } from "@/db/schema";
import { makeMember, makeOrganisation, makePerson, ownDatabase } from "@/db/testing";
import { findReset } from "./find-reset";
import { makeOperator } from "./make-operator";

const tokenOf = (href: string) => href.split("/").at(-1) ?? "";
const all = () =>
  asFounder(async (tx) => ({
    people: await tx.select().from(people),
    members: await tx.select().from(members),
    events: await tx.select().from(events),
    resets: await tx.select().from(resets),
  }));

beforeEach(async () => {
  await ownDatabase();
  await makeOrganisation({ kind: "operator" });
});

test("makes the first operator, whose link sets the password; the event names nobody's secret", async () => {
  const made = await makeOperator("First.Operator@staff.test");
  expect(made).toMatchObject({ isNewPerson: true, isNewMember: true });
  expect(await findReset(tokenOf(made.href))).toMatchObject({
    email: "First.Operator@staff.test",
    isOver: false,
  });
  const there = await all();
  expect(there.members.map(({ role }) => role)).toEqual(["owner"]);
  expect(there.events.map(({ type, actorName }) => [type, actorName])).toEqual([
    ["member.joined", "npm run operator"],
  ]);
  expect(JSON.stringify(there)).not.toContain(tokenOf(made.href));
});

test("of several at once and again there is one person, one membership and one event, and a link each", async () => {
  const made = await Promise.all(Array.from({ length: 5 }, () => makeOperator("one@staff.test")));
  expect(made.filter(({ isNewPerson }) => isNewPerson)).toHaveLength(1);
  expect(made.filter(({ isNewMember }) => isNewMember)).toHaveLength(1);
  expect(await makeOperator("ONE@staff.test")).toMatchObject({ isNewPerson: false, isNewMember: false });
  const there = await all();
  expect([there.people.length, there.members.length, there.events.length, there.resets.length]).toEqual([
    1, 1, 1, 6,
  ]);
});

test("somebody with an account keeps it and its password, and a lesser member of the staff becomes an owner", async () => {
  const person = await makePerson({ passwordHash: "kept" });
  expect(await makeOperator(person.email)).toMatchObject({ isNewPerson: false, isNewMember: true });
  const [member] = await asFounder((tx) => tx.select().from(members).where(eq(members.personId, person.id)));
  const viewer = await makePerson();
  await makeMember(viewer, { id: member?.organisationId ?? "" }, { role: "viewer" });
  expect(await makeOperator(viewer.email)).toMatchObject({ isNewMember: true });
  const there = await all();
  expect(there.members.map(({ role }) => role)).toEqual(["owner", "owner"]);
  expect(there.people.find(({ id }) => id === person.id)?.passwordHash).toBe("kept");
});
