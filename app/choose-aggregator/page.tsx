import type { Metadata } from "next";
import { findVisitor } from "@/lib/accounts/find-actor";
import { directoryQuery } from "@/lib/directory/input";
import { type DirectoryView, searchDirectory } from "@/lib/directory/search-directory";
import { RefusedPage } from "../_refusal";
import { type Text, text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { EmptyState } from "../_ui/empty-state";
import { PageHeader } from "../_ui/page-header";
import { Section } from "../_ui/section";
import { ListingCards } from "./listing-card";
import { SearchForm } from "./search-form";
import { Unlisted } from "./unlisted";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).directory.title };
}

/** The list of aggregators and plugins, open to everybody; what was searched stands in the address. */
export default async function ChooseAggregatorPage({ searchParams }: Props) {
  const [t, { address }, asked] = [
    await text(),
    await findVisitor(),
    directoryQuery.parse(await searchParams),
  ];
  const found = await searchDirectory(address, asked);
  const said = t.directory;
  return (
    <>
      <PageHeader lead={said.lead} title={said.title} />
      <SearchForm q={asked.q} t={t} to="/choose-aggregator" />
      {found.ok ? (
        <Section title={asked.q ? said.found(asked.q) : said.all}>
          <Found {...asked} t={t} view={found.view} />
        </Section>
      ) : (
        <RefusedPage code={found.code} facts={found.facts} t={t} />
      )}
      <Unlisted t={t} />
    </>
  );
}

type FoundProps = { q: string; page: number; t: Text; view: DirectoryView };

function Found({ q, page, t, view: { listings, hasMore, near } }: FoundProps) {
  const { none, ...said } = t.directory;
  if (listings.length === 0) {
    const all = <ButtonLink href="/choose-aggregator">{none.all}</ButtonLink>;
    return (
      <>
        <EmptyState actions={all} icon="search" title={page > 1 ? none.noPage : none.title}>
          {page === 1 && <p>{none.body}</p>}
        </EmptyState>
        {near.length > 0 && (
          <>
            <p className="font-medium">{none.near}</p>
            <ListingCards listings={near} t={t} />
          </>
        )}
      </>
    );
  }
  return (
    <>
      <ListingCards listings={listings} t={t} />
      {(page > 1 || hasMore) && (
        <nav aria-label={said.paging} className="form-actions">
          {page > 1 && <ButtonLink href={pageHref(q, page - 1)}>{said.previous}</ButtonLink>}
          <span aria-current="page">{said.page(page)}</span>
          {hasMore && <ButtonLink href={pageHref(q, page + 1)}>{said.next}</ButtonLink>}
        </nav>
      )}
    </>
  );
}

function pageHref(q: string, page: number) {
  return `/choose-aggregator?${new URLSearchParams({ ...(q && { q }), page: String(page) })}`;
}
