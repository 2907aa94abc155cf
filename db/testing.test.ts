import { sql } from "drizzle-orm";
import { describe, expect, it, test } from "vitest";
import { asFounder, asMachine, asVisitor, inOrganisation } from "./client";
import { clients, people } from "./schema";
import {
  inRolledBackTransaction,
  makeActor,
  makeClient,
  makeLink,
  makeOrganisation,
  makeSecret,
  makeSeller,
  ownDatabase,
  rolledBack,
} from "./testing";

const countPeople = () => asFounder(async (tx) => (await tx.select().from(people)).length);

describe("a rolled-back transaction", () => {
  it("shows what was made in it, and leaves nothing", async () => {
    const seen = await inRolledBackTransaction(async () => {
      await makeActor();
      return countPeople();
    });
    expect(seen).toBe(1);
    expect(await countPeople()).toBe(0);
  });

  it("fails where its work fails", async () => {
    const failing = inRolledBackTransaction(async () => {
      throw new Error("as the test wants");
    });
    await expect(failing).rejects.toThrow("as the test wants");
  });

  test(
    "stands behind the walls of row-level security",
    rolledBack(async () => {
      const mine = await makeActor();
      const other = await makeOrganisation({ kind: "partner" });
      const client = await makeClient({ id: mine.organisationId });
      await makeClient(other);
      await makeLink(client, await makeSeller({ id: mine.organisationId }));
      const seen = await inOrganisation(mine, (tx) => tx.select().from(clients));
      expect(seen.map(({ clientId }) => clientId)).toEqual([client.clientId]);
      expect(await asVisitor((tx) => tx.select().from(clients))).toEqual([]);
    }),
  );
});

describe("an own database", () => {
  it("is shared by several connections, and by the narrow login", async () => {
    await ownDatabase();
    const client = await makeClient(await makeOrganisation());
    await makeSecret(client);
    await Promise.all([makeActor(), makeActor()]);
    expect(await countPeople()).toBe(2);
    const seen = await asMachine()`select client_id from clients`;
    expect([...seen]).toEqual([{ client_id: client.clientId }]);
    await expect(asMachine()`select email from people`).rejects.toThrow("permission denied");
  });

  it("has the main login own nothing and inherit nothing", async () => {
    await ownDatabase();
    const rights = await asVisitor((tx) =>
      tx.execute(
        sql`select session_user as login, rolinherit, rolsuper, rolbypassrls from pg_roles where rolname = session_user`,
      ),
    );
    expect([...rights]).toEqual([
      { login: "portal", rolinherit: false, rolsuper: false, rolbypassrls: false },
    ]);
  });
});
