import type { RequestListener } from "node:http";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { asFounder } from "@/db/client";
import { inRolledBackTransaction, makeActor, withFormKey } from "@/db/testing";
import { findViewer } from "@/lib/accounts/find-actor";
import { bareText } from "@/lib/first-call/bare-text";
import { findReport } from "@/lib/first-call/find-report";
import { findSharedReport } from "@/lib/first-call/find-shared-report";
import { firstCallInput } from "@/lib/first-call/input";
import { listCalls } from "@/lib/first-call/list-calls";
import { runFirstCall } from "@/lib/first-call/run-first-call";
import { sendReport } from "@/lib/first-call/send-report";
import { shareReport } from "@/lib/first-call/share-report";
import { says, startUpstream } from "@/lib/first-call/upstream.testing";
import { openTicket } from "@/lib/help/open-ticket";
import { log } from "@/lib/log";
import { unseal } from "@/lib/secrets";
import { texts } from "../_text/texts";
import { reportText } from "./report-text";
import { tellShared, tellStep, tellVerdict } from "./tell";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
const lines: unknown[] = [];
beforeAll(async () => {
  upstream = await startUpstream();
  for (const level of ["info", "warn", "error", "debug"] as const)
    vi.spyOn(log, level).mockImplementation((...said: unknown[]) => void lines.push(said));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await upstream.stop();
});

/** Every row of every table that a call may touch, as text. */
async function dump() {
  const tables = [
    "first_calls",
    "events",
    "mails",
    "deliveries",
    "tickets",
    "ticket_messages",
    "used_form_keys",
  ];
  const rows = [];
  for (const table of tables) {
    const all = sql`select t::text as row from ${sql.identifier(table)} t`;
    rows.push(...(await asFounder((tx) => tx.execute<{ row: string }>(all))));
  }
  // Letters lie there encrypted; their receivers read them.
  const sealed = sql`select sealed_text, sealed_html from mails`;
  type Sealed = { sealed_text: string; sealed_html: string };
  const letters = await asFounder((tx) => tx.execute<Sealed>(sealed));
  const read = letters.flatMap(({ sealed_text, sealed_html }) => [unseal(sealed_text), unseal(sealed_html)]);
  expect(read.length).toBeGreaterThan(0);
  return JSON.stringify([rows, read]);
}

const everyByte = (text: string) => Buffer.from(text).toString("hex").replace(/../g, "%$&");
const spellings = [
  (text: string) => text,
  encodeURIComponent,
  everyByte,
  (text: string) => JSON.stringify(JSON.stringify(text)),
  (text: string) => Buffer.from(text).toString("base64"),
  (text: string) => Buffer.from(`my client:${text}`).toString("base64"),
  (text: string) => Buffer.from(text).toString("hex"),
  (text: string) => text.replace(/.{6}/gs, "$&\r\n "),
  (text: string) => text.replace(/.{9}/gs, '$&" + "'),
  (text: string) => text.replace(/./gs, (one) => `&#${one.charCodeAt(0)};`),
];

