import { log } from "@/lib/log";
import { type AuthenticatedClient, authenticateClient } from "@/lib/tokens/authenticate-client";
import { issueToken } from "@/lib/tokens/issue-token";
import { recordTokenUse } from "@/lib/tokens/record-uses";
import type { Answer } from "../answer";
import type { Call } from "../call";
import { readBody } from "../read-body";
import { answerOnce, refuseForNow, refuseToken } from "./answers";
import { countFailure } from "./guess-limits";
import { readMediaType } from "./media-type";
import { readBasic } from "./read-basic";
import { type Form, readForm } from "./read-form";

const mostBodyBytes = 64 * 1024;
const mostValueBytes = 4 * 1024;
const knownScopes = new Set(["openid", "profile", "email"]);
const wrongCredentials = "Invalid client or Invalid client credentials";

/**
 * The token endpoint (RFC 6749 4.4): client credentials in, an access token out. The order of its checks is part of
 * the contract: media type, grant_type, client, duplicates, sizes, scope.
 */
export async function giveToken(call: Call): Promise<Answer> {
  const { request } = call;
  const mediaType = readMediaType(request.headers["content-type"]);
  if (mediaType === "other") return refuseToken(415, "HTTP 415 Unsupported Media Type");
  const body = await readBody(request, mostBodyBytes);
  if (body === "too_large") return refuseToken(413, "invalid_request", "Request body too large");
  if (body === "too_slow") {
    return refuseToken(408, "invalid_request", "Request body too slow", { Connection: "close" });
  }
  if (body === "broken_off") return refuseToken(400, "invalid_request", "Request body broken off");

  const form = readForm(mediaType === "form" ? body : Buffer.alloc(0));
  const grantType = form.fields.get("grant_type");
  if (grantType === undefined) {
    return refuseToken(400, "invalid_request", "Missing form parameter: grant_type");
  }
  if (grantType !== "client_credentials") {
    return refuseToken(400, "unsupported_grant_type", "Unsupported grant_type");
  }
  // Judged before the client, so that only what becomes a token is counted; said after, as the contract has it.
  const scope = readScope(form);
  const proved = await proveClient(call, form, typeof scope === "string");
  if ("status" in proved) return proved;
  if (typeof scope !== "string") return scope;
  if (proved.waitSeconds > 0) return refuseForNow(429, "Too many tokens this hour", proved.waitSeconds);

  const [token] = await Promise.all([issueToken(proved, scope, call.address), recordTokenUse(proved)]);
  return answerOnce(200, {
    access_token: token.accessToken,
    expires_in: token.expiresInSeconds,
    refresh_expires_in: 0,
    token_type: "Bearer",
    "not-before-policy": 0,
    scope,
  });
}

/** The scope to give, or what is wrong with the form: duplicates, sizes, then the scope itself. */
function readScope(form: Form): string | Answer {
  if (form.hasDuplicates) return refuseToken(400, "invalid_request", "duplicated parameter");
  for (const value of form.fields.values()) {
    if (Buffer.byteLength(value) > mostValueBytes) {
      return refuseToken(400, "invalid_request", "Parameter too long");
    }
  }
  const asked = form.fields.get("scope") ?? "";
  const scopes = asked.split(" ").filter(Boolean);
  if (scopes.every((scope) => knownScopes.has(scope))) return [...new Set(scopes)].join(" ");
  return refuseToken(400, "invalid_scope", `Invalid scopes: ${asked}`);
}

/** Credentials from the body, field by field, else from HTTP Basic; never from the query string. */
async function proveClient(
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
