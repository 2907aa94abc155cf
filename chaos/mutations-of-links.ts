import { makeActor, makeClient, makeSeller } from "@/db/testing";
import { now } from "@/lib/clock";
import { declineInvitation } from "@/lib/links/decline-invitation";
import { endAnyLink } from "@/lib/links/end-any-link";
import { inviteSeller } from "@/lib/links/invite-seller";
import { linkClient } from "@/lib/links/link-client";
import { linkForOthers } from "@/lib/links/link-for-others";
import { linkOwnClient } from "@/lib/links/link-own-client";
import { restoreLink } from "@/lib/links/restore-link";
import { undoLink } from "@/lib/links/undo-link";
import { unlinkClient } from "@/lib/links/unlink-client";
import { unlinkSeller } from "@/lib/links/unlink-seller";
import { withdrawInvitation } from "@/lib/links/withdraw-invitation";
import { agree, before, consentOf, invited, type Mutation, meet, meetLinked } from "./mutation-scenes";

/** What changes links and invitations. */
export const mutationsOfLinks: Mutation[] = [
  {
    name: "link client",
    leaves: "link.created",
    async prepare() {
      const desk = await makeActor({ kind: "aggregator" });
      const client = await makeClient({ id: desk.organisationId }, { reviewedAt: now() });
      const shop = await makeActor();
      const { sellerId } = await makeSeller({ id: shop.organisationId });
      const actor = before(shop, "link client", consentOf(client.id, sellerId));
      return () => linkClient(actor, { sellerId, duration: "none", terms: "on", confirm: "on" });
    },
  },
  {
    name: "link unreviewed client",
    leaves: "link.created",
    async prepare() {
      const { client, shop, seller } = await meet();
      return agree(shop, client.id, seller.sellerId);
    },
  },
  {
    name: "link unreviewed client by invitation",
    leaves: "invitation.accepted",
    async prepare() {
      const { client, shop, seller, token } = await invited();
      return agree(shop, client.id, seller.sellerId, { invitation: [token] });
    },
  },
  {
    name: "link own client",
    leaves: "link.created",
    async prepare() {
      const shop = await makeActor();
      const client = await makeClient({ id: shop.organisationId });
      const { sellerId } = await makeSeller({ id: shop.organisationId });
      const actor = before(shop, "link own client", { client: [client.id], sellerId: [String(sellerId)] });
      return () => linkOwnClient(actor, { do: "link", sellerId });
    },
  },
  {
    name: "unlink client",
    leaves: "link.ended",
    async prepare() {
      const { shop, linkId, offered } = await meetLinked();
      const actor = before(shop, "unlink client", offered);
      return () => unlinkClient(actor, { linkId, reason: "other", when: "now" });
    },
  },
  {
    name: "undo link",
    leaves: "link.ended",
    async prepare() {
      const { shop, linkId, offered } = await meetLinked();
      const actor = before(shop, "undo link", offered);
      return () => undoLink(actor, { do: "undo", linkId });
    },
  },
  {
    name: "restore link",
    leaves: "link.created",
    async prepare() {
      const { shop, linkId, offered } = await meetLinked();
      const choice = { linkId, reason: "mistake", when: "now" } as const;
      const ended = await unlinkClient(before(shop, "unlink client", offered), choice);
      if (!ended.ok) throw new Error(`not ended: ${ended.code}`);
      const actor = before(shop, "restore link", offered);
      return () => restoreLink(actor, { do: "restore", linkId });
    },
  },
  {
    name: "unlink seller",
    leaves: "link.ended",
    async prepare() {
      const { desk, linkId, offered } = await meetLinked();
      const actor = before(desk, "unlink seller", offered);
      return () => unlinkSeller(actor, { do: "unlink", linkId });
    },
  },
  {
    name: "end any link",
    leaves: "link.ended",
    async prepare() {
      const { linkId, offered } = await meetLinked();
      const actor = before(await makeActor({ kind: "operator" }), "end any link", offered);
      return () => endAnyLink(actor, { linkId, reason: "asked for" });
    },
  },
  {
    name: "link for others",
    leaves: "link.created",
    async prepare() {
      const { client, seller } = await meet();
      const offered = { seller: [String(seller.sellerId)], sellerId: [String(seller.sellerId)] };
      const actor = before(await makeActor({ kind: "operator" }), "link for others", offered);
      return () => linkForOthers(actor, { clientId: client.clientId, reason: "asked for" });
    },
  },
  {
    name: "invite seller",
    leaves: "invitation.created",
    async prepare() {
      const { desk, client, seller } = await meet();
      const actor = before(desk, "invite seller", { clientId: [client.clientId] });
      const ask = { clientId: client.clientId, reference: "R", message: "", expires: "7d" } as const;
      return () => inviteSeller(actor, { ...ask, email: null, expectedSellerId: seller.sellerId });
    },
  },
  {
    name: "withdraw invitation",
    leaves: "invitation.withdrawn",
    async prepare() {
      const { desk, id: invitationId } = await invited();
      const actor = before(desk, "withdraw invitation", { invitationId: [invitationId] });
      return () => withdrawInvitation(actor, { invitationId });
    },
  },
  {
    name: "decline invitation",
    leaves: "invitation.declined",
    async prepare() {
      const { shop, id: invitationId, token } = await invited();
      const actor = before(shop, "decline invitation", { invitation: [token], invitationId: [invitationId] });
      return () => declineInvitation(actor, { do: "decline", invitationId, reason: "not now" });
    },
  },
];
