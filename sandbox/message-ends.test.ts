import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "@/db/client";
import { createSandbox } from "./create-sandbox";

/** Requests whose end two servers in a row may see in two places; behind each stands one that must never be answered. */
const forms: Record<string, string> = {
  "a length and chunks": "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  "chunks and a length": "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
  "two lengths": "Content-Length: 5\r\nContent-Length: 0\r\n\r\n",
  "a list of lengths": "Content-Length: 5, 5\r\n\r\nhello",
  "a length with a sign": "Content-Length: +5\r\n\r\nhello",
  "chunks that are not last": "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
  "a coding that is none": "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
  "a blank before the colon": "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
  "a folded header": "Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
  "a chunk's size that is none": "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n",
};
/** Those that show only once the head is read and somebody answers already. */
const inBody = new Set(["a coding that is none", "a chunk's size that is none"]);
const hidden = "GET /hidden HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

function send(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer)).on("error", reject);
  });
}

/** Both servers stand on Node's own parser, as it comes; the portal's answers are Next's. */
const servers: Record<string, () => Server> = {
  "the sandbox": createSandbox,
  "a server as the portal's": () => createServer((_, response) => response.end("read")),
};

describe.each(Object.keys(servers))("where a message ends is clear to %s", (name) => {
  let server: Server;
  const asked: string[] = [];
  beforeAll(async () => {
    server = servers[name]?.() as Server;
    server.on("request", ({ url = "" }) => asked.push(url));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await disconnect();
  });

  async function ask(ending: string) {
    asked.length = 0;
    const { port } = server.address() as AddressInfo;
    const answer = await send(port, `POST /first HTTP/1.1\r\nHost: localhost\r\n${ending}${hidden}`);
    return [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);
  }

  test("so that of two that follow each other both are answered", async () => {
    expect(await ask("Content-Length: 5\r\n\r\nhello")).toHaveLength(2);
    expect(asked).toEqual(["/first", "/hidden"]);
  });

  test.each(Object.keys(forms))("or nothing behind it is read: %s", async (form) => {
    const statuses = await ask(forms[form] ?? "");
    // Whatever was told of the first one, the connection has ended with it.
    expect(statuses.length).toBeLessThan(2);
    expect(asked).not.toContain("/hidden");
    if (!inBody.has(form)) expect(statuses).toEqual(["400"]);
  });
});
