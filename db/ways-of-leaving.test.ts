import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { asFounder, asVisitor, asWorker, inOrganisation, type Tx } from "./client";
import { makeMember, makeOrganisation, makePerson, makeSession, rolledBack } from "./testing";

const at = () => now().toISOString();
const countOf = async (work: Promise<ArrayLike<unknown>>) => (await work).length;

/** A shop and its owner. */
async function makeShop() {
  const [shop, owner] = [await makeOrganisation(), await makePerson()];
  await makeMember(owner, shop);
  return { shop, owner };
}

describe("the ways across the wall for whoever leaves", () => {
  it(
    "forget a person only who belongs to nothing, once, and nobody but the worker forgets by the clock",
    rolledBack(async () => {
      const { owner, shop } = await makeShop();
      const forget = (id: string) =>
        asVisitor((tx) =>
          tx.execute<{ done: boolean }>(sql`select anonymise_person(${id}, ${at()}) as done`),
        );
      expect([...(await forget(owner.id))]).toEqual([{ done: false }]);
      const lonely = await makePerson();
      expect([...(await forget(lonely.id))]).toEqual([{ done: true }]);
      expect([...(await forget(lonely.id))]).toEqual([{ done: false }]);
      const byClock = (tx: Tx) => tx.execute(sql`select forget_people(1, ${at()}, ${at()})`);
      await expect(asVisitor(byClock)).rejects.toThrow();
      await expect(inOrganisation({ organisationId: shop.id }, byClock)).rejects.toThrow();
      expect(await countOf(asWorker(byClock))).toBe(1);
    }),
  );

  it(
    "show of a session's person what is theirs, and of a session that has ended nothing",
    rolledBack(async () => {
      const { owner, shop } = await makeShop();
      const session = await makeSession(owner);
      await asFounder((tx) =>
        tx.execute(
          sql`insert into events (type, actor_name, actor_person_id) values ('x', 'x', ${owner.id}), ('x', 'x', null)`,
        ),
      );
      const read = (id: string) =>
        asVisitor(async (tx) => [
          await countOf(tx.execute(sql`select * from events_of_session(${id}, ${at()}, '0'::xid8, 0, 10)`)),
          await countOf(tx.execute(sql`select * from memberships_of_session(${id}, ${at()})`)),
          await countOf(tx.execute(sql`select * from letters_of_session(${id}, ${at()})`)),
        ]);
      expect(await read(session.id)).toEqual([1, 1, 0]);
      expect(await read(shop.id)).toEqual([0, 0, 0]);
      await asFounder((tx) => tx.execute(sql`update sessions set ended_at = now() where id = ${session.id}`));
      expect(await read(session.id)).toEqual([0, 0, 0]);
    }),
  );
});
