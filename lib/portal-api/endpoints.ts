import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { inOrganisation } from "@/db/client";
import { endpoints } from "@/db/schema";
import { judgeAddress } from "../clients/add-endpoint";
import { testLimit } from "../clients/test-endpoint";
import { because } from "../input";
import { takeLimitIn } from "../limits/take-limit";
import { eventTypes, testEvent, type WebhookEvent } from "../webhooks/event-types";
import { dropEndpoint, insertEndpoint, layTest, noteEndpoint } from "../webhooks/insert-endpoint";
import { answerOnce, findAnswer } from "./answer-once";
import { type ApiAnswer, type ApiCall, readBody, say } from "./call";

const input = z.strictObject({
  url: z.string(because("required")).trim().min(1, because("required")).max(2048, because("too_long")),
  events: z
    .array(z.enum([...eventTypes, testEvent], because("bad_choice")), because("required"))
    .min(1, because("required"))
    .max(20, because("too_long"))
    // A test always comes, so wanting it says nothing.
    .transform((names): WebhookEvent[] => eventTypes.filter((type) => names.includes(type))),
});

const clientOf = ({ caller }: ApiCall) => ({ id: caller.clientRowId, clientId: caller.clientId });

/** `POST /webhooks`: gives the client its endpoint, and its key this once. */
export async function addWebhook(call: ApiCall): Promise<ApiAnswer> {
  const read = readBody(input, call.body);
  if (!read.ok) return read.refused;
  // What it was answered before stands, wherever its name leads by now.
  const before = await findAnswer(call);
  if (before) return before;
  const { clientRowId: id, organisationId } = call.caller;
  const { fault, waitSeconds } = await judgeAddress(read.value.url, { id, organisationId });
  if (waitSeconds !== undefined) {
    return { code: "quota_exceeded", headers: { "Retry-After": String(waitSeconds) } };
  }
  if (fault) return { code: "validation_failed", errors: { url: [say(fault)] } };
  return answerOnce(call, async (tx) => {
    const made = await insertEndpoint(tx, call.caller, clientOf(call), read.value);
    if (!made) return { code: "limit", detail: "A client has one webhook. Delete it first." };
    const { id, url, events, key } = made;
    return { status: 201, body: { id, url, events, key }, once: ["key"] };
  });
}

/** `GET /webhooks`: the client's endpoint, as a list of at most one. */
export async function listWebhooks({ caller }: ApiCall): Promise<ApiAnswer> {
  const rows = await inOrganisation(caller, (tx) =>
    tx
      .select({
        id: endpoints.id,
        url: endpoints.url,
        events: endpoints.events,
        createdAt: endpoints.createdAt,
        failingSince: endpoints.failingSince,
        disabledAt: endpoints.disabledAt,
      })
      .from(endpoints)
      .where(and(eq(endpoints.clientRowId, caller.clientRowId), isNull(endpoints.removedAt))),
  );
  return { status: 200, body: { items: rows, next: null } };
}

/** `DELETE /webhooks/{id}`: takes the endpoint away; again is fine. */
export async function removeWebhook(call: ApiCall): Promise<ApiAnswer> {
  return inOrganisation(call.caller, async (tx) => {
    const { clientRowId } = call.caller;
    const [known] = await tx
      .select({ id: endpoints.id })
      .from(endpoints)
      .where(and(eq(endpoints.id, call.named), eq(endpoints.clientRowId, clientRowId)));
    if (!known) return { code: "not_found" as const };
    await dropEndpoint(tx, call.caller, clientOf(call), known.id);
    return { status: 204 };
  });
}

/** `POST /webhooks/{id}/test`: sends a message to try the endpoint out. */
export async function testWebhook(call: ApiCall): Promise<ApiAnswer> {
  return answerOnce(call, async (tx) => {
    const { clientRowId, clientId } = call.caller;
    const [endpoint] = await tx
      .select({ id: endpoints.id, organisationId: endpoints.organisationId })
      .from(endpoints)
      .where(
        and(
          eq(endpoints.id, call.named),
          eq(endpoints.clientRowId, clientRowId),
          isNull(endpoints.removedAt),
          isNull(endpoints.disabledAt),
        ),
      );
    if (!endpoint) return { code: "not_found" };
    const taken = await takeLimitIn(tx, testLimit, clientRowId);
    if (!taken.allowed) {
      return { code: "quota_exceeded", headers: { "Retry-After": String(taken.retryAfterSeconds) } };
    }
    const deliveryId = await layTest(tx, endpoint, clientId);
    await noteEndpoint(tx, call.caller, clientOf(call), "endpoint.tested", endpoint.id, { deliveryId });
    return { status: 202, body: { id: `msg_${deliveryId}` } };
  });
}
