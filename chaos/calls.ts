import { type Answer, ask, json, NoAnswer } from "./ask";
import type { Client, Household, World } from "./household";

const tokenPath = "/auth/realms/maas/protocol/openid-connect/token";

/** Asks for a token once. Throws `NoAnswer` also where the token endpoint says "later". */
export async function askToken(
  { product, journal }: World,
  clientId: string,
  secret: string,
): Promise<Answer> {
  const form = { grant_type: "client_credentials", client_id: clientId, client_secret: secret };
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams(form).toString();
  const answer = await ask(product.sandboxUrl + tokenPath, { method: "POST", headers, body });
  if (!json(answer)) journal.html++;
  if (answer.status >= 500) throw new NoAnswer(`token: ${answer.status}`);
  journal.acknowledge("token request");
  return answer;
}

/** Calls the Seller API once. Throws `NoAnswer` also where it says "later". */
export async function callSeller(
  { product, journal }: World,
  token: string,
  sellerId: number,
): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, sellerid: String(sellerId) };
  const answer = await ask(`${product.sandboxUrl}/seller/v2/sellers`, { headers });
  if (!json(answer)) journal.html++;
  if (answer.status >= 500) throw new NoAnswer(`call: ${answer.status}`);
  journal.acknowledge("Seller API call");
  return answer;
}

/** A token of a client, by a secret that works; undefined where it has none that is known. */
export async function tokenOf(home: Household, client: Client, isFresh = false): Promise<string | undefined> {
  if (client.token && !isFresh) return client.token;
  const secret = client.secrets.find(({ state }) => state === "works");
  if (!secret || client.state !== "active") return undefined;
  const answer = await home.patiently(() => askToken(home.world, client.clientId, secret.text));
  const token = json(answer)?.access_token;
  if (typeof token !== "string") {
    home.world.journal.violate(
      `a secret of ${client.clientId} that was shown gets ${answer.status} ${answer.body}`,
    );
    return undefined;
  }
  client.token = token;
  return token;
}

/** One call of the portal API by a client, repeated with the same key until it is answered. */
export async function callApi(
  home: Household,
  client: Client,
  method: string,
  path: string,
  over: { key?: string; body?: Record<string, unknown> } = {},
): Promise<Answer | undefined> {
  const { product, journal } = home.world;
  const token = await tokenOf(home, client);
  if (!token) return undefined;
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  if (over.key) headers["idempotency-key"] = over.key;
  if (over.body) headers["content-type"] = "application/json";
  const body = over.body && JSON.stringify(over.body);
  const answer = await home.patiently(async () => {
    const said = await ask(`${product.portalUrl}/api/v1${path}`, { method, headers, body });
    if (said.status !== 204 && !json(said)) journal.html++;
    if (said.status >= 500) throw new NoAnswer(`${method} ${path}: ${said.status}`);
    return said;
  });
  if (answer.status < 300) journal.acknowledge(`portal API ${method} ${path.split("/")[1]}`);
  else journal.refuse(`portal API ${method} ${path.split("/")[1]}: ${answer.status}`);
  return answer;
}
