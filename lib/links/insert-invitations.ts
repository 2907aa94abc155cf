import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invitations, organisations } from "@/db/schema";
import { recordEvents } from "../audit/record-event";
import { inSeconds, now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import { foldEmail } from "../input";
import type { Language } from "../language";
import { done, type Result } from "../result";
import { makeLinkToken } from "../secrets";
import type { Addressee, Expiry } from "./invitation-input";
import { isLapsedTo, judgeInvitations } from "./judge-invitations";
import { mailInvitations } from "./mail-invitations";

/** Who invites: a member at a page, or a client at the portal API, which names no person. */
export type Sender = {
  organisationId: string;
  personId: string | null;
  name: string;
  language?: Language;
  requestId?: string;
};

export type NewInvitation = {
  reference: string;
  message?: string;
  expectedSellerId: number | null;
  addressee: Addressee | null;
  expires: Expiry;
  /** The link that it takes the place of: one of the sender's own, to the account that is asked. */
  movesLinkId?: string;
};

/** An invitation just made or renewed. `url` holds its token, here and never again. */
export type MadeInvitation = { id: string; url: string; reference: string; expiresAt: Date };

const daySeconds = 86_400;
const lifeDays: Record<Expiry, number> = { "1d": 1, "7d": 7, "30d": 30, "90d": 90 };

/** Where the holder of this token goes. */
export const invitationUrl = (token: string) => `${env().PUBLIC_URL}/i/${token}`;

/**
 * Makes invitations of one client of the sender's, with their events and the letters to those who are named in them;
 * in their order, those that may not be made with why. The answer and the work are the same whether an addressee is
 * known or not.
 */
export async function insertInvitations(
  tx: Tx,
  sender: Sender,
  client: { id: string; clientId: string },
  list: NewInvitation[],
): Promise<Result<MadeInvitation>[]> {
  const addressees = list.map(({ addressee }) => addressee);
  const refusals = await judgeInvitations(tx, sender, client, addressees);
  const good = list.filter((_, index) => !refusals[index]);
  const made = await insertGood(tx, sender, client, good);
  return refusals.map((refusal) => {
    if (refusal) return refusal;
    const next = made.shift();
    if (!next) throw new Error("an invitation is missing");
    return done(next);
  });
}

async function insertGood(
  tx: Tx,
  sender: Sender,
  client: { id: string; clientId: string },
  list: NewInvitation[],
): Promise<MadeInvitation[]> {
  const addressees = list.map(({ addressee }) => addressee);
  await endLapsed(tx, sender, client, addressees);
  const at = now();
  const made = list.map((one) => {
    const { token, hash } = makeLinkToken();
    return { ...one, id: newId(), token, hash, expiresAt: inSeconds(lifeDays[one.expires] * daySeconds) };
  });
  const rows = made.map((one) => ({
    ...addresseeColumns(one.addressee),
    id: one.id,
    tokenHash: one.hash,
    clientRowId: client.id,
    organisationId: sender.organisationId,
    reference: one.reference,
    message: one.message ?? "",
    expectedSellerId: one.expectedSellerId,
    movesLinkId: one.movesLinkId ?? null,
    createdAt: at,
    createdBy: sender.personId,
    expiresAt: one.expiresAt,
    sentAt: at,
  }));
  for (let from = 0; from < rows.length; from += 500) {
    await tx.insert(invitations).values(rows.slice(from, from + 500));
  }
  const events = made.map(({ id, addressee, reference, expires }) => ({
    type: "invitation.created" as const,
    organisationId: sender.organisationId,
    clientRowId: client.id,
    data: { invitationId: id, addressee: kindOf(addressee), reference, expires },
  }));
  await recordEvents(tx, sender, events);
  const partner = await nameOf(tx, sender.organisationId);
  const calls = made.map(({ addressee, token, expiresAt }) => ({
    addressee,
    href: invitationUrl(token),
    until: expiresAt,
  }));
  await mailInvitations(tx, { partner, clientId: client.clientId, language: sender.language ?? "en" }, calls);
  return made.map(({ id, token, reference, expiresAt }) => {
    return { id, url: invitationUrl(token), reference, expiresAt };
  });
}

/** Withdraws what lapsed of earlier requests to the same addressees, for a new one takes their place. */
async function endLapsed(
  tx: Tx,
  sender: Sender,
  client: { id: string },
  addressees: NewInvitation["addressee"][],
) {
  if (addressees.every((addressee) => !addressee)) return;
  const ended = await tx
    .update(invitations)
    .set({ withdrawnAt: now(), withdrawnBy: sender.personId })
    .where(isLapsedTo(client, addressees))
    .returning({ id: invitations.id });
  const events = ended.map(({ id }) => ({
    type: "invitation.withdrawn" as const,
    organisationId: sender.organisationId,
    clientRowId: client.id,
    data: { invitationId: id },
  }));
  await recordEvents(tx, sender, events);
}

/** The same for one. */
export async function insertInvitation(
  tx: Tx,
  sender: Sender,
  client: { id: string; clientId: string },
  invitation: NewInvitation,
): Promise<Result<MadeInvitation>> {
  const [made] = await insertInvitations(tx, sender, client, [invitation]);
  if (!made) throw new Error("no invitation was made");
  return made;
}

/** The name that the organisation's letters carry. */
export async function nameOf(tx: Tx, organisationId: string) {
  const [row] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return row?.name ?? "";
}

function addresseeColumns(addressee: Addressee | null) {
  if (!addressee) return {};
  if ("sellerId" in addressee) return { addresseeSellerId: addressee.sellerId };
  return { addresseeEmail: addressee.email, addresseeEmailFold: foldEmail(addressee.email) };
}

function kindOf(addressee: Addressee | null) {
  if (!addressee) return "none";
  return "sellerId" in addressee ? "sellerId" : "email";
}
