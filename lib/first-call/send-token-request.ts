import { type Answer, exchange } from "./exchange";

/** Asks for a token by client credentials, with the credentials in the body (RFC 6749 2.3.1 and 4.4.2). */
export function sendTokenRequest(
  { tokenUrl, clientId, clientSecret }: { tokenUrl: string; clientId: string; clientSecret: string },
  signal: AbortSignal,
): Promise<Answer> {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
  }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return exchange({ method: "POST", url: tokenUrl, headers, body }, signal);
}
