import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** What a gate was asked, and how it is told to behave. */
type Gate = { calls: string[]; tooMany: string[]; tokenLifeSeconds?: number };

/**
 * A door in front of a server: it lets everything through and writes it down. A path in `tooMany` is answered 429
 * once; `tokenLifeSeconds` stands in for the life of tokens.
 */
export async function openGate(origin: string) {
  const gate: Gate = { calls: [], tooMany: [] };
  const server = createServer(async (request, response) => {
    const { method = "GET", url = "/", headers } = request;
    gate.calls.push(`${method} ${url}`);
    const body = await buffer(request);
    const refused = gate.tooMany.findIndex((path) => url.includes(path));
    if (refused >= 0) {
      gate.tooMany.splice(refused, 1);
      return response.writeHead(429, { "retry-after": "1" }).end("{}");
    }
    const passed = Object.entries(headers).filter(
      ([name]) => !/^(host|connection|content-length|upgrade|http2-settings)$/.test(name),
    );
    const answer = await fetch(`${origin}${url}`, {
      method,
      headers: passed.map(([name, value]) => [name, String(value)] as [string, string]),
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    let said = await answer.text();
    if (gate.tokenLifeSeconds)
      said = said.replace(/"expires_in":\d+/, `"expires_in":${gate.tokenLifeSeconds}`);
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" }).end(said);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return Object.assign(gate, { origin: `http://127.0.0.1:${port}`, close });
}
