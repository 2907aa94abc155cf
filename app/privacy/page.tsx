import type { Metadata } from "next";
import { type RetentionName, retention } from "@/lib/privacy/retention";
import { text } from "../_text/text";
import { Notice } from "../_ui/notice";
import { PageHeader } from "../_ui/page-header";
import { Section } from "../_ui/section";
import { Table } from "../_ui/table";

type Props = { searchParams: Promise<{ gone?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).privacy.title };
}

/** What is kept of people, for how long and why, out of the very list by which the worker deletes; and what one may do. */
export default async function PrivacyPage({ searchParams }: Props) {
  const t = await text();
  const said = t.privacy;
  const { gone } = await searchParams;
  const names = Object.keys(retention) as RetentionName[];
  return (
    <>
      <PageHeader lead={said.lead} title={said.title} />
      {gone === "account" && <Notice live title={said.accountGone} tone="success" />}
      {gone === "organisation" && <Notice live title={said.data.organisationGone} tone="success" />}
      <Section id="kept" title={said.keptTitle}>
        <Table
          caption={said.keptTitle}
          captionHidden
          columns={[
            { label: said.columns.what },
            { label: said.columns.howLong },
            { label: said.columns.why },
          ]}
          rows={names.map((name) => {
            const { what, howLong, why } = said.kept[name];
            return { key: name, cells: [what, howLong(said.time(retention[name].days ?? 0)), why] };
          })}
        />
      </Section>
      {said.parts.map(({ id, title, body }) => (
        <Section id={id} key={id} title={title}>
          {body.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Section>
      ))}
      <p>
        <a className="link" href="/account#data">
          {said.toAccount}
        </a>
      </p>
    </>
  );
}
