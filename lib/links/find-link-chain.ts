import { and, eq, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { type EndReason, events, people, sellerLinks, type Via } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { now } from "../clock";
import { isId } from "../id";
import { judgeChain, type Lamp } from "./judge-chain";
import { type ChainFactsRow, judgeTelling, type TellingView } from "./judge-telling";
import type { ChainView } from "./read-chain";

/** One link with its chain, as either of its sides may see it. */
export type LinkChainView = ChainView & {
  linkId: string;
  /** The viewer's organisation stands on this side; `seller` also where it stands on both. */
  side: "seller" | "client";
  /** The client belongs to the seller's own organisation. */
  own: boolean;
  clientRowId: string;
  clientId: string;
  sellerId: number;
  shopName: string;
  /** What the organisation behind the client is called, by its entry in the directory where it has one. */
  partner: string;
  via: Via;
  /** The partner's own name for this customer; for the client's side only. */
  reference: string | null;
  since: Date;
  endsAt: Date | null;
  endedAt: Date | null;
  reason: EndReason | null;
  endedBy: { side: "seller" | "client" | "operator" | "clock"; name: string | null } | null;
  /** What the operator said when it ended the link. */
  words: string | null;
  open: boolean;
  lastUsedAt: Date | null;
  failingSince: Date | null;
  telling: TellingView;
};

/** A link of the viewer's organisation, whichever side it is on, with its chain; null for a foreign or unknown one. */
export async function findLinkChain(viewer: Viewer, linkId: string): Promise<LinkChainView | null> {
  if (!isId(linkId)) return null;
  const { id: organisationId } = viewer.organisation;
  return inOrganisation({ organisationId }, (tx) => readLinkChain(tx, linkId, organisationId));
}

/** The same inside a transaction. Without an organisation it is the operator who looks, and nothing is left out. */
export async function readLinkChain(
  tx: Tx,
  linkId: string,
  organisationId: string | null,
): Promise<LinkChainView | null> {
  const [link] = await tx
    .select({
      id: sellerLinks.id,
      clientRowId: sellerLinks.clientRowId,
      clientOrganisationId: sellerLinks.clientOrganisationId,
      sellerOrganisationId: sellerLinks.sellerOrganisationId,
      sellerId: sellerLinks.sellerId,
      shopName: sellerLinks.shopName,
      via: sellerLinks.via,
      reference: sellerLinks.reference,
      createdAt: sellerLinks.createdAt,
      expiresAt: sellerLinks.expiresAt,
      endsAt: sellerLinks.endsAt,
      unlinkedAt: sellerLinks.unlinkedAt,
      unlinkedBy: people.name,
      reason: sellerLinks.reason,
      toldAt: sellerLinks.toldAt,
      toldBy: sellerLinks.toldBy,
      firstCallAt: sellerLinks.firstCallAt,
      lastUsedAt: sellerLinks.lastUsedAt,
      failingSince: sellerLinks.failingSince,
      open: sql<boolean>`link_is_open(${sellerLinks.unlinkedAt}, ${sellerLinks.expiresAt}, ${sellerLinks.endsAt}, ${now().toISOString()})`,
    })
    .from(sellerLinks)
    .leftJoin(people, eq(people.id, sellerLinks.unlinkedBy))
    .where(eq(sellerLinks.id, linkId));
  const facts = link && (await readFacts(tx, linkId));
  if (!link || !facts) return null;
  const side = organisationId && link.sellerOrganisationId === organisationId ? "seller" : "client";
  const own = link.clientOrganisationId === link.sellerOrganisationId;
  const { toldAt, toldBy, firstCallAt, open } = link;
  const lamps = judgeChain({
    clientCreatedAt: date(facts.client_created_at),
    suspendedAt: date(facts.suspended_at),
    deletedAt: date(facts.deleted_at),
    secretCreatedAt: date(facts.secret_created_at),
    linkOpen: open,
    linkCreatedAt: link.createdAt,
    toldAt,
    firstTokenAt: date(facts.first_token_at),
    firstCallAt,
  });
  const planned = [link.expiresAt, link.endsAt].filter((at) => at !== null);
  const endsAt = planned.length > 0 ? new Date(Math.min(...planned.map(Number))) : null;
  const {
    id,
    clientRowId,
    sellerId,
    shopName,
    via,
    createdAt: since,
    reason,
    lastUsedAt,
    failingSince,
  } = link;
  return {
    linkId: id,
    side,
    own,
    clientRowId,
    clientId: facts.client_id,
    sellerId,
    shopName,
    partner: facts.listed_name ?? facts.client_organisation_name,
    via,
    reference: side === "client" ? link.reference : null,
    since,
    endsAt,
    endedAt: link.unlinkedAt ?? (open ? null : endsAt),
    reason,
    endedBy: open ? null : whoEnded(link, side, own || organisationId === null),
    words: reason === "operator" ? await findWords(tx, link) : null,
    open,
    lastUsedAt,
    failingSince,
    telling: judgeTelling(facts, toldAt, toldBy),
    lamps: side === "seller" && !own ? lamps.map(withoutTheirTimes) : lamps,
  };
}

async function readFacts(tx: Tx, linkId: string) {
  const at = now().toISOString();
  const [facts] = await tx.execute<ChainFactsRow>(
    sql`select * from chain_facts(array[${linkId}]::uuid[], ${at})`,
  );
  return facts;
}

/** What the operator gave as its reason; it stands in the event that both sides see. */
async function findWords(
  tx: Tx,
  { id, clientRowId, sellerId }: Pick<Link, "id" | "clientRowId" | "sellerId">,
) {
  const [event] = await tx
    .select({ words: sql<string | null>`${events.data} ->> 'words'` })
    .from(events)
    .where(
      and(
        eq(events.clientRowId, clientRowId),
        eq(events.sellerId, sellerId),
        eq(events.type, "link.ended"),
        sql`${events.data} ->> 'linkId' = ${id}`,
      ),
    )
    .limit(1);
  return event?.words ?? null;
}

/** When a partner made its secret or got its first token is its own business; that it did is the seller's too. */
function withoutTheirTimes(lamp: Lamp): Lamp {
  return lamp.lamp === "client" || lamp.lamp === "secret" || lamp.lamp === "token"
    ? { ...lamp, at: null }
    : lamp;
}

type Link = typeof sellerLinks.$inferSelect;
type Ended = { unlinkedBy: string | null; reason: EndReason | null };

function whoEnded({ unlinkedBy, reason }: Ended, viewedFrom: "seller" | "client", seesAll: boolean) {
  // Who of the marketplace's team it was, is for its own trail.
  if (reason === "operator") return { side: "operator", name: null } as const;
  const byClient = reason === "partner" || reason === "client_deleted";
  const side = byClient ? "client" : unlinkedBy ? "seller" : "clock";
  return { side, name: seesAll || side === viewedFrom ? unlinkedBy : null } as const;
}

const date = (value: string | null) => (value ? new Date(value) : null);
