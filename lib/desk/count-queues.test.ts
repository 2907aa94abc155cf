import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { asFounder, asWorker } from "@/db/client";
import { makeActor, makeClient, rolledBack } from "@/db/testing";
import { newId } from "../id";
import { countQueues, countQueuesIn, queueNames } from "./count-queues";

it(
  "counts what waits, oldest first, for the operator and the worker alike",
  rolledBack(async () => {
    const none = await countQueues();
    expect(none).toEqual(queueNames.map((name) => ({ name, count: 0, oldestAt: null })));
    const { organisationId, personId } = await makeActor({ kind: "aggregator" });
    const client = await makeClient({ id: organisationId });
    const [old, young] = ["2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"];
    const version = (submitted: string | null, decided: string | null) =>
      sql`insert into listing_versions (id, organisation_id, client_row_id, created_at, saved_at, submitted_at, decided_at, decision)
        values (${newId()}, ${organisationId}, ${client.id}, now(), now(), ${submitted}, ${decided}, ${decided && "reject"})`;
    const review = (at: string, decided: string | null) =>
      sql`insert into client_reviews (id, client_row_id, organisation_id, sentence, requested_at, decided_at)
        values (${newId()}, ${client.id}, ${organisationId}, 's', ${at}, ${decided})`;
    const ticket = (at: string, side: string, solved: string | null) =>
      sql`insert into tickets (id, organisation_id, person_id, subject, created_at, last_at, last_side, solved_at)
        values (${newId()}, ${organisationId}, ${personId}, 's', ${at}, ${at}, ${side}, ${solved})`;
    const permit = (name: string, withdrawn: string | null) =>
      sql`insert into name_permits (id, organisation_id, name, name_skeleton, reason, proposed_at, proposed_by, withdrawn_at)
        values (${newId()}, ${organisationId}, ${name}, ${name}, 'r', ${old}, ${personId}, ${withdrawn})`;
    const letter = (failed: string) =>
      sql`insert into mails (id, recipient, kind, subject, sealed_text, sealed_html, failed_at)
        values (${newId()}, 'r', 'k', 's', 't', 'h', ${sql.raw(failed)})`;
    const rows = [
      version(old, young),
      version(old, null),
      review(young, null),
      ticket(old, "operator", null),
      ticket(old, "member", young),
      ticket(old, "member", null),
      ticket(young, "member", null),
      permit("one", null),
      permit("two", young),
      letter("now()"),
      letter("now() - interval '8 days'"),
    ];
    for (const row of rows) await asFounder((tx) => tx.execute(row));
    const seen = await countQueues();
    expect(seen.map(({ name, count }) => [name, count])).toEqual([
      ["listings", 1],
      ["reviews", 1],
      ["tickets", 2],
      ["names", 1],
      ["letters", 1],
      ["deliveries", 0],
    ]);
    expect(seen[2]?.oldestAt?.toISOString()).toBe(old);
    expect(await asWorker(countQueuesIn)).toEqual(seen);
  }),
);
