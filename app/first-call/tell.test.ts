import { describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/accounts/find-actor";
import type { Report } from "@/lib/first-call/report";
import { type VerdictCode, verdicts } from "@/lib/first-call/verdicts";
import { en } from "../_text/en";
import { readLines } from "./read-lines";
import { tellVerdict } from "./tell";

const codes = Object.keys(verdicts) as VerdictCode[];
const member = (kind: "seller" | "partner") => ({ organisation: { kind } }) as unknown as Viewer;

const reportOf = (verdict: VerdictCode, over: Partial<Report> = {}): Report => ({
  id: "",
  at: "2026-11-22T12:00:00.000Z",
  starter: false,
  clientId: "my client",
  sellerId: "104512",
  operation: "sellers.get",
  scenario: "",
  tokenUrl: "",
  callUrl: "",
  steps: [],
  verdict,
  facts: {},
  answer: null,
  ...over,
});

describe("a verdict in words", () => {
  it.each(codes)("%s says what happened, why, and one way on, to everybody", (code) => {
    const told = [
      tellVerdict(en, reportOf(code), member("seller")),
      tellVerdict(en, reportOf(code), member("partner")),
      tellVerdict(en, reportOf(code, { facts: { clientRowId: "an-id" } }), member("seller")),
      tellVerdict(en, reportOf(code, { starter: true }), null),
    ];
    for (const { title, happened, why, todo, owner, fix, others } of told) {
      const doing = code.startsWith("ok") ? [] : [todo];
      for (const words of [title, happened, why, owner, fix.label, ...doing])
        expect(words).toMatch(/^(?!.*undefined).*\w/);
      const hrefs = [fix, ...others].map(({ href }) => href);
      expect(new Set(hrefs).size).toBe(hrefs.length);
      expect(others.length).toBeLessThan(3);
      for (const href of hrefs)
        expect(href).toMatch(
          /^\/(first-call|clients|new-client|seller|partner|sign-up|guide|tools|help|invitations)\b/,
        );
    }
  });

  it("a member is led to the client, anybody else back to what was typed", () => {
    const facts = { clientRowId: "an-id", suspendedAt: "2026-11-22T12:05:00.000Z" };
    const own = tellVerdict(en, reportOf("token.client_suspended", { facts }), member("seller"));
    expect(own.fix.href).toBe("/clients/an-id#suspend");
    expect(own.happened).toContain("22 Nov 2026, 12:05 UTC");
    const foreign = tellVerdict(en, reportOf("token.secret_wrong"), member("partner"));
    expect(foreign.fix.href).toBe("/first-call?clientId=my+client&sellerId=104512");
  });

  it("a pasted text names no lamp: it is no call of a client that the chain knows", () => {
    const report = reportOf("seller.not_linked");
    expect(tellVerdict(en, report, null).lamp).not.toBe("");
    expect(tellVerdict(en, { ...report, isPasted: true }, null).lamp).toBe("");
  });

  it("without a link a seller is led to make it, a partner to ask for it", () => {
    const facts = { clientRowId: "an-id" };
    const hrefOf = (kind: "seller" | "partner") =>
      tellVerdict(en, reportOf("seller.not_linked", { facts }), member(kind)).fix.href;
    expect(hrefOf("seller")).toBe("/clients/an-id#links");
    expect(hrefOf("partner")).toBe("/invitations?clientId=my+client&expectedSellerId=104512");
  });
});

it("lines are read whole, wherever the answer is split", async () => {
  const lines = [
    { kind: "begin", formKey: "é" },
    { kind: "refused", refusal: { ok: false, code: "stale" } },
  ];
  const bytes = new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const read = [];
  for await (const line of readLines(body)) read.push(line);
  expect(read).toEqual(lines);
});
