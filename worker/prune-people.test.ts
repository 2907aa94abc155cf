import { beforeAll, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { attachments, invitations, people, teamInvitations, ticketMessages, tickets } from "@/db/schema";
import { makeClient, makeMember, makeOrganisation, makePerson, makeSession, ownDatabase } from "@/db/testing";
import { inSeconds } from "@/lib/clock";
import { newId } from "@/lib/id";
import { prune } from "./prune";

const days = (count: number) => inSeconds(count * 86_400);
const hash = () => Buffer.from(newId());

beforeAll(() => ownDatabase());

test("whoever belongs to nothing is forgotten a month after their last session, and whom a team asks is not", async () => {
  const made = { createdAt: days(-60) };
  const [lonely, seen, asked, member, fresh] = [
    await makePerson(made),
    await makePerson(made),
    await makePerson(made),
    await makePerson(made),
    await makePerson({ createdAt: days(-29) }),
  ];
  const organisation = await makeOrganisation();
  await makeMember(member, organisation);
  await makeSession(lonely, null, { expiresAt: days(-30.1) });
  await makeSession(seen, null, { expiresAt: days(-29) });
  const invitation = {
    id: newId(),
    tokenHash: hash(),
    organisationId: organisation.id,
    createdBy: member.id,
  };
  const to = { email: asked.email, emailFold: asked.emailFold, role: "viewer" as const };
  await asFounder((tx) =>
    tx.insert(teamInvitations).values({ ...invitation, ...to, createdAt: days(-1), expiresAt: days(1) }),
  );
  await prune();
  const rows = await asFounder((tx) => tx.select().from(people));
  const gone = rows.filter(({ deletedAt }) => deletedAt).map(({ id }) => id);
  expect(gone).toContain(lonely.id);
  for (const { id } of [seen, asked, member, fresh]) expect(gone).not.toContain(id);
  expect(JSON.stringify(rows)).not.toContain(lonely.email);
  expect(await prune()).toBe(0);
});

test("a request for help goes two years after it was solved, with all it held; an invitation forgets whom it was for", async () => {
  const person = await makePerson();
  const client = await makeClient(await makeOrganisation({ kind: "partner" }));
  const { organisationId } = client;
  for (const solvedAt of [days(-731), days(-729), null]) {
    const [id, messageId] = [newId(), newId()];
    const by = { organisationId, createdAt: days(-900) };
    await asFounder(async (tx) => {
      await tx
        .insert(tickets)
        .values({ ...by, id, personId: person.id, subject: "x", lastAt: days(-900), solvedAt });
      const message = {
        ...by,
        id: messageId,
        ticketId: id,
        side: "member" as const,
        authorName: "x",
        body: "x",
      };
      await tx.insert(ticketMessages).values(message);
      const file = { messageId, ticketId: id, name: "x", isPicture: false, size: 1, bytes: hash() };
      await tx.insert(attachments).values({ ...by, ...file, id: newId() });
    });
  }
  const ask = (withdrawnAt: Date | null, email: string) =>
    asFounder((tx) =>
      tx.insert(invitations).values({
        ...{ id: newId(), tokenHash: hash(), clientRowId: client.id, organisationId, message: "Dear Ada" },
        ...{ addresseeEmail: email, addresseeEmailFold: email, createdAt: days(-900), sentAt: days(-900) },
        ...{ expiresAt: days(-800), withdrawnAt },
      }),
    );
  await ask(days(-366), "old@people.test");
  await ask(days(-364), "young@people.test");
  await ask(null, "open@people.test");
  expect(await prune()).toBe(4);
  expect(await prune()).toBe(0);
  const left = await asFounder((tx) => tx.select().from(invitations));
  expect(left.map(({ addresseeEmail, message }) => `${addresseeEmail} ${message}`).sort()).toEqual([
    "null ",
    "open@people.test Dear Ada",
    "young@people.test Dear Ada",
  ]);
  const counts = await asFounder((tx) =>
    Promise.all([tickets, ticketMessages, attachments].map((table) => tx.$count(table))),
  );
  expect(counts).toEqual([2, 2, 2]);
});
