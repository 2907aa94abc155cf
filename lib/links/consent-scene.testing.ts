import { eq } from "drizzle-orm";
import { asFounder } from "@/db/client";
import { type clients, invitations, listings, sellerLinks } from "@/db/schema";
import { makeActor, makeClient, makeOrganisation, makeSeller, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { inSeconds, now } from "../clock";
import { newId } from "../id";
import { makeLinkToken } from "../secrets";
import { consentTextVersion } from "./consent-text";
import type { LinkClientInput } from "./input";

type Client = typeof clients.$inferSelect;

/** A seller with two accounts and a partner with one client that is reviewed, unless said otherwise. */
export async function consentScene(over: Partial<typeof clients.$inferInsert> = { reviewedAt: now() }) {
  const actor = await makeActor();
  const seller = await makeSeller({ id: actor.organisationId });
  const other = await makeSeller({ id: actor.organisationId });
  const partner = await makeOrganisation({ kind: "partner", name: "Atelier" });
  const client = await makeClient(partner, over);
  return { actor, seller, other, partner, client };
}

/** That person before a fresh consent page of that client, which offers these accounts. */
export function beforeConsent(
  actor: Actor,
  client: Pick<Client, "id">,
  sellers: { sellerId: number }[],
  over: { act?: "link client" | "link unreviewed client"; offered?: Record<string, string[]> } = {},
) {
  const offered = {
    client: [client.id],
    sellerId: sellers.map(({ sellerId }) => String(sellerId)),
    textVersion: [consentTextVersion],
    via: ["typed"],
    ...over.offered,
  };
  return withFormKey(actor, { act: over.act ?? "link client", path: "/link-client?clientId=x", offered });
}

/** What the form sends for that account. */
export function agree(seller: { sellerId: number }, over: Partial<LinkClientInput> = {}): LinkClientInput {
  return { sellerId: seller.sellerId, duration: "none", terms: "on", confirm: "on", ...over };
}

/** The links of a client, newest first. */
export function linksOf(client: Pick<Client, "id">) {
  return asFounder((tx) =>
    tx
      .select()
      .from(sellerLinks)
      .where(eq(sellerLinks.clientRowId, client.id))
      .orderBy(sellerLinks.createdAt, sellerLinks.id),
  ).then((rows) => rows.reverse());
}

/** An open invitation of the client, and its token. */
export async function makeInvitation(client: Client, over: Partial<typeof invitations.$inferInsert> = {}) {
  const { token, hash } = makeLinkToken();
  const about = { clientRowId: client.id, organisationId: client.organisationId };
  const at = now();
  const row = {
    id: newId(),
    tokenHash: hash,
    ...about,
    createdAt: at,
    sentAt: at,
    expiresAt: inSeconds(86_400),
    ...over,
  };
  await asFounder((tx) => tx.insert(invitations).values(row));
  return { id: row.id, token };
}

/** Puts a client into the public directory. */
export async function makeListing(client: Pick<Client, "id" | "organisationId">, displayName: string) {
  const about = { organisationId: client.organisationId, clientRowId: client.id, displayName };
  await asFounder((tx) =>
    tx.insert(listings).values({ id: newId(), ...about, methods: ["delegation"], approvedAt: now() }),
  );
}
