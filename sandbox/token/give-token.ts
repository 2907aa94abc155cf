import { issueToken } from "@/lib/tokens/issue-token";
import { recordTokenUse } from "@/lib/tokens/record-uses";
import type { Answer } from "../answer";
import type { Call } from "../call";
import { answerOnce, refuseForNow, refuseToken } from "./answers";
import { proveClient } from "./prove-client";
import type { Form } from "./read-form";
import { judgeForm, receiveForm } from "./receive-form";

const knownScopes = new Set(["openid", "profile", "email"]);

/**
 * The token endpoint (RFC 6749 4.4): client credentials in, an access token out. The order of its checks is part of
 * the contract: media type, grant_type, client, duplicates, sizes, scope.
 */
export async function giveToken(call: Call): Promise<Answer> {
  const form = await receiveForm(call);
  if ("status" in form) return form;
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
  const fault = judgeForm(form);
  if (fault) return fault;
  const asked = form.fields.get("scope") ?? "";
  const scopes = asked.split(" ").filter(Boolean);
  if (scopes.every((scope) => knownScopes.has(scope))) return [...new Set(scopes)].join(" ");
  return refuseToken(400, "invalid_scope", `Invalid scopes: ${asked}`);
}
