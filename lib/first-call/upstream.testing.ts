import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { env } from "../env";

const answer =
  (status: number, body: unknown): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

/** What the other side says, one listener per endpoint; a test replaces what it wants to be different. */
export const says = {
  token: (token = "an-opaque-token") => answer(200, { access_token: token, expires_in: 7200 }),
  refusal: (error: string) =>
    answer(401, { error, error_description: "Invalid client or Invalid client credentials" }),
  problem: (status: number, code: string) => answer(status, { status, code, traceId: "trace-1" }),
  seller: answer(200, { seller_id: 104512, shop_name: "Maison Lumiere" }),
};

/** A stand-in for token endpoint and Seller API, to which this process's configuration points until it is stopped. */
export async function startUpstream() {
  const upstream = { token: says.token(), call: says.seller, calls: [] as string[] };
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    upstream.calls.push(path);
    (path.endsWith("/token") ? upstream.token : upstream.call)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { TOKEN_URL, SELLER_API_URL } = env();
  Object.assign(env(), { TOKEN_URL: `${origin}/token`, SELLER_API_URL: origin });
  const stop = async () => {
    Object.assign(env(), { TOKEN_URL, SELLER_API_URL });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const reset = () => Object.assign(upstream, { token: says.token(), call: says.seller, calls: [] });
  return Object.assign(upstream, { stop, reset });
}
