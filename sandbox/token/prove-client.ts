import { log } from "@/lib/log";
import { type AuthenticatedClient, authenticateClient } from "@/lib/tokens/authenticate-client";
import type { Answer } from "../answer";
import type { Call } from "../call";
import { refuseForNow, refuseToken } from "./answers";
import { countFailure } from "./guess-limits";
import { readBasic } from "./read-basic";
import type { Form } from "./read-form";

const wrongCredentials = "Invalid client or Invalid client credentials";

/**
 * Credentials from the body, field by field, else from HTTP Basic; never from the query string. Wrong ones are counted.
 * With `takesToken` a client that proves itself has one token of this hour taken.
 */
export async function proveClient(
  call: Call,
  { fields }: Form,
  takesToken: boolean,
): Promise<AuthenticatedClient | Answer> {
  const basic = readBasic(call.request.headers.authorization);
  const fromHeader = typeof basic === "object" ? basic : undefined;
  const clientId = fields.get("client_id") ?? fromHeader?.clientId;
  const secret = fields.get("client_secret") ?? fromHeader?.secret;
  const proof = await authenticateClient(clientId, secret, takesToken);
  if (proof.ok) return proof.client;

  const { requestId, address } = call;
  const waitSeconds = clientId === undefined ? 0 : await countFailure(clientId, address);
  log.info({ requestId, address, error: proof.error, waitSeconds }, "credentials refused");
  if (waitSeconds > 0) return refuseForNow(429, "Too many wrong credentials", waitSeconds);
  const challenge: Record<string, string> = basic ? { "WWW-Authenticate": 'Basic realm="maas"' } : {};
  return refuseToken(401, proof.error, wrongCredentials, challenge);
}
