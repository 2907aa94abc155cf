import { createSocket, type Socket } from "node:dgram";
import { afterEach, describe, expect, it } from "vitest";
import { askNameServers, askSystem, literalOf } from "./resolve-host";

let server: Socket | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});

type Answers = { 1?: number[][]; 28?: number[][] };

/** A name server that gives every name these addresses (RFC 1035 4), by the type of the question, or says nothing. */
async function nameServer(answers: Answers | undefined) {
  const asked: string[] = [];
  const socket = createSocket("udp4", (question, { port }) => {
    const end = question.indexOf(0, 12) + 5;
    const type = question.readUInt16BE(end - 4) as 1 | 28;
    asked.push(question.subarray(13, end - 5).toString("latin1"));
    const found = answers?.[type] ?? [];
    if (!answers) return;
    const header = Buffer.from([
      question[0] ?? 0,
      question[1] ?? 0,
      0x81,
      0x80,
      0,
      1,
      0,
      found.length,
      0,
      0,
      0,
      0,
    ]);
    const records = found.map((bytes) =>
      Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, bytes.length, ...bytes]),
    );
    socket.send(Buffer.concat([header, question.subarray(12, end), ...records]), port, "127.0.0.1");
  });
  server = socket;
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  return { asked, resolve: askNameServers([`127.0.0.1:${socket.address().port}`]) };
}
const loopback6 = [...Array(15).fill(0), 1];
const signal = () => AbortSignal.timeout(5000);

describe("name servers", () => {
  it("give all addresses of a name, IPv4 first, and are asked for that name alone", async () => {
    const { asked, resolve } = await nameServer({
      1: [
        [1, 1, 1, 1],
        [127, 0, 0, 1],
      ],
      28: [loopback6],
    });
    expect(await resolve("hooks.shop.com", signal())).toEqual(["1.1.1.1", "127.0.0.1", "::1"]);
    expect(new Set(asked)).toEqual(new Set(["hooks\u0004shop\u0003com"]));
  });

  it("may know one kind only", async () => {
    const { resolve } = await nameServer({ 28: [loopback6] });
    expect(await resolve("hooks.shop.com", signal())).toEqual(["::1"]);
  });

  it("decide, not the hosts file", async () => {
    const { resolve } = await nameServer({ 1: [[1, 1, 1, 1]] });
    expect(await resolve("localhost.shop.com", signal())).toEqual(["1.1.1.1"]);
  });

  it("that know none, and those that say nothing, leave it without an address", async () => {
    const { resolve } = await nameServer({});
    await expect(resolve("hooks.shop.com", signal())).rejects.toMatchObject({ code: "ENODATA" });
  });

  it("are called off when the time is up", async () => {
    const { resolve } = await nameServer(undefined);
    const begun = performance.now();
    await expect(resolve("hooks.shop.com", AbortSignal.timeout(100))).rejects.toThrow();
    await expect(resolve("hooks.shop.com", AbortSignal.abort())).rejects.toThrow();
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe("this machine", () => {
  it("knows its own name", async () => {
    expect(await askSystem("localhost", signal())).toEqual(expect.arrayContaining(["127.0.0.1"]));
  });
});

it.each([
  ["https://[::1]/", "::1"],
  ["https://0x7f.1/", "127.0.0.1"],
  ["https://shop.com/", undefined],
])("%s is the literal %s", (url, literal) => expect(literalOf(new URL(url))).toBe(literal));
