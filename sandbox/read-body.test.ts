import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type BodyFault, readBody } from "./read-body";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections();
});

/** What `readBody` makes of the pieces, sent one after the other. */
async function read(
  head: string,
  pieces: string[],
  end: "keep" | "cut" = "keep",
): Promise<string | BodyFault> {
  return new Promise((resolve) => {
    const server = createServer(async (request, response) => {
      const body = await readBody(request, 10, undefined, 200);
      resolve(typeof body === "string" ? body : `read ${body}`);
      response.end();
      server.close();
    });
    servers.push(server);
    server.listen(0, "127.0.0.1", () => {
      const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
      socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${head}\r\n\r\n`);
      for (const piece of pieces) socket.write(piece);
      if (end === "cut") setTimeout(() => socket.destroy(), 50);
    });
  });
}

test("a body is read whole, in one piece or several", async () => {
  expect(await read("Content-Length: 10", ["0123456789"])).toBe("read 0123456789");
  expect(await read("Transfer-Encoding: chunked", ["3\r\nabc\r\n", "2\r\nde\r\n0\r\n\r\n"])).toBe(
    "read abcde",
  );
  expect(await read("Content-Length: 0", [])).toBe("read ");
});

test("one byte more is too large, declared or not", async () => {
  expect(await read("Content-Length: 11", [])).toBe("too_large");
  expect(await read("Transfer-Encoding: chunked", ["b\r\n0123456789a\r\n"])).toBe("too_large");
});

test("a body that does not come in time, and one that never comes", async () => {
  expect(await read("Content-Length: 10", ["01"])).toBe("too_slow");
  expect(await read("Content-Length: 10", ["01"], "cut")).toBe("broken_off");
});
