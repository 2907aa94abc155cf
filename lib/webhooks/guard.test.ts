import { createServer, Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { postGuarded } from "./post-guarded";
import { answering, listen, type Receiver } from "./receiver.testing";
import type { Resolve } from "./resolve-host";
import { refusedForms } from "./url-forms.testing";

const traps: Receiver[] = [];
/** Every address that a socket of this process set out for; it never gets there. */
const dialled: string[] = [];

beforeAll(async () => {
  // The machine's own place in its network is as private as any.
  const own = Object.values(networkInterfaces()).flatMap(
    (all) => all?.filter(({ internal }) => !internal) ?? [],
  );
  const homes = own.filter(({ family }) => family === "IPv4").map(({ address }) => address);
  for (const host of ["::1", ...homes.slice(0, 2), "127.0.0.1"]) {
    for (const port of [443, 80, 8443, 0]) {
      // Not every machine lends its low ports or has IPv6; what is dialled is recorded there as well.
      const trap = await listen(createServer(), host, port).catch(() => undefined);
      if (trap) traps.push(trap);
    }
  }
});
afterAll(() => Promise.all(traps.map((trap) => trap.stop())));
beforeEach(() => {
  dialled.length = 0;
});
afterEach(() => void vi.restoreAllMocks());

const connections = () => traps.reduce((sum, trap) => sum + trap.connections, 0);
const post = (url: string, resolve?: Resolve) =>
  postGuarded({ url, headers: {}, body: "{}" }, { allowHome: false, resolve });

/** Nothing leaves: a connection is noted, then fails. */
function holdBack() {
  vi.spyOn(Socket.prototype, "connect").mockImplementation(function (this: Socket, ...args: unknown[]) {
    const [{ host }] = args.flat() as [{ host: string }];
    dialled.push(host);
    process.nextTick(() => this.destroy(Object.assign(new Error("held back"), { code: "ECONNREFUSED" })));
    return this;
  });
}
/** A resolver whose answers change from one question to the next. */
const changing = (...answers: string[][]) => {
  let asked = 0;
  return vi.fn<Resolve>(async () => answers[Math.min(asked++, answers.length - 1)] ?? []);
};

describe("the guard", () => {
  it("has traps that would be felt", async () => {
    const trap = traps.at(-1);
    await new Promise((resolve) => new Socket().connect(trap?.port ?? 0, "127.0.0.1", () => resolve(true)));
    await vi.waitFor(() => expect(connections()).toBe(1));
    for (const one of traps) one.connections = 0;
  });

  it("connects to nobody for any refused form, whatever its name leads to", async () => {
    const resolve = changing(["127.0.0.1"]);
    const dial = vi.spyOn(Socket.prototype, "connect");
    const { port } = traps.at(-1) as Receiver;
    const more = ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "127.1"].flatMap((host) => [
      `https://${host}:${port}/`,
      `http://${host}:${port}/`,
    ]);
    for (const url of [...refusedForms.map(([form]) => form), ...more]) {
      expect(await post(url, resolve)).toMatchObject({ ok: false, fault: "refused_url", status: null });
    }
    expect([resolve.mock.calls.length, dial.mock.calls.length, connections()]).toEqual([0, 0, 0]);
  });

  it.each([
    ["loopback", ["127.0.0.1"]],
    ["IPv6 loopback", ["::1"]],
    ["mapped loopback", ["::ffff:127.0.0.1"]],
    ["translated loopback", ["64:ff9b::7f00:1"]],
    ["6to4", ["2002:7f00:1::"]],
    ["this network", ["0.0.0.0"]],
    ["a private network", ["10.0.0.1"]],
    ["a carrier's network", ["100.64.0.1"]],
    ["cloud metadata", ["169.254.169.254"]],
    ["cloud metadata over IPv6", ["fd00:ec2::254"]],
    ["a neighbour on the cable", ["fe80::1%lo"]],
    ["a group", ["224.0.0.1"]],
    ["public first, private second", ["1.1.1.1", "127.0.0.1"]],
    ["private first, public second", ["127.0.0.1", "1.1.1.1"]],
    ["public, and private over IPv6", ["1.1.1.1", "::1"]],
    ["no address at all", ["localhost"]],
  ])("connects to nobody when a good name leads to %s", async (_what, addresses) => {
    const dial = vi.spyOn(Socket.prototype, "connect");
    const resolve = changing(addresses);
    const posted = await post("https://hooks.shop.com/in", resolve);
    expect(posted).toMatchObject({ ok: false, fault: "refused_address", status: null });
    expect(addresses).toContain(posted.address);
    expect([dial.mock.calls.length, connections()]).toEqual([0, 0]);
  });

  it("asks once and goes to that answer, though a second one would be private", async () => {
    holdBack();
    const resolve = changing(["1.1.1.1", "2606:4700:4700::1111"], ["127.0.0.1"]);
    const first = await post("https://hooks.shop.com/in", resolve);
    expect(first).toMatchObject({ fault: "connect", address: "1.1.1.1", cause: "ECONNREFUSED" });
    expect(resolve.mock.calls.map(([name]) => name)).toEqual(["hooks.shop.com"]);
    expect(dialled).toEqual(["1.1.1.1"]);
  });

  it("judges anew at each try", async () => {
    holdBack();
    const resolve = changing(["1.1.1.1"], ["127.0.0.1"]);
    await post("https://hooks.shop.com/in", resolve);
    expect(await post("https://hooks.shop.com/in", resolve)).toMatchObject({ fault: "refused_address" });
    expect(dialled).toEqual(["1.1.1.1"]);
    expect(connections()).toBe(0);
  });

  it("where home is open lets plain http and other ports reach home only", async () => {
    holdBack();
    const tried = async (url: string, address: string) => {
      const resolve = changing([address]);
      return (await postGuarded({ url, headers: {}, body: "" }, { allowHome: true, resolve })).fault;
    };
    expect(await tried("http://hooks.shop.com/", "127.0.0.1")).toBe("connect");
    expect(await tried("https://hooks.shop.com/", "1.1.1.1")).toBe("connect");
    expect(await tried("http://hooks.shop.com/", "1.1.1.1")).toBe("refused_address");
    expect(await tried("https://hooks.shop.com:8443/", "1.1.1.1")).toBe("refused_address");
    expect(await tried("http://receiver/", "169.254.169.254")).toBe("refused_address");
    expect(dialled).toEqual(["127.0.0.1", "1.1.1.1"]);
  });

  it.each([301, 302, 303, 307, 308])("follows no redirect (%d) to a trap", async (status) => {
    const { port } = traps.at(-1) as Receiver;
    const receiver = await answering((_request, response) => {
      response.writeHead(status, { location: `http://127.0.0.1:${port}/` }).end();
    });
    const url = `http://127.0.0.1:${receiver.port}/in`;
    const posted = await postGuarded({ url, headers: {}, body: "{}" }, { allowHome: true });
    expect(posted).toMatchObject({ ok: false, fault: "redirect", status });
    expect([receiver.connections, connections()]).toEqual([1, 0]);
    await receiver.stop();
  });
});
