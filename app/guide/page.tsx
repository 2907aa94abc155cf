import type { Metadata } from "next";
import { type Text, text } from "../_text/text";
import { Button } from "../_ui/button";
import { EmptyState } from "../_ui/empty-state";
import { Field } from "../_ui/field";
import { PageHeader } from "../_ui/page-header";
import { PlainForm } from "../_ui/plain-form";
import { Section } from "../_ui/section";
import { Reviewed } from "./_reviewed";
import { searchGuide } from "./search-guide";

type Query = { q?: string | string[] };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).guideIndex.title };
}

/** The front page of the guide: its parts, and a search over all of them. */
export default async function GuidePage({ searchParams }: { searchParams: Promise<Query> }) {
  const [t, query] = [await text(), await searchParams];
  const said = t.guideIndex;
  const [first = ""] = [query.q ?? ""].flat();
  const q = first.trim().slice(0, 200);
  return (
    <>
      <PageHeader lead={said.lead} title={said.title} />
      <PlainForm label={said.search} method="get" role="search" to="/guide">
        <Field autoComplete="off" defaultValue={q} label={said.field} name="q" type="search" />
        <div className="form-actions">
          <Button>{said.submit}</Button>
        </div>
      </PlainForm>
      {q && <Found q={q} t={t} />}
      <ul className="grid gap-4">
        {said.parts.map(({ id, title, body }) => (
          <li key={id}>
            <h2 className="text-h3">
              <a href={id}>{title}</a>
            </h2>
            <p className="text-muted">{body}</p>
          </li>
        ))}
      </ul>
      <Reviewed t={t} />
    </>
  );
}

function Found({ q, t }: { q: string; t: Text }) {
  const { found, none, noneHint, kinds } = t.guideIndex;
  const pages = searchGuide(t, q);
  if (pages.length === 0)
    return (
      <EmptyState actions={<a href="/help">{t.help.link}</a>} icon="search" title={none(q)}>
        <p>{noneHint}</p>
      </EmptyState>
    );
  return (
    <Section card id="found" title={found(pages.length, q)}>
      <ol className="grid gap-3">
        {pages.map(({ kind, href, title, about }) => (
          <li key={href}>
            <a href={href}>{title}</a> <span className="text-caption text-muted">{kinds[kind]}</span>
            <p className="line-clamp-2 text-muted">{about}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
