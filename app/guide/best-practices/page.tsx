import type { Metadata } from "next";
import { envFile } from "@/lib/collections/env-file";
import { env } from "@/lib/env";
import { rhythmOf } from "@/lib/seller-data/guide-areas";
import { copyTexts } from "../../_text/for-forms";
import { type Text, text } from "../../_text/text";
import { ButtonLink } from "../../_ui/button";
import { CodeBlock } from "../../_ui/code-block";
import { PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { openSellerIds, placeholderClientId } from "../../tools/collections/fill-values";
import { Reviewed } from "../_reviewed";
import { Checklist } from "./checklist";
import { featureNames, features } from "./features";
import { Routes } from "./routes";

type Query = { has?: string | string[] };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).guide.bestPractices.title };
}

/** The guide's fifth step: what keeps a connection healthy, from daily tasks to calls, and one's own checklist. */
export default async function BestPracticesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [t, query] = [await text(), await searchParams];
  const said = t.guide.bestPractices;
  const { tasks, patterns, checklist } = t.bestPractices;
  const practices = [...said.practices, ...patterns];
  const has = [query.has ?? []].flat();
  const contents = [
    ...practices,
    ...(has.length > 0 ? [] : [{ id: "tasks", title: tasks.title }]),
    { id: "checklist", title: checklist.title },
  ];
  const { TOKEN_URL: tokenUrl, SELLER_API_URL: sellerApiUrl } = env();
  const names = {
    clientId: placeholderClientId,
    clientSecret: "",
    sellerId: openSellerIds[0],
    tokenUrl,
    sellerApiUrl,
  };
  return (
    <>
      <PageHeader lead={said.lead} title={said.title} />
      <nav aria-label={said.contents}>
        <ol className="grid list-decimal gap-1 pl-6">
          {contents.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {practices.map(({ id, title, body, points = [] }) => (
        <Section id={id} key={id} title={title}>
          <div className="grid max-w-measure gap-3">
            {body.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {points.length > 0 && (
              <ul className="grid list-disc gap-1 pl-6">
                {points.map((point) => (
                  <li className="wrap-anywhere" key={point}>
                    {point}
                  </li>
                ))}
              </ul>
            )}
          </div>
          {id === "environments" && (
            <CodeBlock code={envFile(names)} copy={copyTexts(t, said.envCopy)} label={said.envTitle} />
          )}
        </Section>
      ))}
      {/* The checklist says of each task what this table says, and more. */}
      {has.length === 0 && <Tasks t={t} />}
      <Checklist has={has} t={t} />
      <Section card title={said.next}>
        <div className="form-actions">
          <ButtonLink href="/first-call" variant="primary">
            {said.nextAction}
          </ButtonLink>
          <ButtonLink href="/tools/collections">{said.collection}</ButtonLink>
        </div>
      </Section>
      <Reviewed t={t} />
    </>
  );
}

/** What a tool does in a day, and the calls that do it. */
function Tasks({ t }: { t: Text }) {
  const { tasks: said, features: names } = t.bestPractices;
  const { task, calls, rhythm } = said.columns;
  return (
    <Section id="tasks" intro={<p>{said.intro}</p>} title={said.title}>
      <Table
        caption={said.caption}
        captionHidden
        columns={[{ label: task }, { label: calls }, { label: rhythm }]}
        rows={featureNames.map((feature) => ({
          key: feature,
          cells: [
            names[feature],
            <Routes ids={features[feature].calls} key="calls" />,
            t.reference.rhythms[rhythmOf(features[feature].calls[0])],
          ],
        }))}
      />
    </Section>
  );
}
