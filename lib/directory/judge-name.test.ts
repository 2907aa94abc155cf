import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asFounder, asOperator, inOrganisation } from "@/db/client";
import { clients, listings, namePermits, organisations } from "@/db/schema";
import { makeChance } from "@/db/seed/chance";
import { insertInChunks } from "@/db/seed/insert-in-chunks";
import { makeAggregators } from "@/db/seed/make-aggregators";
import { makeClient, makeOrganisation, makePerson, ownDatabase } from "@/db/testing";
import { now } from "../clock";
import { newId } from "../id";
import { honestNames } from "./honest-names.testing";
import { judgeName } from "./judge-name";
import { listedNames, lookAlikes } from "./look-alikes.testing";
import { nameCore } from "./name-core";
import { nameSkeleton } from "./name-skeleton";

type Over = Partial<typeof listings.$inferInsert>;

/** A listing of a new aggregator, approved unless `over` says otherwise. */
async function list(displayName: string, over: Over = {}) {
  const organisation = await makeOrganisation({ kind: "aggregator", name: displayName });
  const client = await makeClient(organisation);
  const told = { displayName, nameSkeleton: nameSkeleton(displayName), nameCore: nameCore(displayName) };
  const row = { id: newId(), organisationId: organisation.id, clientRowId: client.id, ...told };
  await asFounder((tx) =>
    tx.insert(listings).values({ ...row, methods: ["delegation"], approvedAt: now(), ...over }),
  );
  return organisation;
}

const judge = (organisation: { id: string }, name: string) =>
  inOrganisation({ organisationId: organisation.id }, (tx) => judgeName(tx, organisation.id, name));

let someone: { id: string };
beforeAll(async () => {
  await ownDatabase();
  const made = makeAggregators(5000, makeChance(2026), now(), []);
  await asFounder((tx) =>
    insertInChunks(made, async (chunk) => {
      await tx.insert(organisations).values(chunk.map(({ organisation }) => organisation));
      await tx.insert(clients).values(chunk.map(({ client }) => client));
      await tx.insert(listings).values(chunk.map(({ listing }) => listing));
    }),
  );
  for (const name of listedNames) await list(name);
  someone = await makeOrganisation({ kind: "aggregator" });
}, 120_000);

/** Judges many names in one transaction. */
async function judgeAll(names: string[]) {
  return inOrganisation({ organisationId: someone.id }, async (tx) => {
    const judged: [string, string | null][] = [];
    for (const name of names) judged.push([name, await judgeName(tx, someone.id, name)]);
    return judged;
  });
}

describe("names in a directory of 5,008", () => {
  test("that imitate another are refused, all of them", async () => {
    expect(lookAlikes.length).toBeGreaterThan(700);
    expect(new Set(lookAlikes.map(([way]) => way)).size).toBeGreaterThan(40);
    const judged = await judgeAll(lookAlikes.map(([, name]) => name));
    expect(judged.filter(([, code]) => code === null)).toEqual([]);
  }, 60_000);

  test("that are honest are refused none", async () => {
    expect(new Set(honestNames).size).toBeGreaterThan(200);
    const judged = await judgeAll(honestNames);
    expect(judged.filter(([, code]) => code !== null)).toEqual([]);
  }, 60_000);

  test("are found by indexes", async () => {
    const plan = await asFounder(async (tx) => {
      await tx.execute(sql`analyze listings`);
      await tx.execute(sql`set local plan_cache_mode = force_generic_plan`);
      const [{ body } = { body: "" }] = await tx.execute<{ body: string }>(
        sql`select prosrc as body from pg_proc where proname = 'name_taken'`,
      );
      const queries = [...body.matchAll(/EXISTS \((SELECT 1[\s\S]+?)\) THEN/g)].map(([, query = ""]) =>
        query
          .replaceAll("p_skeletons", "$1")
          .replaceAll("p_organisation", "$2")
          .replace(/\bslip\b/g, "$3"),
      );
      const plans: string[] = [];
      for (const [index, query] of queries.entries()) {
        await tx.execute(sql.raw(`prepare names_${index} (text[], uuid, text) as ${query}`));
        const rows = await tx.execute<{ "QUERY PLAN": string }>(
          sql.raw(`explain (costs off) execute names_${index} ('{fedwise}', '${newId()}', 'fedwise')`),
        );
        plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
      }
      return plans;
    });
    expect(plan).toHaveLength(2);
    for (const one of plan) {
      expect(one).toContain("Bitmap Index Scan on listings_");
      expect(one).not.toContain("Seq Scan");
    }
  });
});

