import { sql } from "drizzle-orm";
import { asVisitor, type Tx } from "@/db/client";
import { tooMany } from "../accounts/too-many";
import { networkOf } from "../client-address";
import { type Limit, takeLimit } from "../limits/take-limit";
import { done, type Result } from "../result";
import type { DirectoryQuery } from "./input";
import type { ConnectionMethod } from "./listing-input";

/** An aggregator or plugin of the public directory, as anybody may see it. */
export type ListingView = {
  id: string;
  clientId: string;
  name: string;
  description: string;
  website: string;
  /** A picture as a data address; null where none was given. */
  logo: string | null;
  methods: ConnectionMethod[];
  /** The domain its organisation has proven to be its own. */
  verifiedDomain: string | null;
};

/** One page of what was found. `near` has names that come close, where nothing was found. */
export type DirectoryView = { listings: ListingView[]; hasMore: boolean; near: ListingView[] };

/** How many listings stand on one page of the directory. */
export const listingsPerPage = 20;

const perAddress: Limit = { name: "directory", max: 600, windowSeconds: 60 };
// Half of a word's letters in their places are a hit, a third are worth a question.
const [hit, near] = [0.5, 0.3];

/**
 * Searches the public directory, best match first, whatever the case, the accents, the spaces and a typing error;
 * without words everything, by name. Open to visitors.
 */
export async function searchDirectory(
  address: string,
  { q, page }: DirectoryQuery,
  perPage = listingsPerPage,
): Promise<Result<DirectoryView>> {
  const room = await takeLimit(perAddress, networkOf(address));
  if (!room.allowed) return tooMany(room.retryAfterSeconds);
  return asVisitor(async (tx) => {
    // One more than is shown tells whether there is another page.
    const found = await search(tx, q, perPage + 1, (page - 1) * perPage, hit);
    const [listings, hasMore] = [found.slice(0, perPage), found.length > perPage];
    const isNone = found.length === 0 && page === 1;
    return done({ listings, hasMore, near: isNone ? await search(tx, q, 3, 0, near) : [] });
  });
}

type Row = {
  listing_id: string;
  client_id: string;
  display_name: string;
  description: string;
  website: string;
  logo: string | null;
  methods: ConnectionMethod[];
  domain: string | null;
  domain_verified_at: string | null;
};

async function search(tx: Tx, words: string, limit: number, skip: number, nearness: number) {
  const rows = await tx.execute<Row>(
    sql`select * from search_directory(${words}, ${limit}, ${skip}, ${nearness})`,
  );
  return rows.map(
    (row): ListingView => ({
      id: row.listing_id,
      clientId: row.client_id,
      name: row.display_name,
      description: row.description,
      website: row.website,
      logo: row.logo,
      methods: row.methods,
      verifiedDomain: row.domain_verified_at ? row.domain : null,
    }),
  );
}
