import { eq } from "drizzle-orm";
import { asFounder } from "@/db/client";
import { clientReviews, keptSellers } from "@/db/schema";
import { makeActor, makeLink } from "@/db/testing";
import type { Actor } from "@/lib/accounts/actor";
import type { Right } from "@/lib/accounts/rights";
import type { EventType } from "@/lib/audit/record-event";
import { addEndpoint } from "@/lib/clients/add-endpoint";
import { askForReview } from "@/lib/clients/ask-for-review";
import { decideReview } from "@/lib/clients/decide-review";
import { enableEndpoint } from "@/lib/clients/enable-endpoint";
import { giveHandOver } from "@/lib/clients/give-hand-over";
import { removeEndpoint } from "@/lib/clients/remove-endpoint";
import { replayDelivery } from "@/lib/clients/replay-delivery";
import { testEndpoint } from "@/lib/clients/test-endpoint";
import { withdrawHandOver } from "@/lib/clients/withdraw-hand-over";
import { inSeconds, now } from "@/lib/clock";
import { env } from "@/lib/env";
import { newId } from "@/lib/id";
import { editKeptSeller } from "@/lib/links/edit-kept-seller";
import { inviteFromFile } from "@/lib/links/invite-from-file";
import { keepLink } from "@/lib/links/keep-link";
import { keepSeller } from "@/lib/links/keep-seller";
import { removeKeptSeller } from "@/lib/links/remove-kept-seller";
import { resendInvitation } from "@/lib/links/resend-invitation";
import { chooseAreas } from "@/lib/seller-data/choose-areas";
import { makeDelivery, makeEndpoint } from "@/lib/webhooks/endpoint.testing";
import { before, invited, type Mutation, meet, type Sender } from "./mutation-scenes";

const kept = { sellerId: 104_512, clientId: "their own client", reference: "R", notes: "" };

/** Something about the endpoint of a client. */
function ofEndpoint(
  name: Right,
  leaves: EventType,
  act: (actor: Actor, input: { endpointId: string }) => ReturnType<Sender>,
  over: Parameters<typeof makeEndpoint>[1] = {},
): Mutation {
  const prepare = async () => {
    const { desk, client, offered } = await meet();
    const { id: endpointId } = await makeEndpoint(client, over);
    const actor = before(desk, name, offered);
    return () => act(actor, { endpointId });
  };
  return { name, leaves, prepare };
}

/** Something about a customer whose own client's values a partner keeps. */
function ofKept(
  name: Right,
  leaves: EventType,
  act: (actor: Actor, id: string) => ReturnType<Sender>,
): Mutation {
  const prepare = async () => {
    const partner = await makeActor({ kind: "partner" });
    const about = { id: newId(), organisationId: partner.organisationId, createdAt: now(), ...kept };
    await asFounder((tx) => tx.insert(keptSellers).values(about));
    const actor = before(partner, name, { keptSellerId: [about.id] });
    return () => act(actor, about.id);
  };
  return { name, leaves, prepare };
}

/** What the owner of a client does for the sellers it works for: messages, reviews, requests, and those it keeps. */
export const mutationsOfSellers: Mutation[] = [
  {
    name: "add endpoint",
    leaves: "endpoint.added",
    async prepare() {
      const { desk, offered } = await meet();
      // Else a hundred presses ask the name servers of this machine a hundred times.
      Object.assign(env(), { WEBHOOK_ALLOW_PRIVATE: "1" });
      const actor = before(desk, "add endpoint", offered);
      return () =>
        addEndpoint(actor, { do: "webhook", url: "http://127.0.0.1:9/in", events: ["link.created"] });
    },
  },
  ofEndpoint("remove endpoint", "endpoint.removed", removeEndpoint),
  ofEndpoint("enable endpoint", "endpoint.enabled", enableEndpoint, { disabledAt: now() }),
  ofEndpoint("test endpoint", "endpoint.tested", testEndpoint),
  {
    name: "replay delivery",
    leaves: "delivery.replayed",
    async prepare() {
      const { desk, client, offered } = await meet();
      const { id } = await makeDelivery(await makeEndpoint(client), { failedAt: now(), tries: 10 });
      const actor = before(desk, "replay delivery", offered);
      return () => replayDelivery(actor, { do: "resend", deliveryId: id });
    },
  },
  {
    name: "withdraw hand-over",
    leaves: "hand_over.withdrawn",
    async prepare() {
      const { desk, offered } = await meet();
      const input = { do: "hand_over", phrase: "", label: "x", sellerId: null } as const;
      const given = await giveHandOver(before(desk, "give hand-over", offered), input);
      if (!given.ok) throw new Error(`not given: ${given.code}`);
      const { handOverId } = given.view;
      const actor = before(desk, "withdraw hand-over", { handOverId: [handOverId] });
      return () => withdrawHandOver(actor, { do: "withdraw", handOverId });
    },
  },
  {
    name: "decide review",
    leaves: "review.decided",
    async prepare() {
      const { desk, client, offered } = await meet();
      await askForReview(before(desk, "ask for review", offered), {
        do: "review",
        sentence: "We send offers.",
      });
      const ofClient = eq(clientReviews.clientRowId, client.id);
      const [review] = await asFounder((tx) => tx.select().from(clientReviews).where(ofClient));
      const reviewId = review?.id ?? "";
      const actor = before(await makeActor({ kind: "operator" }), "decide review", { reviewId: [reviewId] });
      return () => decideReview(actor, { reviewId, decision: "approve", reason: "" });
    },
  },
  {
    name: "choose areas",
    leaves: "areas.chosen",
    async prepare() {
      const { desk, client, offered } = await meet();
      const actor = before(desk, "choose areas", offered);
      return () => chooseAreas(actor, { clientRowId: client.id, areas: "orders" });
    },
  },
  {
    name: "keep link",
    leaves: "link.end_cancelled",
    async prepare() {
      const { client, shop, seller } = await meet();
      const { id: linkId } = await makeLink(client, seller, { endsAt: inSeconds(86_400), reason: "other" });
      const actor = before(shop, "keep link", { linkId: [linkId] });
      return () => keepLink(actor, { do: "keep", linkId });
    },
  },
  {
    name: "resend invitation",
    leaves: "invitation.resent",
    async prepare() {
      const { desk, id: invitationId } = await invited();
      const actor = before(desk, "resend invitation", { invitationId: [invitationId] });
      return () => resendInvitation(actor, { invitationId });
    },
  },
  {
    name: "invite from file",
    leaves: "invitation.created",
    async prepare() {
      const { desk, client, seller } = await meet();
      const actor = before(desk, "invite from file", { clientId: [client.clientId] });
      const text = `reference,expectedSellerId,email,expires\nR,,${seller.sellerId},7d\n`;
      const csv = () => new File([text], "invitations.csv", { type: "text/csv" });
      return () => inviteFromFile(actor, { clientId: client.clientId, message: "", csv: csv() });
    },
  },
  {
    name: "keep seller",
    leaves: "kept_seller.added",
    async prepare() {
      const actor = before(await makeActor({ kind: "partner" }), "keep seller");
      return () => keepSeller(actor, kept);
    },
  },
  ofKept("edit kept seller", "kept_seller.changed", (actor, keptSellerId) =>
    editKeptSeller(actor, { do: "edit", keptSellerId, reference: "R2", notes: "Ring on Mondays." }),
  ),
  ofKept("remove kept seller", "kept_seller.removed", (actor, keptSellerId) =>
    removeKeptSeller(actor, { do: "remove", keptSellerId }),
  ),
];
