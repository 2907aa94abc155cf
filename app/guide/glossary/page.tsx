import type { Metadata } from "next";
import { text } from "../../_text/text";
import { PageHeader } from "../../_ui/page-header";
import { Reviewed } from "../_reviewed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).glossary.title };
}

/** The words of the guide, each with an address of its own. */
export default async function GlossaryPage() {
  const t = await text();
  const { title, lead, terms } = t.glossary;
  return (
    <>
      <PageHeader back={{ href: "/guide", label: t.guideIndex.title }} lead={lead} title={title} />
      <dl className="grid max-w-measure gap-4">
        {terms.map(({ id, term, means }) => (
          <div id={id} key={id}>
            <dt className="font-medium">{term}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <Reviewed t={t} />
    </>
  );
}
