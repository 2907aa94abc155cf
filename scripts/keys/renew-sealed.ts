import { asDefiner } from "@/db/keys/as-definer";
import { listNamingColumns, type NamingColumn } from "@/db/keys/list-key-names";
import { env } from "@/lib/env";
import { seal, unseal } from "@/lib/secrets";

const batch = 500;

/** What became of one column: how many texts are under the newest key now, and how many nothing here opens. */
export type RenewedColumn = NamingColumn & { renewed: number; unopened: number };

/**
 * Encrypts with the newest key whatever an older one holds, in small transactions beside running processes. A text
 * that somebody changes meanwhile is theirs. Repeating it is harmless.
 */
export async function renewSealed(ownerUrl: string): Promise<RenewedColumn[]> {
  const columns = await asDefiner(ownerUrl, listNamingColumns);
  const done: RenewedColumn[] = [];
  for (const naming of columns.filter(({ kind }) => kind === "key"))
    done.push({ ...naming, ...(await renewColumn(ownerUrl, naming)) });
  return done;
}

async function renewColumn(ownerUrl: string, { table, column }: NamingColumn) {
  const newest = env().KEYS[0]?.id ?? "";
  const unopened = new Set<string>();
  let renewed = 0;
  for (;;) {
    const count = await asDefiner(ownerUrl, async (tx) => {
      const rows = await tx<{ place: string; sealed: string }[]>`
        select ctid::text as place, ${tx(column)} as sealed from ${tx(table)}
        where ${tx(column)} <> '' and split_part(${tx(column)}, '.', 1) <> ${newest}
          and not ${tx(column)} = any (${[...unopened]}::text[])
        limit ${batch}`;
      const opened = rows.flatMap((row) => {
        const plain = open(row.sealed);
        if (plain === null) unopened.add(row.sealed);
        return plain === null ? [] : [{ ...row, fresh: seal(plain) }];
      });
      const changed = await tx`
        update ${tx(table)} t set ${tx(column)} = n.fresh
        from unnest(${opened.map(({ place }) => place)}::text[]::tid[], ${opened.map(({ sealed }) => sealed)}::text[],
          ${opened.map(({ fresh }) => fresh)}::text[]) as n(place, sealed, fresh)
        where t.ctid = n.place and t.${tx(column)} = n.sealed`;
      renewed += changed.count;
      return rows.length;
    });
    if (count === 0) return { renewed, unopened: unopened.size };
  }
}

function open(sealed: string) {
  try {
    return unseal(sealed);
  } catch {
    return null;
  }
}
