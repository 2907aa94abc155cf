import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { asFounder, inOrganisation } from "@/db/client";
import { inRolledBackTransaction } from "@/db/testing";
import { moveClock, now } from "@/lib/clock";
import { actAtRandom, keepSessions, makeWorld, type World } from "./random-acts.testing";

afterEach(() => moveClock(0));

/** What must hold after every act, as queries that find what breaks it. */
const invariants: Record<string, (at: string) => ReturnType<typeof sql>> = {
  "one link of a pair is open at most": () => sql`
    select client_row_id from seller_links where unlinked_at is null group by client_row_id, seller_id having count(*) > 1`,
  "every link began with exactly one event, and ended with exactly one": () => sql`
    select l.id from seller_links l
    where (select count(*) from events e where e.type = 'link.created' and e.data ->> 'linkId' = l.id::text) <> 1
       or (select count(*) from events e where e.type = 'link.ended' and e.data ->> 'linkId' = l.id::text)
          <> (case when l.unlinked_at is null then 0 else 1 end)`,
  "an open link's client is alive": () => sql`
    select l.id from seller_links l join clients c on c.id = l.client_row_id where l.unlinked_at is null and c.deleted_at is not null`,
  "a deleted client has no live secret": (at) => sql`
    select s.id from secrets s join clients c on c.id = s.client_row_id
    where c.deleted_at is not null and s.retired_at is null and (s.ends_at is null or s.ends_at > ${at})`,
  "two secrets of a client work at most": (at) => sql`
    select client_row_id from secrets where retired_at is null and (ends_at is null or ends_at > ${at})
    group by client_row_id having count(*) > 2`,
  "every link to somebody else's client stands on one consent of the account's organisation, or the operator made it":
    () => sql`
    select l.id from seller_links l where l.client_organisation_id <> l.seller_organisation_id
    and (select count(*) from consents k where k.link_id = l.id and k.organisation_id = l.seller_organisation_id and k.seller_id = l.seller_id)
      <> (case when l.via = 'operator' then 0 else 1 end)`,
  "what the operator suspended is suspended": () => sql`
    select id from clients where operator_suspended_at is not null and suspended_at is null`,
  "an unreviewed client has five foreign links at most": (at) => sql`
    select l.client_row_id from seller_links l join clients c on c.id = l.client_row_id
    where c.reviewed_at is null and l.client_organisation_id <> l.seller_organisation_id and l.via <> 'operator'
      and link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${at})
    group by l.client_row_id having count(*) > 5`,
  "an accepted invitation has a link of its client to the account it expects": () => sql`
    select i.id from invitations i left join seller_links l on l.id = i.link_id
    where i.accepted_at is not null and (l.id is null or l.client_row_id <> i.client_row_id
      or l.seller_id <> coalesce(i.expected_seller_id, i.addressee_seller_id, l.seller_id))`,
  "each invitation ends with one event, of the end it had": () => sql`
    select i.id from invitations i
    where (select count(*) from events e where e.type in ('invitation.accepted', 'invitation.declined', 'invitation.withdrawn')
      and e.data ->> 'invitationId' = i.id::text) <> num_nonnulls(i.accepted_at, i.declined_at, i.withdrawn_at)`,
  "a hand-over that was opened made exactly one secret, and no other made any": () => sql`
    select h.id from hand_overs h
    where (select count(*) from events e where e.type = 'secret.added' and e.data ->> 'handOverId' = h.id::text)
      <> (case when h.opened_at is null then 0 else 1 end)`,
  "a link belongs to the owner of its account": () => sql`
    select l.id from seller_links l join sellers s on s.seller_id = l.seller_id where l.seller_organisation_id is distinct from s.owner_organisation_id`,
  "whoever a finished act on many was about was seen to, and a link that it ended is ended": () => sql`
    select i.link_id from bulk_items i join bulk_runs r on r.id = i.bulk_run_id join seller_links l on l.id = i.link_id
    where (r.finished_at is not null and i.done_at is null)
      or (r.act = 'unlink' and i.done_at is not null and i.skipped is null and (l.unlinked_at is null or l.reason <> 'partner'))`,
  "no event holds a secret": () => sql`select id from events where data::text ~ 'mps_(test|live)_|whsec_'`,
};

async function check(world: World, after: string) {
  const at = now().toISOString();
  for (const [name, find] of Object.entries(invariants)) {
    const broken = await asFounder((tx) => tx.execute(find(at)));
    expect([...broken], `${name}, after ${after}`).toEqual([]);
  }
  for (const { organisationId } of world.actors) {
    const foreign = await inOrganisation({ organisationId }, (tx) =>
      tx.execute(sql`select 1 from seller_links where ${organisationId}::uuid not in (client_organisation_id, seller_organisation_id)
        union all select 1 from invitations where organisation_id <> ${organisationId}
        union all select 1 from secrets where organisation_id <> ${organisationId}`),
    );
    expect([...foreign], `what others own, after ${after}`).toEqual([]);
  }
}

describe("random acts of random people", () => {
  it("leave every invariant whole after each step", { timeout: 300_000 }, async () => {
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 400, maxLength: 400 }), (numbers) =>
        inRolledBackTransaction(async () => {
          moveClock(0);
          const world = await makeWorld();
          await keepSessions();
          let drawn = 0;
          const pick = <T>(list: readonly T[]) =>
            list[(numbers[drawn++ % numbers.length] ?? 0) % list.length] as T;
          const story: string[] = [];
          for (let step = 0; step < 40; step++) {
            const said = await actAtRandom(world, pick);
            story.push(said);
            done.set(said, (done.get(said) ?? 0) + 1);
            await check(world, story.join(" > "));
          }
        }),
      ),
      { numRuns: 5, endOnFailure: true },
    );
    // Plays in which nothing ever succeeds would prove nothing.
    const successes = [...done].filter(([said]) => said.endsWith(": done"));
    const links = successes.filter(([said]) => said.startsWith("link"));
    expect(
      links.reduce((sum, [, count]) => sum + count, 0),
      JSON.stringify([...done]),
    ).toBeGreaterThan(0);
    expect(successes.length).toBeGreaterThan(5);
  });
});
