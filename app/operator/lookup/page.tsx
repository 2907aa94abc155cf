import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { lookUp } from "@/lib/links/look-up";
import { text } from "../../_text/text";
import { EmptyState } from "../../_ui/empty-state";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { requireOperator } from "../require-operator";
import { Matches } from "./matches";
import { pathOf } from "./path-of";
import { SearchForm } from "./search-form";

type Props = { searchParams: Promise<{ q?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  await requireOperator();
  return { title: (await text()).lookup.title };
}

/** One box for whatever is known of somebody; what is found beyond doubt opens at once. */
export default async function LookUpPage({ searchParams }: Props) {
  const viewer = await requireOperator();
  const [t, { q = "" }] = [await text(), await searchParams];
  const typed = String(q);
  const found = await lookUp(viewer, typed);
  const [only, ...more] = found?.matches ?? [];
  const path = found?.sure && only && more.length === 0 && pathOf(only);
  if (path) redirect(path);
  const said = t.lookup;
  return (
    <>
      <PageHeader
        back={{ href: "/operator", label: t.reviews.door.title }}
        lead={said.lead}
        title={said.title}
      />
      <SearchForm q={typed} t={t} />
      {found && <p className="text-muted">{said.asked[found.asked]}</p>}
      {found && !only && (
        <EmptyState icon="search" title={said.none.title}>
          {said.none[found.asked]}
        </EmptyState>
      )}
      {found && only && !found.sure && <Notice>{said.near}</Notice>}
      {found && only && <Matches matches={found.matches} t={t} />}
    </>
  );
}
