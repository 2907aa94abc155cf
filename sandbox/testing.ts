import { type AddressInfo, connect } from "node:net";
import { disconnect } from "@/db/client";
import { ensureFoundations } from "@/db/ensure";
import { makeClient, makeLink, makeOrganisation, makeSecret, makeSeller, ownDatabase } from "@/db/testing";
import { type Env, env } from "@/lib/env";
import { makeSecret as newSecret } from "@/lib/secrets";
import { reloadKeys } from "@/lib/tokens/key-ring";
import { flushUses } from "@/lib/tokens/record-uses";
import { createSandbox, mostWaiting } from "./create-sandbox";

/** A running sandbox on a database of its own. `SANDBOX_URL` is where it listens. */
export async function startSandbox(settings: Partial<Env> = {}) {
  await ownDatabase();
  const starter = { STARTER_CLIENT_ID: "portal-starter", STARTER_CLIENT_SECRET: newSecret("demo") };
  Object.assign(env(), starter, settings);
  await ensureFoundations();
  await reloadKeys();
  const server = createSandbox();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", mostWaiting, resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  Object.assign(env(), { SANDBOX_URL: origin, SELLER_API_URL: `${origin}/seller/v2` });
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await flushUses();
    await disconnect();
  };
  return {
    origin,
    port,
    starter: { clientId: starter.STARTER_CLIENT_ID, secret: starter.STARTER_CLIENT_SECRET },
    stop,
  };
}

/** A client with one live secret; `more` overrides columns of either. */
export async function insertTestClient(
  clientId: string,
  more: { client?: Parameters<typeof makeClient>[1]; secret?: Parameters<typeof makeSecret>[1] } = {},
) {
  const organisation = await makeOrganisation({ kind: "partner" });
  const client = await makeClient(organisation, { clientId, ...more.client });
  const { secret, row } = await makeSecret(client, more.secret);
  return { id: client.id, organisationId: organisation.id, clientId, secret, secretId: row.id };
}

/** A seller account that nobody owns. */
export async function insertTestSeller(sellerId: number) {
  await makeSeller(null, {
    sellerId,
    shopName: `Shop ${sellerId}`,
    contactEmail: `shop-${sellerId}@demo.test`,
  });
}

/** An open link; `more` overrides its columns. Returns its id. */
export async function insertTestLink(
  client: { id: string; organisationId: string },
  sellerId: number,
  more: Parameters<typeof makeLink>[2] = {},
) {
  return (await makeLink(client, { sellerId, ownerOrganisationId: null }, more)).id;
}

/** An answer off the wire, byte for byte. Header names as sent. */
export type RawAnswer = { status: number; headers: Record<string, string>; body: string };

/** Sends bytes and reads until the server closes, or one whole answer is there. */
export function sendRaw(port: number, ...pieces: (string | Buffer)[]): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => {
      for (const piece of pieces) socket.write(piece);
    });
    const finish = () => {
      socket.destroy();
      const answer = parse(Buffer.concat(chunks), true);
      if (answer) resolve(answer);
      else reject(new Error(`no whole answer: ${Buffer.concat(chunks).toString("latin1")}`));
    };
    socket.setTimeout(25_000, finish);
    socket.on("data", (chunk) => {
      chunks.push(chunk);
      if (parse(Buffer.concat(chunks))) finish();
    });
    socket.on("end", finish).on("error", finish);
  });
}

function parse(bytes: Buffer, hasEnded = false): RawAnswer | undefined {
  const text = bytes.toString("utf8");
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [start = "", ...lines] = text.slice(0, end).split("\r\n");
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(": ");
    const name = line.slice(0, colon);
    headers[name] = name in headers ? `TWICE ${headers[name]}` : line.slice(colon + 2);
  }
  const body = text.slice(end + 4);
  // An answer to HEAD has a length and no body.
  if (!hasEnded && Buffer.byteLength(body) < Number(headers["Content-Length"] ?? 0)) return undefined;
  return { status: Number(start.split(" ")[1]), headers, body };
}

/** A request as bytes, on a connection of its own. */
export function rawRequest(method: string, target: string, headers: string[] = [], body = "") {
  const length = body ? [`Content-Length: ${Buffer.byteLength(body)}`] : [];
  const head = [`${method} ${target} HTTP/1.1`, "Host: sandbox", "Connection: close", ...length, ...headers];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}

/** A token for a client, straight from the endpoint. */
export async function fetchToken(
  origin: string,
  client: { clientId: string; secret: string },
): Promise<string> {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: client.clientId,
    client_secret: client.secret,
  });
  const answer = await fetch(`${origin}/auth/realms/maas/protocol/openid-connect/token`, {
    method: "POST",
    body,
  });
  const json = (await answer.json()) as { access_token: string };
  if (answer.status !== 200) throw new Error(`no token: ${JSON.stringify(json)}`);
  return json.access_token;
}

/** One call of GET /sellers, and what of its answer tells a verdict. */
export async function callSellers(origin: string, token: string, sellerId: number) {
  const headers = { authorization: `Bearer ${token}`, SellerId: String(sellerId) };
  const answer = await fetch(`${origin}/seller/v2/sellers`, { headers });
  const body = (await answer.json()) as { code?: string };
  return { status: answer.status, code: body.code, challenge: answer.headers.get("www-authenticate") };
}