const secrets = fc.oneof(
  fc.stringMatching(/^mps_test_[0-9A-Za-z]{46}$/),
  fc.uuid(),
  fc.stringMatching(/^[0-9A-Za-z]{32}$/),
  fc.stringMatching(/^[0-9A-Za-z]{12}[0-9A-Za-z%&<>"'=+ !.,:;~-]{12,30}[0-9A-Za-z]$/),
);
const tokens = fc.stringMatching(/^[A-Za-z0-9._~+/-]{40,80}$/);

const echoing =
  (status: number, echo: string): RequestListener =>
  (_request, response) => {
    const headers = { "content-type": "application/json", "x-request-id": encodeURI(echo).slice(0, 1000) };
    const body = {
      code: echo,
      error: echo,
      error_description: echo,
      detail: echo,
      traceId: echo,
      shop_name: echo,
    };
    response
      .writeHead(status, headers)
      .end(JSON.stringify({ ...body, errors: { [echo]: [echo] }, seller_id: 1 }));
  };

/** What goes wrong, and where the other side repeats what it was given. */
const places: ((echo: string) => void)[] = [
  (echo) => Object.assign(upstream, { token: echoing(401, echo) }),
  (echo) => Object.assign(upstream, { call: echoing(403, echo) }),
  (echo) => Object.assign(upstream, { call: echoing(422, echo) }),
  (echo) => Object.assign(upstream, { call: echoing(200, echo) }),
  (echo) => Object.assign(upstream, { call: answerWith(`${"x".repeat(3985)}${echo}`) }),
  (echo) => Object.assign(upstream, { call: answerWith(echo.repeat(2000)) }),
];
const answerWith =
  (body: string): RequestListener =>
  (_request, response) =>
    response.end(body);

test("no secret and no token that went in comes out: report, history, share, letter, text, help, log, database", async () => {
  await fc.assert(
    fc.asyncProperty(
      secrets,
      tokens,
      fc.constantFrom(...spellings),
      fc.constantFrom(...places),
      fc.constantFrom("clientSecret", "clientId", "sellerId"),
      async (secret, token, spell, play, field) => {
        lines.length = 0;
        upstream.reset();
        upstream.token = says.token(token);
        play(`${spell(secret)} and ${spell(token)}`);
        const told = await inRolledBackTransaction(() => callAndTell(secret, field));
        const bare = bareText(told).text;
        for (const one of [secret, token]) {
          // A token that never arrived is only what the other side made up.
          if (one === token && play === places[0]) continue;
          expect(told).not.toContain(one);
          expect(told).not.toContain(spell(one));
          expect(bare).not.toContain(bareText(one).text);
        }
      },
    ),
    { numRuns: 30 },
  );
}, 180_000);

/** One call with its secret in its field, or by mistake in another one too; all that is told of it afterwards. */
async function callAndTell(secret: string, field: string) {
  const actor = await makeActor({ key: { act: "run first call" } });
  const typed = { clientId: "my client", clientSecret: secret, sellerId: "104512", [field]: secret };
  const result = await runFirstCall(actor, firstCallInput.parse(typed));
  if (!result.ok) throw new Error(result.code);
  const id = result.view.goTo.replace("/first-call/", "");
  const viewer = await findViewer(actor.sessionId);
  const report = await findReport(id, { viewer, visitorId: "" });
  if (!report) throw new Error("no report");
  const sharer = withFormKey(actor, { act: "share report", offered: { firstCallId: [id] } });
  const shared = await shareReport(sharer, { do: "share", firstCallId: id });
  if (!shared.ok) throw new Error(shared.code);
  const outside = await findSharedReport(shared.view.url.split("/").at(-1) ?? "");
  const colleague = await makeActor({ organisationId: actor.organisationId, role: "viewer" });
  const memberId = colleague.personId;
  const offered = { firstCallId: [id], memberId: [memberId] };
  const sender = withFormKey(actor, { act: "send report", offered });
  const sent = await sendReport(sender, { do: "send", firstCallId: id, memberId, note: "Look at this" });
  if (!sent.ok) throw new Error(sent.code);
  const { verdict: code, clientId, sellerId } = report;
  const context = { code, clientId, sellerId, firstCallId: id };
  const asking = {
    act: "open ticket",
    path: "/help",
    offered: { context: [JSON.stringify(context)] },
  } as const;
  const asked = {
    subject: "Help",
    message: reportText(texts.en, report),
    callMe: "",
    callNumber: "",
    file: [],
  };
  const form = withFormKey(actor, { ...asking, offered: { context: [...asking.offered.context] } });
  await openTicket(form, asked);
  return JSON.stringify([
    report,
    await listCalls(actor.organisationId),
    outside,
    Object.values(texts).map((t) => [
      reportText(t, report),
      tellVerdict(t, report, viewer),
      report.steps.map((step) => tellStep(t, step)),
      outside?.report && tellShared(t, outside.report),
    ]),
    lines,
    await dump(),
  ]);
}
