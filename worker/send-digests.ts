import { sql } from "drizzle-orm";
import { asWorker, type Tx } from "@/db/client";
import type { OrganisationKind } from "@/db/schema";
import { now } from "@/lib/clock";
import { countQueuesIn } from "@/lib/desk/count-queues";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { clientsDigestLetter } from "@/lib/mail/letters/clients-digest";
import { deskDigestLetter } from "@/lib/mail/letters/desk-digest";
import { noticesDigestLetter } from "@/lib/mail/letters/notices-digest";
import { send } from "@/lib/mail/send";
import { lastMorning } from "./last-morning";
import { readLinkNews } from "./read-link-news";

type Reader = { personId: string; email: string; name: string };
type Summary = Reader & {
  organisationId: string;
  company: string;
  kind: OrganisationKind;
  rhythm: "daily" | "weekly";
};

/** A letter lists so many lines; of a flood the others are counted. */
const mostListed = 200;
const periodMs = { daily: 86_400_000, weekly: 7 * 86_400_000 };

/**
 * Writes the digests that are due since the last seven o'clock in Paris: to each person what they chose to read
 * together, and to whoever ordered one the summary of their organisation; none where nothing is to be said. Lines are
 * marked and the letter laid in one transaction, so that a crash loses nothing and no worker says it twice; one
 * reader's trouble does not hold up the others. Resolves to the number of letters.
 */
export async function sendDigests(): Promise<number> {
  const at = now();
  const tasks = [
    ...(await listReaders(at)).map((reader) => (tx: Tx) => sendNotices(tx, reader, at)),
    ...(await listSummaries(at)).map((summary) => (tx: Tx) => sendSummary(tx, summary, at)),
  ];
  let sent = 0;
  const troubles: unknown[] = [];
  for (const task of tasks) {
    try {
      sent += await asWorker(task);
    } catch (error) {
      log.warn({ err: error }, "a digest was not written");
      troubles.push(error);
    }
  }
  if (troubles.length > 0) throw troubles[0];
  return sent;
}

/** When what is older goes out: the morning that the reader's rhythm had last. */
const due = (rhythm: ReturnType<typeof sql>, at: Date) =>
  sql`case when ${rhythm} = 'weekly' then ${lastMorning(at, "weekly").toISOString()}::timestamptz
    else ${lastMorning(at, "daily").toISOString()}::timestamptz end`;

async function listReaders(at: Date) {
  return asWorker(async (tx) => [
    ...(await tx.execute<Reader>(sql`
      select p.id as "personId", p.email, p.name from people p
      where exists (select 1 from digest_lines d where d.person_id = p.id and d.sent_at is null
        and d.at < ${due(sql`p.digest_rhythm`, at)})
      order by p.id`)),
  ]);
}

async function sendNotices(tx: Tx, { personId, email, name }: Reader, at: Date) {
  if (!(await takeTurn(tx, personId))) return 0;
  const rows = await tx.execute<{ notice: string; subject: string; href: string; at: string }>(sql`
    update digest_lines d set sent_at = ${at.toISOString()} from people p
    where d.person_id = ${personId} and p.id = d.person_id and d.sent_at is null and d.at < ${due(sql`p.digest_rhythm`, at)}
    returning d.notice, d.subject, d.href, d.at`);
  if (rows.length === 0) return 0;
  const lines = [...rows]
    .map((row) => ({ ...row, at: new Date(row.at) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const shown = lines.slice(0, mostListed);
  const href = `${env().PUBLIC_URL}/account#notices`;
  const facts = { name, lines: shown, more: lines.length - shown.length, href };
  await send(tx, email, (language) => noticesDigestLetter(language, facts));
  return 1;
}

async function listSummaries(at: Date) {
  return asWorker(async (tx) => [
    ...(await tx.execute<Summary>(sql`
      select p.id as "personId", p.email, p.name, o.id as "organisationId", o.name as company, o.kind, d.rhythm
      from digests d join people p on p.id = d.person_id join organisations o on o.id = d.organisation_id
        join members m on m.organisation_id = d.organisation_id and m.person_id = d.person_id
      where d.rhythm <> 'off' and o.suspended_at is null
        and coalesce(d.last_sent_at, '-infinity') < ${due(sql`d.rhythm`, at)}
      order by d.organisation_id, d.person_id`)),
  ]);
}

async function sendSummary(tx: Tx, summary: Summary, at: Date) {
  const { personId, organisationId, email, kind, rhythm } = summary;
  const [mine] = await tx.execute<{ lastSentAt: string | null }>(sql`
    select d.last_sent_at as "lastSentAt" from digests d
    where d.person_id = ${personId} and d.organisation_id = ${organisationId} and d.rhythm <> 'off'
      and coalesce(d.last_sent_at, '-infinity') < ${due(sql`d.rhythm`, at)}
    for update skip locked`);
  if (!mine) return 0;
  await tx.execute(sql`update digests set last_sent_at = ${at.toISOString()}
    where person_id = ${personId} and organisation_id = ${organisationId}`);
  const since = mine.lastSentAt ? new Date(mine.lastSentAt) : new Date(at.getTime() - periodMs[rhythm]);
  const letter =
    kind === "operator" ? await writeDesk(tx, summary) : await writeLinks(tx, summary, since, at);
  if (!letter) return 0;
  await send(tx, email, letter);
  return 1;
}

async function writeDesk(tx: Tx, { name }: Summary) {
  const queues = await countQueuesIn(tx);
  if (queues.every(({ count }) => count === 0)) return null;
  const facts = { name, queues, href: `${env().PUBLIC_URL}/operator` };
  return (language: "en" | "fr") => deskDigestLetter(language, facts);
}

async function writeLinks(tx: Tx, { name, company, organisationId }: Summary, since: Date, at: Date) {
  const news = await readLinkNews(tx, organisationId, since, at);
  if (Object.values(news).every(({ count }) => count === 0)) return null;
  const facts = { name, company, since, news, href: `${env().PUBLIC_URL}/clients` };
  return (language: "en" | "fr") => clientsDigestLetter(language, facts);
}

/** Whether nobody else is writing to this person right now. */
async function takeTurn(tx: Tx, personId: string) {
  const [turn] = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext('digest'), hashtext(${personId})) as mine`,
  );
  return turn?.mine === true;
}
