import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { FirstCallInput } from "./input";
import { finish, traceCall } from "./trace-call";
import { startUpstream } from "./upstream.testing";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
const sent: { method?: string; type?: string; seller?: string; channel?: string; body: string }[] = [];
beforeAll(async () => {
  upstream = await startUpstream();
});
beforeEach(() => {
  sent.length = 0;
  upstream.reset();
  upstream.call = async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { "content-type": type, sellerid: seller, saleschannelid } = request.headers;
    const channel = String(saleschannelid ?? "");
    sent.push({
      method: request.method,
      type,
      seller: String(seller),
      channel,
      body: Buffer.concat(parts).toString(),
    });
    response.writeHead(204).end();
  };
});
afterAll(() => upstream.stop());

async function call(over: Partial<FirstCallInput>) {
  const known = { clientId: "my client", clientSecret: "the secret of this test", sellerId: "98979" };
  const input: FirstCallInput = { ...known, operation: "sellers.get", scenario: "", ...over };
  const caller = {
    starter: false,
    requestId: "",
    explain: async <T>(judged: T) => judged,
    keep: async () => {},
  };
  const report = await finish({
    id: "id",
    steps: traceCall("id", input, caller, new AbortController().signal),
  });
  if (!report) throw new Error("cancelled");
  return report;
}

it("sends a change with its own method, body and headers, and tells in the report what was sent", async () => {
  const body = '{ "approval_status": "Refused" }';
  const report = await call({ operation: "orders.approve", values: { orderId: "A-1" }, body });
  expect(upstream.calls).toEqual(["/token", "/orders/A-1/approval-status"]);
  expect(sent).toEqual([{ method: "POST", type: "application/json", seller: "98979", channel: "", body }]);
  expect(report).toMatchObject({ verdict: "ok", method: "POST", body, operation: "orders.approve" });
  expect(report.callUrl).toMatch(/\/orders\/A-1\/approval-status$/);

  const opened = await call({ operation: "offerPackages.create", values: { salesChannelId: "CDISFR" } });
  expect(sent[1]).toMatchObject({ method: "POST", channel: "CDISFR", body: "" });
  expect(opened).toMatchObject({ headers: { salesChannelId: "CDISFR" } });
  await call({ operation: "discussions.update", values: { discussionId: "d1" } });
  expect(sent[2]).toMatchObject({ method: "PATCH", type: "application/json-patch+json" });
});

it("a read is told without method, headers and body, at the address with its parameters", async () => {
  const report = await call({ operation: "orders.list", values: { pageIndex: "2", sort: "" } });
  expect(report.callUrl).toMatch(/\/orders\?pageIndex=2$/);
  for (const name of ["method", "headers", "body"]) expect(report).not.toHaveProperty(name);
});

it("a secret that was typed into a parameter or a body is in no report", async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[!-~]{12,60}$/), async (secret) => {
      const listed = await call({
        clientSecret: secret,
        operation: "orders.list",
        values: { reference: secret },
      });
      expect(JSON.stringify(listed)).not.toContain(secret);
      expect(decodeURIComponent(listed.callUrl.replaceAll("•••", ""))).not.toContain(secret);
      const body = JSON.stringify({ discussionId: "d1", body: `mine is ${secret}.` });
      const written = await call({ clientSecret: secret, operation: "messages.send", body });
      expect(JSON.parse(JSON.stringify(written)).body).not.toContain(secret);
      expect(JSON.stringify(written)).not.toContain(JSON.stringify(secret).slice(1, -1));
    }),
    { numRuns: 40 },
  );
});
