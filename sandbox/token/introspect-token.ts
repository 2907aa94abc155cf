import type { AuthenticatedClient } from "@/lib/tokens/authenticate-client";
import { type Claims, portalApiAudience } from "@/lib/tokens/claims";
import { findCaller } from "@/lib/tokens/find-caller";
import { verifyToken } from "@/lib/tokens/verify-token";
import type { Answer } from "../answer";
import type { Call } from "../call";
import { answerOnce } from "./answers";
import { readQuestion } from "./read-question";

const inactive = () => answerOnce(200, { active: false });

/**
 * Token introspection (RFC 7662): the claims of a token that would work now, for its own client or for one it is meant
 * for. Of every other token, whatever is the matter with it, no more than that it is not active.
 */
export async function introspectToken(call: Call): Promise<Answer> {
  const question = await readQuestion(call);
  if ("status" in question) return question;
  const verified = await verifyToken(question.token);
  if (!verified.ok || !concerns(verified.claims, question.client)) return inactive();
  const caller = await findCaller(verified.claims, null);
  if (!caller || caller.isRevoked) return inactive();
  const { claims } = verified;
  return answerOnce(200, {
    ...claims,
    client_id: claims.azp,
    username: `service-account-${claims.azp.toLowerCase()}`,
    token_type: "Bearer",
    active: true,
  });
}

/**
 * Whether a client may hear about a token: it is its own, or it is among those the token is meant for. The portal API
 * asks nobody, and its name is one that anybody may choose for a client.
 */
function concerns({ sub, aud }: Claims, { id, clientId }: AuthenticatedClient) {
  return sub === id || (clientId !== portalApiAudience && aud.includes(clientId));
}
