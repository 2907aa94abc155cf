import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { mails, sellerLinks } from "@/db/schema";
import { makeClient, makeLink, makeOrganisation, makeSeller, ownDatabase } from "@/db/testing";
import { inSeconds, moveClock, now } from "@/lib/clock";
import { env } from "@/lib/env";
import { newId } from "@/lib/id";
import { seal } from "@/lib/secrets";
import { backOffSeconds, deliverMails } from "./deliver-mails";

beforeAll(() => ownDatabase());
beforeEach(() => asFounder((tx) => tx.delete(mails)));
afterEach(() => moveClock(0));

async function post(more: Partial<typeof mails.$inferInsert> = {}) {
  const id = newId();
  const sealed = { sealedText: seal(`text of ${id}`), sealedHtml: seal(`<p>html of ${id}</p>`) };
  const row = { id, recipient: "seller@demo.test", kind: "verify", subject: "Your link", createdAt: now() };
  await asFounder((tx) => tx.insert(mails).values({ ...row, dueAt: now(), ...sealed, ...more }));
  return id;
}
const rows = () => asFounder((tx) => tx.select().from(mails));

describe("the outbox", () => {
  test("without SMTP_URL stays as it is", async () => {
    await post();
    expect(await deliverMails()).toBe(0);
    expect(await rows()).toMatchObject([{ tries: 0, sentAt: null }]);
  });

  test("is emptied once by many workers at a time", async () => {
    const ids = await Promise.all(Array.from({ length: 50 }, () => post()));
    const sent: string[] = [];
    const workers = Array.from({ length: 6 }, async () => {
      while ((await deliverMails(async ({ text }) => void sent.push(text))) > 0);
    });
    await Promise.all(workers);
    expect(sent.sort()).toEqual(ids.map((id) => `text of ${id}`).sort());
    expect((await rows()).filter(({ sentAt }) => sentAt === null)).toEqual([]);
  });

  test("is emptied in one run, and a letter that somebody waits for overtakes the invitations", async () => {
    const kinds = ["invitation", "request"];
    for (let n = 0; n < 40; n++) await post({ kind: kinds[n % 2], dueAt: inSeconds(-60) });
    const awaited = [await post({ kind: "reset", dueAt: inSeconds(-1) }), await post({ kind: "verify" })];
    const sent: string[] = [];
    expect(await deliverMails(async ({ text }) => void sent.push(text))).toBe(42);
    expect(sent.slice(0, 3)).toEqual(expect.arrayContaining(awaited.map((id) => `text of ${id}`)));
  });

  test("leaves alone what is sent, given up or not due", async () => {
    await post({ sentAt: now() });
    await post({ failedAt: now() });
    await post({ dueAt: inSeconds(60) });
    expect(await deliverMails(async () => {})).toBe(0);
  });

  test("a letter that does not leave is tried again, later each time, and given up after ten tries", async () => {
    await post();
    const fail = async () => {
      throw new Error("no route");
    };
    for (let tries = 1; tries <= 10; tries++) {
      expect(await deliverMails(fail)).toBe(1);
      expect(await deliverMails(fail)).toBe(0);
      const [mail] = await rows();
      expect([mail?.tries, mail?.failedAt !== null]).toEqual([tries, tries === 10]);
      const waitSeconds = ((mail?.dueAt.getTime() ?? 0) - now().getTime()) / 1000;
      if (tries < 10) expect(Math.abs(waitSeconds - backOffSeconds(tries))).toBeLessThan(2);
      moveClock(((mail?.dueAt.getTime() ?? 0) - Date.now()) / 1000 + 1);
    }
    expect(await deliverMails(fail)).toBe(0);
  });

  test("a worker that dies while sending leaves the letter to the next, after its lease", async () => {
    await post();
    // Never settles, as the promise of a process that is gone.
    void deliverMails(() => new Promise(() => {}));
    await expect.poll(async () => (await rows())[0]?.tries).toBe(1);
    expect(await deliverMails(async () => {})).toBe(0);
    moveClock(121);
    expect(await deliverMails(async () => {})).toBe(1);
  });

  test("a letter that tells of a link lights its lamp when it leaves, not before and only once", async () => {
    const client = await makeClient(await makeOrganisation({ kind: "partner" }));
    const untold = { toldAt: null, toldBy: null };
    const link = await makeLink(client, await makeSeller(), untold);
    const known = await makeLink(client, await makeSeller(), { toldBy: "api" });
    await post({ tellsLinkId: link.id });
    await post({ tellsLinkId: known.id });
    const toldBy = async () =>
      (await asFounder((tx) => tx.select().from(sellerLinks))).map(({ id, toldBy }) => [id, toldBy]);
    await deliverMails(async () => {
      throw new Error("no route");
    });
    expect(await toldBy()).toEqual(expect.arrayContaining([[link.id, null]]));
    moveClock(20);
    expect(await deliverMails(async () => {})).toBe(2);
    expect(await toldBy()).toEqual(
      expect.arrayContaining([
        [link.id, "mail"],
        [known.id, "api"],
      ]),
    );
  });

  test("waits fifteen seconds first, twice as long each time, at most six hours", () => {
    expect([1, 2, 3, 10, 30].map(backOffSeconds)).toEqual([15, 30, 60, 7680, 21_600]);
  });
});

describe("over SMTP", () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _, answer) => {
      const refused = address.startsWith("nobody@");
      answer(refused ? Object.assign(new Error("no such box"), { responseCode: 550 }) : null);
    },
    onData: (stream, _, answer) => {
      let text = "";
      stream.on("data", (chunk) => {
        text += chunk;
      });
      stream.on("end", () => {
        received.push(text);
        answer(null);
      });
    },
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.server.address() as { port: number };
    Object.assign(env(), { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "Portal <portal@demo.test>" });
  });
  afterAll(async () => {
    Object.assign(env(), { SMTP_URL: undefined });
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  test("a letter arrives with both its forms; a box that does not exist ends the tries", async () => {
    const good = await post({ recipient: "Seller@demo.test" });
    await post({ recipient: "nobody@demo.test" });
    expect(await deliverMails()).toBe(2);
    expect(received).toHaveLength(1);
    const [letter = ""] = received;
    expect(letter).toMatch(/^From: Portal <portal@demo\.test>/m);
    expect(letter).toMatch(/^To: Seller@demo\.test/m);
    expect(letter).toMatch(/^Subject: Your link/m);
    expect(letter).toContain(`Message-ID: <${good}@localhost>`);
    expect(letter).toContain(`text of ${good}`);
    expect(letter).toContain(`<p>html of ${good}</p>`);
    const states = (await rows()).map(({ recipient, sentAt, failedAt }) => [
      recipient,
      sentAt !== null,
      failedAt !== null,
    ]);
    expect(states.sort()).toEqual([
      ["Seller@demo.test", true, false],
      ["nobody@demo.test", false, true],
    ]);
  });

  test("an address cannot name a second recipient", async () => {
    received.splice(0);
    await post({ recipient: "a@demo.test, other@demo.test" });
    await deliverMails();
    expect(received.join()).not.toMatch(/^To: .*other@demo\.test>?\s*$.*^To:/ms);
    expect((await rows())[0]?.sentAt).toBeNull();
  });
});
