import { sql } from "drizzle-orm";
import { percentile } from "./journal";
import type { Stage } from "./stage";

/** From a kill to ready again, in milliseconds since 1970. */
export type Span = [from: number, to: number];

type Row = { link: string; type: string; client: string; at: string };

/**
 * Holds the events of links against what receivers got: each must have come once at least. Also how long it took to
 * receivers that are well: of all, and of those messages whose way no kill crossed.
 */
export async function weighMessages({ rows, world }: Stage, since: string, spans: Span[]) {
  const { receiver, journal } = world;
  const events = await rows<Row>(sql`
    select e.data ->> 'linkId' as link, e.type, c.client_id as client, (extract(epoch from e.at) * 1000)::bigint::text as at
    from events e join clients c on c.id = e.client_row_id join endpoints p on p.client_row_id = c.id
    where e.type in ('link.created', 'link.ended') and e.at >= ${since}::timestamptz and p.created_at < e.at`);
  const got = new Map<string, number>();
  for (const { messages } of receiver.endpoints.values())
    for (const { linkId, type, at } of messages) {
      const key = `${type} ${linkId}`;
      got.set(key, Math.min(at, got.get(key) ?? at));
    }
  const [all, calm]: [number[], number[]] = [[], []];
  let missing = 0;
  for (const { link, type, client, at } of events) {
    const arrived = got.get(`${type} ${link}`);
    if (arrived === undefined) {
      missing++;
      continue;
    }
    if (receiver.endpoints.get(client)?.isFaulty) continue;
    const made = Number(at);
    all.push(arrived - made);
    // The worker needs some seconds after a start; a message from before a kill waits for its end.
    if (!spans.some(([from, to]) => made < to && arrived > from)) calm.push(arrived - made);
  }
  if (missing > 0) journal.violate(`${missing} of ${events.length} events of links were never delivered`);
  if (receiver.unsigned > 0) journal.violate(`${receiver.unsigned} messages had no good signature`);
  if (receiver.foreign > 0) journal.violate(`${receiver.foreign} messages were about somebody else's client`);
  return {
    events: events.length,
    missing,
    unsigned: receiver.unsigned,
    foreign: receiver.foreign,
    p99: percentile(all, 0.99),
    calm: calm.length,
    calmP50: percentile(calm, 0.5),
    calmP99: percentile(calm, 0.99),
  };
}
