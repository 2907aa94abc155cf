import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { areaOf, isAreaName } from "@/lib/seller-data/guide-areas";
import { operations } from "@/lib/seller-data/operations";
import { text } from "../../../_text/text";
import { ButtonLink } from "../../../_ui/button";
import { PageHeader } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { Calls } from "../../_calls";
import { type AreasQuery, chosenAreas, withAreas } from "../../_chosen";
import { Reviewed } from "../../_reviewed";

type Props = { params: Promise<{ area: string }>; searchParams: Promise<AreasQuery> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { area }] = [await text(), await params];
  return isAreaName(area) ? { title: t.areas.said[area].title } : {};
}

/** One area of the API in plain words: the work, its calls, its pitfalls. */
export default async function AreaPage({ params, searchParams }: Props) {
  const [t, { area }, query] = [await text(), await params, await searchParams];
  if (!isAreaName(area)) notFound();
  const { said, elsewhere, ...page } = t.areas;
  const { title, lead, work, pitfalls } = said[area];
  const { operations: ids, elsewhere: routes } = areaOf(area);
  const calls = ids.flatMap((id) => operations.find((operation) => operation.id === id) ?? []);
  const [first] = calls;
  return (
    <>
      <PageHeader
        actions={
          first && (
            <ButtonLink href={`/first-call?operation=${first.id}`} variant="primary">
              {t.reference.tryIt}
            </ButtonLink>
          )
        }
        back={{ href: withAreas("/guide/areas", chosenAreas(query)), label: page.back }}
        lead={lead}
        title={title}
      />
      <Section id="work" title={page.work}>
        <List lines={work} />
      </Section>
      <Section id="calls" title={page.calls}>
        {calls.length > 0 ? (
          <Calls calls={calls} caption={page.calls} t={t} />
        ) : (
          <p className="max-w-measure">{page.noneHere}</p>
        )}
      </Section>
      <Section id="pitfalls" title={page.pitfalls}>
        <List lines={pitfalls} />
      </Section>
      {routes.length > 0 && (
        <Section id="elsewhere" intro={<p>{elsewhere.intro}</p>} title={elsewhere.title}>
          <ul className="grid list-disc gap-1 pl-6">
            {routes.map((route) => (
              <li key={route}>
                <code className="wrap-anywhere">{route}</code>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Reviewed t={t} />
    </>
  );
}

function List({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="grid max-w-measure list-disc gap-2 pl-6">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
