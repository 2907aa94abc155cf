import { and, asc, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { createTransport } from "nodemailer";
import { asWorker, type Tx } from "@/db/client";
import { mails, sellerLinks } from "@/db/schema";
import { inSeconds, now } from "@/lib/clock";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { unseal } from "@/lib/secrets";
import { digestKind, isUntold } from "./untold-links";

/** As many as one worker sends side by side, so that none waits through its lease. */
const atOnce = 3;
const mostTries = 10;
/**
 * Longer than one letter takes, so that no second worker takes up a letter that is being sent; no longer than a minute,
 * for which a letter lies about whose worker was killed.
 */
const leaseSeconds = 60;

type Letter = { to: string; subject: string; text: string; html: string; messageId: string };
type Deliver = (letter: Letter) => Promise<void>;
type Row = typeof mails.$inferSelect;

/**
 * Sends all letters that are due and resolves to their number: those that somebody waits for first, then those that
 * ask somebody for something, which may be thousands. Each is claimed first and marked after, so a crash
 * in between sends it once more rather than never. Without `SMTP_URL` letters stay in the outbox, readable there, so
 * those that tell of a link have arrived with it.
 */
export async function deliverMails(deliver: Deliver | null = smtp()): Promise<number> {
  if (!deliver) return keepInOutbox();
  let count = 0;
  for (let claimed: Row[]; ; ) {
    claimed = await claim();
    await Promise.all(claimed.map((mail) => deliverOne(mail, deliver)));
    count += claimed.length;
    if (claimed.length < atOnce) return count;
  }
}

async function claim(): Promise<Row[]> {
  return asWorker(async (tx) => {
    const due = tx
      .select({ id: mails.id })
      .from(mails)
      .where(and(isNull(mails.sentAt), isNull(mails.failedAt), lte(mails.dueAt, now())))
      .orderBy(sql`(${mails.kind} in ('invitation', 'request', 'link-reminder'))`, asc(mails.dueAt))
      .limit(atOnce)
      .for("update", { skipLocked: true });
    return tx
      .update(mails)
      .set({ tries: sql`${mails.tries} + 1`, dueAt: inSeconds(leaseSeconds) })
      .where(inArray(mails.id, due))
      .returning();
  });
}

async function deliverOne(mail: Row, deliver: Deliver) {
  const { id, kind, tries } = mail;
  try {
    await deliver({
      to: mail.recipient,
      subject: mail.subject,
      text: unseal(mail.sealedText),
      html: unseal(mail.sealedHtml),
      // The same for every try, so that a mail box can tell a repetition.
      messageId: `<${id}@${new URL(env().PUBLIC_URL).hostname}>`,
    });
    await asWorker((tx) => markSent(tx, mail));
  } catch (error) {
    const lost = tries >= mostTries || isForGood(error);
    log.warn(
      { mailId: id, kind, tries, lost, code: (error as { code?: string }).code },
      "a letter did not leave",
    );
    const change = lost ? { failedAt: now() } : { dueAt: inSeconds(backOffSeconds(tries)) };
    await asWorker((tx) => tx.update(mails).set(change).where(eq(mails.id, id)));
  }
}

/** Notes that a letter has left, and for a link it tells of that its client's side knows. */
async function markSent(tx: Tx, { id, kind, tellsLinkId, createdAt }: Row) {
  const at = now();
  await tx.update(mails).set({ sentAt: at }).where(eq(mails.id, id));
  if (!tellsLinkId) return;
  const told = sql`told_at = ${at.toISOString()}, told_by = 'mail'`;
  if (kind === digestKind) {
    // One letter for all of the client's links that nobody had told of when it was written.
    await tx.execute(sql`update seller_links l set ${told} where ${isUntold(createdAt)} and l.client_row_id =
      (select k.client_row_id from seller_links k where k.id = ${tellsLinkId})`);
  } else {
    await tx
      .update(sellerLinks)
      .set({ toldAt: at, toldBy: "mail" })
      .where(and(eq(sellerLinks.id, tellsLinkId), isNull(sellerLinks.toldAt)));
  }
}

/** The outbox is the mail box: a letter that tells of a link has arrived where it lies. */
async function keepInOutbox() {
  return asWorker(async (tx) => {
    const arrived = await tx
      .select()
      .from(mails)
      .where(and(isNotNull(mails.tellsLinkId), isNull(mails.sentAt), isNull(mails.failedAt)))
      .limit(500)
      .for("update", { skipLocked: true });
    for (const mail of arrived) await markSent(tx, mail);
    return arrived.length;
  });
}

/** 15 s, 30 s, a minute ... doubled with each try, at most six hours: about eleven hours in ten tries. */
export function backOffSeconds(tries: number) {
  return Math.min(15 * 2 ** (tries - 1), 6 * 3600);
}

/** Whether the other side said that it will never take this letter (RFC 5321 4.2.1: 5yz to the envelope). */
function isForGood(error: unknown) {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return code === "EENVELOPE" && (responseCode ?? 0) >= 500;
}

let kept: Deliver | undefined;

function smtp(): Deliver | null {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) return null;
  if (!kept) {
    const url = new URL(SMTP_URL);
    const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
    const transport = createTransport({
      host: url.hostname,
      port: Number(url.port || (url.protocol === "smtps:" ? 465 : 587)),
      secure: url.protocol === "smtps:",
      ...(url.username && {
        auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
      }),
      ...timeouts,
      pool: true,
      maxConnections: 3,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    kept = async ({ to, ...letter }) => {
      // An address object, so that nothing in an address is read as a second one.
      await transport.sendMail({ ...letter, from: MAIL_FROM, to: { name: "", address: to } });
    };
  }
  return kept;
}
