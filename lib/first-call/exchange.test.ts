import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { answerCap, exchange } from "./exchange";
import { selfSigned } from "./self-signed.testing";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server, scheme = "http") {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `${scheme}://localhost:${(server.address() as AddressInfo).port}/`;
}

const get = (url: string, signal = AbortSignal.timeout(5000)) =>
  exchange({ method: "GET", url, headers: {} }, signal);

describe("one exchange", () => {
  it("never speaks to a certificate that nobody vouches for", async () => {
    let asked = 0;
    const url = await listen(
      createTlsServer(selfSigned(), (_request, response) => {
        asked++;
        response.end();
      }),
      "https",
    );
    await expect(get(url)).rejects.toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    expect(asked).toBe(0);
  });

  it.each([
    [answerCap, false],
    [answerCap + 1, true],
  ])("reads %d bytes; cut: %s", async (size, cut) => {
    const url = await listen(createServer((_request, response) => response.end("x".repeat(size))));
    const answer = await get(url);
    expect([answer.cut, answer.body.length]).toEqual([cut, answerCap]);
  });

  it("ends at once when asked to, also before it began", async () => {
    const url = await listen(createServer(() => {}));
    // This server never answers: only the signal ends it.
    await expect(get(url, AbortSignal.timeout(50))).rejects.toThrow();
    await expect(get(url, AbortSignal.abort())).rejects.toThrow();
  });

  it("leaves a redirect alone", async () => {
    const asked: string[] = [];
    const url = await listen(
      createServer((request, response) => {
        asked.push(request.url ?? "");
        response.writeHead(302, { location: "/elsewhere" }).end();
      }),
    );
    expect(await get(url)).toMatchObject({ status: 302, headers: { location: "/elsewhere" } });
    expect(asked).toEqual(["/"]);
  });
});
