import { createServer as createPlain, type RequestListener } from "node:http";
import { createServer as createSecure } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selfSigned } from "../first-call/self-signed.testing";
import { lookAtTls } from "./look-at-tls";

const servers: Server[] = [];
const hear = async (server: Server) => {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
};
const hour = 3_600_000;
const late: RequestListener = (_request, response) =>
  response.writeHead(404, { date: new Date(Date.now() - hour).toUTCString() }).end();
let [plain, secure, closed] = [0, 0, 0];

beforeAll(async () => {
  plain = await hear(createPlain(late));
  secure = await hear(createSecure(selfSigned(), late));
  closed = await hear(createPlain());
  await new Promise((resolve) => servers.pop()?.close(resolve));
});
afterAll(() => {
  for (const server of servers) server.close();
});

describe("a handshake from here", () => {
  it("of a chain that nobody vouches for fails, and shows the chain all the same", async () => {
    const [seen] = await lookAtTls([`https://localhost:${secure}/seller/v2`]);
    expect(seen).toMatchObject({
      host: `localhost:${secure}`,
      isSecure: true,
      code: "tls.self_signed_chain",
      cause: "DEPTH_ZERO_SELF_SIGNED_CERT",
      protocol: "TLSv1.3",
      chain: [{ subject: "localhost", issuer: "localhost", until: "2049-12-31T23:59:59.000Z" }],
      clockOffSeconds: null,
    });
  });

  it("of an address without TLS is none, and the clocks are compared", async () => {
    const [seen] = await lookAtTls([
      `http://localhost:${plain}/token`,
      `http://localhost:${plain}/seller/v2`,
    ]);
    expect(seen).toMatchObject({ isSecure: false, code: "ok", chain: [] });
    expect(Math.abs((seen?.clockOffSeconds ?? 0) + 3600)).toBeLessThan(5);
  });

  it("of each host is made once, and a port where nobody is says so", async () => {
    const seen = await lookAtTls([`https://localhost:${closed}/a`, `https://localhost:${closed}/b`]);
    expect(seen.map(({ code, cause }) => [code, cause])).toEqual([["net.refused", "ECONNREFUSED"]]);
  });

  it("with something that speaks no TLS is told from a bad certificate", async () => {
    const [seen] = await lookAtTls([`https://localhost:${plain}/`]);
    expect(seen?.code).toBe("tls.old_protocol");
  });
});
