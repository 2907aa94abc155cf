import { asFounder } from "@/db/client";
import { events, invitations, mails } from "@/db/schema";
import { makeActor, makeClient, makeSeller, viewerOf, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { unseal } from "../secrets";
import { declineInvitation } from "./decline-invitation";
import { inviteSeller } from "./invite-seller";
import { listInvitations } from "./list-invitations";

/** A partner with a client that nobody has reviewed, and a seller with one account; nothing between them yet. */
export async function makeInvitationScene(over: Parameters<typeof makeClient>[1] = {}) {
  const partner = await makeActor({ kind: "partner" });
  const client = await makeClient({ id: partner.organisationId }, over);
  const seller = await makeActor();
  const account = await makeSeller({ id: seller.organisationId });
  return { partner, client, seller, account };
}
export type InvitationScene = Awaited<ReturnType<typeof makeInvitationScene>>;

export const nothing = {
  reference: "",
  email: null,
  expectedSellerId: null,
  message: "",
  expires: "7d" as const,
};

/** The partner before a fresh form for its client. */
export const inviting = ({ partner, client }: InvitationScene, act: "invite seller" | "invite from file") =>
  withFormKey(partner, { act, offered: { clientId: [client.clientId] } });

/** Makes an invitation the act's own way, and hands back its token as well. */
export async function invite(scene: InvitationScene, over: Partial<Parameters<typeof inviteSeller>[1]> = {}) {
  const input = { ...nothing, clientId: scene.client.clientId, ...over };
  const result = await inviteSeller(inviting(scene, "invite seller"), input);
  if (!result.ok) throw new Error(`not invited: ${result.code}`);
  return { ...result.view, token: result.view.url.slice(-43) };
}

/** An actor before the form that is about one of the partner's invitations. */
export const holding = (
  actor: Actor,
  act: "resend invitation" | "withdraw invitation",
  invitationId: string,
) => withFormKey(actor, { act, offered: { invitationId: [invitationId] } });

/** Declines as that actor, by the token of a link or as a waiting request. */
export function decline(actor: Actor, name: string, invitationId: string, reason = "") {
  const offered = { invitation: [name], invitationId: [invitationId] };
  const key = { act: "decline invitation" as const, offered };
  return declineInvitation(withFormKey(actor, key), { do: "decline", invitationId, reason });
}

/** All that the sender's page lists. */
export const listed = ({ partner }: InvitationScene) => listInvitations(viewerOf(partner), {});

/** Every row there is, as one who may read everything. */
export const rows = () => asFounder((tx) => tx.select().from(invitations));

/** Every letter there is, oldest first. */
export const letters = () =>
  asFounder((tx) =>
    tx
      .select({ to: mails.recipient, kind: mails.kind, text: mails.sealedText })
      .from(mails)
      .orderBy(mails.id),
  ).then((all) => all.map((one) => ({ ...one, text: unseal(one.text) })));

/** Every event there is, oldest first. */
export const trail = () => asFounder((tx) => tx.select().from(events).orderBy(events.id));

/** A file as a browser sends it. */
export const csvFile = (text: string | Uint8Array<ArrayBuffer>) =>
  new File([text], "invitations.csv", { type: "text/csv" });
