import { endToken } from "@/lib/tokens/end-token";
import { verifyToken } from "@/lib/tokens/verify-token";
import type { Answer } from "../answer";
import type { Call } from "../call";
import { answerOnce, refuseToken } from "./answers";
import { readQuestion } from "./read-question";

/**
 * Token revocation (RFC 7009): ends a token of the client's own, on its very next use everywhere. One that is none, or
 * has had its time, is no error (2.2); another client's is, and goes on working.
 */
export async function revokeToken(call: Call): Promise<Answer> {
  const question = await readQuestion(call);
  if ("status" in question) return question;
  const verified = await verifyToken(question.token);
  if (!verified.ok) return refuseToken(200, "invalid_token", "Invalid token");
  if (verified.claims.sub !== question.client.id) {
    return refuseToken(400, "invalid_request", "Unmatching clients");
  }
  await endToken(verified.claims);
  return { ...answerOnce(200, {}), body: "" };
}
