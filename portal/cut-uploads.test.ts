import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { cutUploads, isUpload } from "./cut-uploads";

let server: Server;
afterEach(() => server?.close());

/** A portal that says which parts came to its pages, and how many bytes of each. */
async function portal() {
  server = createServer(async (request, response) => {
    const cut = isUpload(request, request.url ?? "") ? await cutUploads(request) : null;
    if (!cut) {
      response.writeHead(413).end();
      return;
    }
    const pieces: Buffer[] = [];
    for await (const piece of cut) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    const headers = { "content-type": cut.headers["content-type"] ?? "" };
    const form = await new Response(body, { headers }).formData();
    const parts = [...form].map(([name, value]) => [name, typeof value === "string" ? value : value.size]);
    const isWhole = Number(cut.headers["content-length"]) === body.length && !cut.aborted;
    response.end(JSON.stringify({ parts, isWhole, method: cut.method, url: cut.url }));
  }).listen(0, "127.0.0.1");
  await new Promise((up) => server.once("listening", up));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function form(parts: Record<string, string | number | Buffer>) {
  const made = new FormData();
  for (const [name, value] of Object.entries(parts))
    if (typeof value === "string") made.append(name, value);
    else {
      const bytes = typeof value === "number" ? Buffer.alloc(value, "\r\n--") : value;
      made.append(name, new File([new Uint8Array(bytes)], `${name}.png`, { type: "image/png" }));
    }
  return made;
}
const send = (origin: string, body: FormData, path = "/listing") =>
  fetch(origin + path, { method: "POST", body });

it("leaves what is small as it was, byte by byte", async () => {
  const sent = { displayName: "Élan\r\n\r\nd’Or", empty: "", logo: 1_048_576, other: 0, after: "--" };
  const answer = await (await send(await portal(), form(sent))).json();
  expect(answer).toEqual({ parts: Object.entries(sent), isWhole: true, method: "POST", url: "/listing" });
});

it("cuts off a file of twenty megabytes, and keeps what came before and after it", async () => {
  const origin = await portal();
  const answer = await send(
    origin,
    form({ displayName: "Quillon", logo: 20_000_000, website: "https://x.com" }),
  );
  const { parts, isWhole } = await answer.json();
  expect(isWhole).toBe(true);
  expect([parts[0], parts[2]]).toEqual([
    ["displayName", "Quillon"],
    ["website", "https://x.com"],
  ]);
  expect(parts[1][1]).toBeGreaterThan(1_048_576);
  expect(parts[1][1]).toBeLessThan(1_060_000);
  // The connection is as good as before.
  expect((await send(origin, form({ a: "b" }))).status).toBe(200);
});

it("takes three whole files, and nothing of a form that has more left", async () => {
  const origin = await portal();
  const three = { one: 1_048_576, two: 1_048_576, three: 1_048_576, message: "x" };
  expect((await send(origin, form(three), "/help/1")).status).toBe(200);
  expect((await send(origin, form({ ...three, four: 1_048_576 }), "/help")).status).toBe(413);
});

it("is for forms with files alone, and for sizes that somebody may mean", () => {
  const type = "multipart/form-data; boundary=x";
  const ask = (path: string, length: number, contentType = type) =>
    isUpload(
      { headers: { "content-type": contentType, "content-length": String(length) } } as IncomingMessage,
      path,
    );
  expect(ask("/listing", 2_000_000)).toBe(true);
  expect(ask("/help/0190", 2_000_000)).toBe(true);
  expect(ask("/operator/tickets/0190", 2_000_000)).toBe(true);
  expect(ask("/listing", 2_000_000, 'multipart/form-data; boundary="a b"')).toBe(true);
  for (const path of ["/", "/listings", "/invitations", "/operator/listings", "/x/listing"])
    expect(ask(path, 2_000_000)).toBe(false);
  expect(ask("/listing", 32_000_001)).toBe(false);
  expect(ask("/listing", Number.NaN)).toBe(false);
  expect(ask("/listing", 2_000_000, "application/x-www-form-urlencoded")).toBe(false);
});

it("takes nothing of a form of countless empty parts, and stops looking for them", async () => {
  const origin = await portal();
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  const body = `${"--x\r\n".repeat(300_000)}--x--\r\n`;
  expect((await fetch(`${origin}/help`, { method: "POST", headers, body })).status).toBe(413);
  expect((await send(origin, form({ a: "b" }))).status).toBe(200);
});
