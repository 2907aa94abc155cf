import { eq } from "drizzle-orm";
import { z } from "zod";
import { inOrganisation } from "@/db/client";
import { invitations } from "@/db/schema";
import { atLeast } from "../accounts/at-least";
import { insertInvitation } from "../links/insert-invitations";
import { inviteSellerInput, isExpectedAsked, isNotAsked } from "../links/invitation-input";
import { linkedSellersOf } from "../links/linked-sellers-of";
import { invitationStates, listInvitationsIn } from "../links/list-invitations";
import { endInvitation } from "../links/withdraw-invitation";
import type { Refusal } from "../result";
import { answerOnce } from "./answer-once";
import { type ApiAnswer, type ApiCall, readBody } from "./call";
import { cursorOf, readPage } from "./page";

const { shape } = inviteSellerInput;
/** The page's own rules; a number may come as one, and what is left out as null. */
const input = z
  .strictObject({
    reference: shape.reference,
    email: z.preprocess((value) => value ?? undefined, shape.email),
    expectedSellerId: z.preprocess(
      (value) => (typeof value === "number" ? String(value) : (value ?? undefined)),
      shape.expectedSellerId,
    ),
    message: shape.message,
    expires: shape.expires,
  })
  .refine(isExpectedAsked, isNotAsked);

/** `POST /invitations`: asks a seller for a link. The same answer, and as late, whether the addressee is known. */
export async function inviteSeller(call: ApiCall): Promise<ApiAnswer> {
  const read = readBody(input, call.body);
  if (!read.ok) return read.refused;
  const { email: addressee, ...more } = read.value;
  const { caller } = call;
  const client = { id: caller.clientRowId, clientId: caller.clientId };
  const asked = more.expectedSellerId ?? (addressee && "sellerId" in addressee ? addressee.sellerId : null);
  const work = answerOnce(call, async (tx) => {
    if ((await linkedSellersOf(tx, client.id, [asked])).size > 0) return { code: "already_linked" };
    const made = await insertInvitation(tx, caller, client, { ...more, addressee });
    if (!made.ok) return refused(made);
    const { id, url, reference, expiresAt } = made.view;
    const body = { id, url, status: "open", reference, expiresAt: expiresAt.toISOString() };
    return { status: 201, body, once: ["url"] };
  });
  return atLeast(200, () => work);
}

/** Why no invitation was made. A full day is over some time, so the same call may be repeated then. */
function refused({ code, facts }: Refusal): ApiAnswer {
  if (code === "taken") return { code: "taken" };
  if (!facts?.waitSeconds) return { code: "limit", detail: "The client has 5,000 open links already." };
  const detail =
    "No more invitations to an addressee today: 50 a day, or 5,000 once a client of yours is reviewed.";
  return { code: "quota_exceeded", detail, headers: { "Retry-After": facts.waitSeconds } };
}

/** `GET /invitations`: those of this client, newest first. */
export async function listInvitations({ caller, query }: ApiCall): Promise<ApiAnswer> {
  const page = readPage(query, "i", /^\d{1,15}\.[0-9a-f-]{36}$/, 1);
  if (!page.ok) return page.refused;
  const status = query.get("status");
  const state = invitationStates.find((one) => one === status);
  if (status && !state) {
    return { code: "invalid_parameter", errors: { status: [`One of ${invitationStates.join(", ")}.`] } };
  }
  const { organisationId, clientRowId } = caller;
  const where = { state, clientRowId, after: page.after?.[0], limit: page.limit };
  const { items, next } = await inOrganisation(caller, (tx) => listInvitationsIn(tx, organisationId, where));
  const views = items.map((one) => ({
    id: one.id,
    status: one.state,
    reference: one.reference,
    email: one.addressee,
    expectedSellerId: one.expectedSellerId,
    createdAt: one.createdAt.toISOString(),
    expiresAt: one.expiresAt.toISOString(),
    endedAt: one.endedAt?.toISOString() ?? null,
    declineReason: one.declineReason,
    sellerId: one.link?.sellerId ?? null,
  }));
  return { status: 200, body: { items: views, next: next && cursorOf("i", next) } };
}

/** `DELETE /invitations/{id}`: takes one back; again is fine, too late is `expired`. */
export async function withdrawInvitation({ caller, named }: ApiCall): Promise<ApiAnswer> {
  return inOrganisation(caller, async (tx): Promise<ApiAnswer> => {
    const refusal = await endInvitation(tx, caller, named, caller.clientRowId);
    if (!refusal) return { status: 204 };
    if (refusal.code === "not_found") return { code: "not_found" };
    const [row] = await tx
      .select({ withdrawnAt: invitations.withdrawnAt })
      .from(invitations)
      .where(eq(invitations.id, named));
    return row?.withdrawnAt ? { status: 204 } : { code: "expired" };
  });
}
