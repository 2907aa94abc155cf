import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/env";
import { admit } from "./gate";

const seen: IncomingMessage["headers"][] = [];
const server = createServer(async (incoming, response) => {
  if (!(await admit(incoming, response))) return;
  seen.push(incoming.headers);
  response.end("in");
});
beforeAll(() => new Promise<void>((up) => server.listen(0, "127.0.0.1", up)));
afterAll(() => server.close());

type Told = { status: number; headers: IncomingMessage["headers"]; body: string };

/** Calls the gate under the portal's own name. */
function call(method: string, path: string, headers: Record<string, string> = {}, body = "") {
  const { port } = server.address() as AddressInfo;
  const host = new URL(env().PUBLIC_URL).host;
  return new Promise<Told>((resolve, reject) => {
    const options = { host: "127.0.0.1", port, method, path, headers: { host, ...headers } };
    const outgoing = request(options, (incoming) => {
      let text = "";
      incoming.on("data", (chunk) => {
        text += chunk;
      });
      incoming.on("end", () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

test("a call needs no origin and brings no cookie, neither in nor out", async () => {
  const headers = { cookie: "portal-session=x", accept: "text/html", origin: "https://elsewhere.com" };
  for (const path of ["/api/v1/links", "/api/v1", "/api/v1/links?lang=fr"]) {
    const answer = await call("POST", path, headers, "{}");
    expect([answer.status, answer.headers["set-cookie"]]).toEqual([200, undefined]);
    expect(seen.at(-1)).toMatchObject({ accept: "application/json", "x-request-id": expect.any(String) });
    expect(seen.at(-1)).not.toHaveProperty("cookie");
  }
});

test("what only looks like one is a page's form, and needs its origin", async () => {
  for (const path of ["/api/v10", "/api/V1/links", "/links", "/x/api/v1/links"]) {
    const answer = await call("POST", path, { authorization: "Bearer x", "content-length": "0" });
    expect(answer.status).toBe(403);
  }
});

test("an address that leads elsewhere than its letters say leads nowhere, whatever the pages would make of it", async () => {
  const before = seen.length;
  const winding = [
    "/account/../operator",
    "/account/%2e%2e/operator",
    "/account/.%2E/operator",
    "/account/./operator",
    "/account/..\\operator",
    "/account;/../operator",
    "/help/../sign-in",
    "/logos/../seller",
    "/_next/../seller",
    "/api/v1/../../sign-in",
    "/api/v1/..",
    "http://elsewhere.com/links",
    "*",
  ];
  for (const path of winding) expect([path, (await call("GET", path)).status]).toEqual([path, 404]);
  expect(seen).toHaveLength(before);
  for (const path of ["/api/v1/..a", "/api/v1/a.b", "/api/v1/...", "/api/v1/x?to=/../y"])
    expect([path, (await call("GET", path)).status]).toEqual([path, 200]);
});

test("too much, of unknown length, or unreadable: said as a problem with the request's id", async () => {
  const long = "x".repeat(65_537);
  const answers = [
    await call("POST", "/api/v1/webhooks", { "content-length": String(long.length) }, long),
    await call("POST", "/api/v1/webhooks", { "transfer-encoding": "chunked" }, "{}"),
    await call("GET", "/api/v1/%ff"),
  ];
  expect(answers.map(({ status }) => status)).toEqual([413, 411, 404]);
  for (const { headers, body } of answers) {
    expect(headers["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(body)).toMatchObject({ traceId: headers["x-request-id"], code: expect.any(String) });
  }
});

test("another host's name leads nowhere", async () => {
  expect((await call("GET", "/api/v1/links", { host: "evil.com" })).status).toBe(400);
});
