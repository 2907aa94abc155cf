import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { FirstCallInput } from "./input";
import type { Report } from "./report";
import { finish, traceCall } from "./trace-call";
import { says, startUpstream } from "./upstream.testing";

let upstream: Awaited<ReturnType<typeof startUpstream>>;
beforeAll(async () => {
  upstream = await startUpstream();
});
afterAll(() => upstream.stop());

const input = (clientSecret: string): FirstCallInput => ({
  clientId: "my client",
  clientSecret,
  sellerId: "104512",
  operation: "sellers.get",
  scenario: "",
});

async function keep(clientSecret: string) {
  const kept: Report[] = [];
  const caller = {
    starter: false,
    requestId: "",
    explain: async <T>(judged: T) => judged,
    keep: async (report: Report) => {
      kept.push(report);
    },
  };
  const steps = traceCall("id", input(clientSecret), caller, new AbortController().signal);
  const report = await finish({ id: "id", steps });
  expect(kept).toEqual([report]);
  return report as Report;
}

const part = fc.string({ minLength: 12, maxLength: 60 });
const pieces = [
  (secret: string) => secret,
  encodeURIComponent,
  (secret: string) => Buffer.from(secret).toString("base64"),
  (secret: string) => `https://elsewhere.test/?client_secret=${encodeURIComponent(secret)}`,
];

it("no secret and no token survives in a report, wherever the other side repeats them", async () => {
  const token = fc.stringMatching(/^[A-Za-z0-9._~+/-]{20,80}$/);
  await fc.assert(
    fc.asyncProperty(
      part,
      token,
      fc.constantFrom(...pieces),
      fc.nat(6),
      async (secret, access, form, place) => {
        const echo = `${form(secret)} ${access} ${form(secret)}`;
        const json = (status: number, body: object) => {
          return (_: unknown, response: import("node:http").ServerResponse) =>
            response
              .writeHead(status, {
                "content-type": "application/json",
                "x-request-id": encodeURIComponent(echo),
              })
              .end(JSON.stringify(body));
        };
        upstream.reset();
        upstream.token = says.token(access);
        if (place === 0) upstream.token = json(401, { error: echo, error_description: echo });
        if (place === 1) upstream.call = json(200, { seller_id: 1, shop_name: echo });
        if (place === 2) upstream.call = json(403, { code: echo, detail: echo, traceId: echo });
        if (place === 3)
          upstream.call = (_, response) => response.writeHead(302, { location: encodeURI(echo) }).end();
        if (place === 4) upstream.call = (_, response) => response.end(`${"x".repeat(3990)}${echo}`);
        if (place === 5) upstream.call = (_, response) => response.end(echo.repeat(8000));
        const told = JSON.stringify(await keep(secret));
        for (const one of pieces) expect(told).not.toContain(JSON.stringify(one(secret)).slice(1, -1));
        if (place !== 0) expect(told).not.toContain(access);
      },
    ),
    { numRuns: 60 },
  );
});

it("the report says what was called, and why it ended", async () => {
  upstream.reset();
  upstream.call = says.problem(403, "seller_not_granted");
  const report = await keep("a secret that is not here");
  expect(report).toMatchObject({
    verdict: "seller.not_linked",
    clientId: "my client",
    sellerId: "104512",
    answer: { from: "api", status: 403, traceId: "trace-1" },
  });
  expect(report.callUrl).toMatch(/\/sellers$/);
  expect(report.steps.map(({ step }) => step)).toEqual([
    "settings",
    "dns",
    "token",
    "claims",
    "call",
    "shape",
  ]);
  expect(report.facts.status).toBe("403");
});

it("a secret is not readable in part either, where a text was shortened or cut off", async () => {
  const secret = "0123456789abcdefghij".repeat(50);
  upstream.reset();
  upstream.call = (_, response) => response.end(secret.repeat(600));
  expect(JSON.stringify(await keep(secret))).not.toContain(secret.slice(0, 20));
  upstream.call = (_, response) =>
    response
      .writeHead(403, { "content-type": "application/json" })
      .end(JSON.stringify({ detail: `${"x".repeat(270)}${secret}`, traceId: `${"x".repeat(270)}${secret}` }));
  expect(JSON.stringify(await keep(secret))).not.toContain(secret.slice(0, 20));
});
