import { makeActor, makeClient, makeLink, makeSecret, makeSeller, withFormKey } from "@/db/testing";
import type { Actor } from "@/lib/accounts/actor";
import type { Right } from "@/lib/accounts/rights";
import type { EventType } from "@/lib/audit/record-event";
import { consentTextVersion } from "@/lib/links/consent-text";
import { inviteSeller } from "@/lib/links/invite-seller";
import { linkClient } from "@/lib/links/link-client";
import type { Result } from "@/lib/result";

/** Sends it once. */
export type Sender = () => Promise<Result<unknown>>;

/** Something that changes the world, made ready to be sent as often as wanted, and the one event that tells of it. */
export type Mutation = {
  name: Right | `${Right} by invitation`;
  /** Where it is not given, sending it once shows what it leaves. */
  leaves?: EventType;
  /** Whoever sends it again is led to what the first one made. */
  tellsAll?: true;
  prepare: () => Promise<Sender>;
};

export type Offered = Record<string, string[]>;
/** Somebody before a fresh form. */
export const before = (actor: Actor, act: Right, offered: Offered = {}) =>
  withFormKey(actor, { act, offered });
/** Some small letters. */
export const letters = () =>
  Math.random()
    .toString(36)
    .replaceAll(/[^a-z]/g, "")
    .slice(0, 8);

/** A partner with a client that has a secret, and a seller with an account. */
export async function meet() {
  const desk = await makeActor({ kind: "aggregator" });
  const client = await makeClient({ id: desk.organisationId });
  const { row } = await makeSecret(client);
  const shop = await makeActor();
  const seller = await makeSeller({ id: shop.organisationId });
  return { desk, client, shop, seller, secretId: row.id, offered: { client: [client.id] } };
}

/** The same, linked. */
export async function meetLinked() {
  const met = await meet();
  const link = await makeLink(met.client, met.seller);
  return { ...met, linkId: link.id, offered: { ...met.offered, linkId: [link.id] } };
}

/** The same, with an open invitation. */
export async function invited() {
  const met = await meet();
  const ask = { clientId: met.client.clientId, reference: "R", message: "", expires: "7d" } as const;
  const input = { ...ask, email: null, expectedSellerId: met.seller.sellerId };
  const made = await inviteSeller(
    before(met.desk, "invite seller", { clientId: [met.client.clientId] }),
    input,
  );
  if (!made.ok) throw new Error(`not invited: ${made.code}`);
  return { ...met, id: made.view.id, token: made.view.url.split("/").at(-1) ?? "" };
}

/** What a form for a new client holds. */
export const clientInput = () => ({
  clientId: `rounds-${letters()}-${letters()}-${letters()}`,
  contactEmail: "rounds@chaos.test",
  purpose: "",
  terms: "on" as const,
});

/** What the consent page offers. */
export const consentOf = (client: string, sellerId: number, more: Offered = {}) => ({
  client: [client],
  sellerId: [String(sellerId)],
  textVersion: [consentTextVersion],
  ...more,
});

/** Says yes to a client that nobody has reviewed. */
export function agree(shop: Actor, client: string, sellerId: number, more: Offered = {}) {
  const actor = before(shop, "link unreviewed client", consentOf(client, sellerId, more));
  const typed = { typedSellerId: String(sellerId), duration: "none" } as const;
  return () => linkClient(actor, { sellerId, terms: "on", confirm: "on", ...typed });
}

/** An owner and a colleague. */
export async function makeTeam() {
  const owner = await makeActor();
  const { personId } = await makeActor({ organisationId: owner.organisationId, role: "viewer" });
  return { owner, memberId: personId };
}
