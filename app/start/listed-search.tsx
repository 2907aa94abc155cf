import { findVisitor } from "@/lib/accounts/find-actor";
import { searchDirectory } from "@/lib/directory/search-directory";
import { RefusedPage } from "../_refusal";
import type { Text } from "../_text/text";
import { ListingCards } from "../choose-aggregator/listing-card";
import { SearchForm } from "../choose-aggregator/search-form";
import type { Decision } from "./decide";

type Props = { answered: Decision["answered"]; q: string; t: Text };

/** A search of the directory inside the question; what it finds is an answer by itself, and leads to consent. */
export async function ListedSearch({ answered, q, t }: Props) {
  const hidden = Object.fromEntries(answered.map(({ question, answer }) => [question, answer]));
  return (
    <>
      <SearchForm hidden={hidden} q={q} t={t} to="/start" />
      {q && <Found q={q} t={t} />}
    </>
  );
}

async function Found({ q, t }: Pick<Props, "q" | "t">) {
  const found = await searchDirectory((await findVisitor()).address, { q, page: 1 }, 5);
  if (!found.ok) return <RefusedPage code={found.code} facts={found.facts} t={t} />;
  const { listings, near } = found.view;
  return (
    <div className="grid gap-3" data-found={listings.length}>
      {listings.length === 0 && <p>{t.start.foundNone}</p>}
      {near.length > 0 && <p className="font-medium">{t.directory.none.near}</p>}
      <ListingCards listings={[...listings, ...near]} t={t} />
    </div>
  );
}