describe("a name", () => {
  test("of one's own listing is one's own", async () => {
    const own = await list("Quillmoss Nord");
    expect(await judge(own, "Quillmoss Nord")).toBeNull();
    expect(await judge(own, "QUILLMOSS NORD Ltd")).toBeNull();
    expect(await judge(someone, "QUILLMOSS NORD Ltd")).toBe("name_taken");
    expect(await asOperator((tx) => judgeName(tx, someone.id, "Quilmos Nord"))).toBe("name_taken");
    expect(await asOperator((tx) => judgeName(tx, own.id, "Quilmos Nord"))).toBeNull();
  });

  test.each([
    ["taken out by its owner", { approvedAt: null, unlistedAt: now() }],
    ["suspended by the operator", { approvedAt: null, suspendedAt: now() }],
  ])("stays its owner's while it is %s", async (why, over) => {
    const name = why.startsWith("taken") ? "Brambleholt" : "Cinderfosse";
    await list(name, over);
    expect(await judge(someone, `${name} App`)).toBe("name_taken");
    expect(await judge(someone, `${name.slice(0, -1)}a`)).toBe("name_taken");
  });

  test("that was never approved is nobody's", async () => {
    await list("Dapplemere", { approvedAt: null });
    expect(await judge(someone, "Dapplemere")).toBeNull();
  });

  test("that is short or written in syllables may be a letter away from another", async () => {
    await list("Pluvio");
    await list("桜川物流販売有限公司");
    expect([await judge(someone, "Pluvia"), await judge(someone, "Pluvio")]).toEqual([null, "name_taken"]);
    expect(await judge(someone, "梅川物流販売有限公司")).toBeNull();
    expect(await judge(someone, "桜川物流販売")).toBe("name_taken");
  });

  test("of the marketplace needs two persons, stays with one organisation, and can be taken back", async () => {
    const [holder, first, second] = [
      await makeOrganisation({ kind: "aggregator" }),
      await makePerson(),
      await makePerson(),
    ];
    const name = "Octopia Pro Services";
    const id = newId();
    await asOperator((tx) =>
      tx.insert(namePermits).values({
        id,
        organisationId: holder.id,
        name,
        nameSkeleton: nameSkeleton(name),
        reason: "A sister company.",
        proposedAt: now(),
        proposedBy: first.id,
      }),
    );
    expect(await judge(holder, name)).toBe("name_protected");
    const set = (values: object) =>
      asOperator((tx) => tx.update(namePermits).set(values).where(sql`${namePermits.id} = ${id}`));
    await set({ confirmedAt: now(), confirmedBy: second.id });
    expect(await judge(holder, name)).toBeNull();
    expect(await judge(holder, "OCTOPIA pro services")).toBeNull();
    expect(await judge(holder, "Octopia")).toBe("name_protected");
    expect(await judge(someone, name)).toBe("name_protected");
    expect(await asOperator((tx) => judgeName(tx, holder.id, name))).toBeNull();
    await set({ withdrawnAt: now(), withdrawnBy: second.id });
    expect(await judge(holder, name)).toBe("name_protected");
  });

  test("of an organisation without any listing is asked across all, by members and operators, and by nobody else", async () => {
    const ask = sql`select name_taken(${someone.id}, array['fedwise'], '{}') as taken`;
    expect([...(await asOperator((tx) => tx.execute(ask)))]).toEqual([{ taken: true }]);
    const rows = await asFounder((tx) =>
      tx.execute<{ grantee: string }>(
        sql`select grantee from information_schema.routine_privileges where routine_name = 'name_taken' order by 1`,
      ),
    );
    expect(new Set(rows.map(({ grantee }) => grantee))).toEqual(
      new Set(["portal_app", "portal_definer", "portal_operator"]),
    );
  });
});
