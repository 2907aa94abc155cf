import { sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import type { OrganisationKind } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { tooMany } from "../accounts/too-many";
import { now } from "../clock";
import { type Limit, takeLimit } from "../limits/take-limit";
import { done, type Result } from "../result";
import { looksLike, oddLetters } from "./looks-like";

/** How many seller accounts are linked, in round numbers: how many exactly is the partner's own business. */
export type LinkBand = "few" | "10" | "100" | "1000";

/** An entry of the public directory that is meant perhaps. */
export type NearListing = { clientId: string; name: string };

/** Who stands behind a clientId, as anybody who holds it may know. */
export type ConsentClientView = {
  clientRowId: string;
  clientId: string;
  organisationName: string;
  kind: OrganisationKind;
  organisationSince: Date;
  clientSince: Date;
  /** Proven by mail or DNS; a fact that softens nothing. */
  domain: { name: string; verifiedAt: Date } | null;
  reviewed: boolean;
  suspended: boolean;
  /** It belongs to the viewer's own organisation. */
  own: boolean;
  listing: { name: string; description: string; website: string; logo: string | null } | null;
  band: LinkBand;
  /** A listed one that this one could be taken for. */
  mistakenFor: NearListing | null;
};

/** The client of that clientId; or listed ones that are near it, and the letters in it that no clientId holds. */
export type ConsentView =
  | { client: ConsentClientView }
  | { client: null; near: NearListing[]; oddLetters: string[] };

type Row = {
  id: string;
  client_id: string;
  organisation_id: string;
  organisation_name: string;
  kind: OrganisationKind;
  organisation_since: string;
  domain: string | null;
  domain_verified_at: string | null;
  client_since: string;
  reviewed: boolean;
  suspended: boolean;
  listed_name: string | null;
  description: string | null;
  website: string | null;
  logo: string | null;
  open_links: number;
};

const lookUps: Limit = { name: "look-up", max: 60, windowSeconds: 60 };
const longest = 200;

/**
 * Looks up a clientId for the consent page: trimmed, then byte for byte. What is not found is answered with near
 * names out of the public directory only. Sixty look-ups a minute per person.
 */
export async function findClientForConsent(viewer: Viewer, typed: string): Promise<Result<ConsentView>> {
  const taken = await takeLimit(lookUps, viewer.personId);
  if (!taken.allowed) return tooMany(taken.retryAfterSeconds);
  const clientId = typed.trim();
  if (!clientId.isWellFormed() || clientId.length > longest || /\p{Cc}/u.test(clientId)) {
    return done({ client: null, near: [], oddLetters: [] });
  }
  const { id: organisationId } = viewer.organisation;
  return inOrganisation({ organisationId }, async (tx) => {
    const at = now().toISOString();
    const [row] = await tx.execute<Row>(sql`select * from find_client_for_consent(${clientId}, ${at})`);
    if (!row)
      return done({ client: null, near: await listNear(tx, clientId), oddLetters: oddLetters(clientId) });
    const own = row.organisation_id === organisationId;
    // What the operator approved has been looked at with this very question in mind.
    const isJudged = row.reviewed || own;
    const mistakenFor = isJudged ? null : await findMistaken(tx, [row.client_id, row.organisation_name]);
    return done({ client: { ...toView(row), own, mistakenFor } });
  });
}

/** The entries of the directory that are nearest to what was typed, by its own search. */
async function listNear(tx: Tx, text: string, limit = 3): Promise<NearListing[]> {
  // A letter or two is near to everything.
  if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < 3) return [];
  const rows = await tx.execute<{ client_id: string; display_name: string }>(
    sql`select client_id, display_name from search_directory(${text}, ${limit}, 0)`,
  );
  return rows.map(({ client_id, display_name }) => ({ clientId: client_id, name: display_name }));
}

/** The listed one that a hurried reader may take one of these names for. */
async function findMistaken(tx: Tx, names: string[]) {
  for (const name of names) {
    // What imitates a name often goes on after it, too long to be near as a whole.
    for (const part of name.length > 15 ? [name, name.slice(0, 10)] : [name]) {
      const near = await listNear(tx, part, 5);
      const same = near.find((one) => looksLike(one.name, name) || looksLike(one.clientId, name));
      if (same) return same;
    }
  }
  return null;
}

function toView(row: Row): Omit<ConsentClientView, "own" | "mistakenFor"> {
  const { domain, domain_verified_at: verifiedAt, listed_name: name } = row;
  return {
    clientRowId: row.id,
    clientId: row.client_id,
    organisationName: row.organisation_name,
    kind: row.kind,
    organisationSince: new Date(row.organisation_since),
    clientSince: new Date(row.client_since),
    domain: domain && verifiedAt ? { name: domain, verifiedAt: new Date(verifiedAt) } : null,
    reviewed: row.reviewed,
    suspended: row.suspended,
    listing: name
      ? { name, description: row.description ?? "", website: row.website ?? "", logo: row.logo }
      : null,
    band: bandOf(row.open_links),
  };
}

function bandOf(links: number): LinkBand {
  return links >= 1000 ? "1000" : links >= 100 ? "100" : links >= 10 ? "10" : "few";
}
