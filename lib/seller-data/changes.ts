import { asMachine } from "@/db/client";
import { now } from "../clock";
import { newId } from "../id";
import { ask } from "../tokens/ask";
import type { Discussion } from "./discussions";
import type { Offer } from "./offers";
import type { Order, OrderState } from "./orders";
import type { OfferRequest, packageStates } from "./packages";

/** What calls changed of an order: its state, and by line what was shipped. */
export type OrderChange = {
  status: OrderState;
  updatedAt: string;
  shippedAt: string | null;
  lines: Record<string, { status: OrderState; parcels: Order["lines"][number]["parcels"] }>;
};
export type Message = { messageId: string; sender: "Customer" | "Seller"; body: string; createdAt: string };
export type DiscussionChange = Pick<Discussion, "isOpen" | "status" | "updatedAt"> & { messages: Message[] };
export type PackageChange = {
  state: (typeof packageStates)[number];
  salesChannelId: string;
  createdAt: string;
  updatedAt: string;
  requests: OfferRequest[];
  /** What became of them, once it was worked through. */
  results: { sellerExternalReference: string; status: "Accepted" | "Refused"; reason: string | null }[];
};
/** Products that were sent in at once. */
export type ProductChange = { products: { gtin: string; title: string; categoryReference: string }[] };
type Data = {
  order: OrderChange;
  discussion: DiscussionChange;
  package: PackageChange;
  offer: Offer;
  product: ProductChange;
};
export type Kind = keyof Data;

type Row = { kind: Kind; key: string; version: number; data: unknown };
/** One thing as it is from now on; `version` is the one it was read in, 0 where nobody had changed it. */
export type Change = Row;

/** A seller account whose calls write to the same place; on one that is open to all, each client has its own. */
export type Scope = { sellerId: number; isOpenTest: boolean; clientRowId: string };
const scopeOf = ({ sellerId, isOpenTest, clientRowId }: Scope) =>
  isOpenTest ? `${sellerId} ${clientRowId}` : String(sellerId);

const mostChanges = 5000;
/** Everything kept of an account is read at once, so it has to be little. */
const mostLetters = 8_000_000;

/** What calls have changed of the made-up data of one seller account. */
export class Changes {
  private readonly rows: Map<string, Row>;
  constructor(rows: Row[] = []) {
    this.rows = new Map(rows.map((row) => [`${row.kind} ${row.key}`, row]));
  }

  /** How one thing stands since it was changed last. */
  of<K extends Kind>(kind: K, key: string): Data[K] | undefined {
    return this.rows.get(`${kind} ${key}`)?.data as Data[K] | undefined;
  }

  /** Everything of one kind that was changed, by key. */
  all<K extends Kind>(kind: K): [string, Data[K]][] {
    return [...this.rows.values()]
      .filter((row) => row.kind === kind)
      .map(({ key, data }) => [key, data as Data[K]]);
  }

  /** A thing as it shall be, built on how it was read here. */
  to<K extends Kind>(kind: K, key: string, data: Data[K]): Change {
    return { kind, key, data, version: this.rows.get(`${kind} ${key}`)?.version ?? 0 };
  }
}

/** Reads the changes of these kinds. */
export async function readChanges(scope: Scope, kinds: readonly Kind[]): Promise<Changes> {
  if (kinds.length === 0) return new Changes();
  const rows = await ask(asMachine()<Row[]>`
    select kind, key, version, data from seller_changes
    where scope = ${scopeOf(scope)} and kind = any (${[...kinds]}) order by changed_at, key`);
  return new Changes([...rows]);
}

/**
 * Saves what a call changed, all of it or nothing: `conflict` where another call changed one of the things since they
 * were read, `full` where the account has more, or longer, changes than the sandbox keeps.
 */
export async function saveChanges(scope: Scope, changes: Change[]): Promise<"saved" | "conflict" | "full"> {
  const place = scopeOf(scope);
  const sent = JSON.stringify(changes);
  const saving = asMachine().begin(async (sql) => {
    const [kept] = await sql<{ rows: number; letters: number }[]>`
      select count(*)::int as rows, coalesce(sum(length(data::text)), 0)::int as letters
      from seller_changes where scope = ${place}`;
    const { rows = 0, letters = 0 } = kept ?? {};
    const isFull = rows + changes.length > mostChanges || letters + sent.length > mostLetters;
    if (isFull) return "full" as const;
    const saved = await sql`
      insert into seller_changes as c (scope, kind, key, data, changed_at)
      select ${place}, s ->> 'kind', s ->> 'key', s -> 'data', ${now()}
      from jsonb_array_elements(${sent}::text::jsonb) as s
      on conflict (scope, kind, key) do update set data = excluded.data, version = c.version + 1, changed_at = excluded.changed_at
      where c.version = (select (s ->> 'version')::int from jsonb_array_elements(${sent}::text::jsonb) as s
        where s ->> 'kind' = c.kind and s ->> 'key' = c.key)`;
    if (saved.count < changes.length) throw new Overtaken();
    return "saved" as const;
  });
  return ask(saving).catch((error) => {
    if (error instanceof Overtaken) return "conflict" as const;
    throw error;
  });
}

class Overtaken extends Error {}

/** An id for something that a call makes: 24 hexadecimal digits, as the marketplace's are. */
export const makeKey = () => newId().replaceAll("-", "").slice(0, 24);
/** Now, as the marketplace writes it. */
export const moment = () =>
  now()
    .toISOString()
    .replace(/\.\d+Z$/, "Z");
