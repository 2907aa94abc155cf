import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { clients } from "@/db/schema";
import { overlaps } from "../clients/input";
import { makeNextSecret } from "../clients/make-next-secret";
import { oneOf, optionalLine } from "../input";
import { answerOnce } from "./answer-once";
import { type ApiAnswer, type ApiCall, readBody } from "./call";

const input = z.strictObject({ overlap: oneOf(overlaps), label: optionalLine(60) });

/** `POST /clients/self/secrets`: the client makes its next secret, shown in this answer alone. */
export async function addSecret(call: ApiCall): Promise<ApiAnswer> {
  const read = readBody(input, call.body);
  if (!read.ok) return read.refused;
  const { overlap, label } = read.value;
  return answerOnce(call, async (tx) => {
    // Held, so that its secrets are counted by one at a time.
    const [client] = await tx
      .select()
      .from(clients)
      .where(and(eq(clients.id, call.caller.clientRowId), isNull(clients.deletedAt)))
      .for("update");
    if (!client) return { code: "token_revoked" };
    const made = await makeNextSecret(tx, call.caller, client, overlap, label);
    if (!made.ok)
      return { code: "limit", detail: "Two secrets are live already. Retire one on the client's page." };
    const { id: secretId, secret, oldEndsAt } = made.view;
    const body = { secret, secretId, oldEndsAt: oldEndsAt?.toISOString() ?? null };
    return { status: 201, body, once: ["secret"] };
  });
}
