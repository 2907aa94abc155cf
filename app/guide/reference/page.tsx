import type { Metadata } from "next";
import { operationsOf } from "@/lib/seller-data/guide-areas";
import { text } from "../../_text/text";
import { ButtonLink } from "../../_ui/button";
import { PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { Calls } from "../_calls";
import { type AreasQuery, ChosenAreas, chosenAreas } from "../_chosen";
import { Reviewed } from "../_reviewed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).reference.title };
}

/** Every call of the Seller API, or those of the areas that were chosen. */
export default async function ReferencePage({ searchParams }: { searchParams: Promise<AreasQuery> }) {
  const [t, chosen] = [await text(), chosenAreas(await searchParams)];
  const said = t.reference;
  const operations = operationsOf(chosen);
  const tags = [...new Set(operations.map(({ area }) => area))];
  return (
    <>
      <PageHeader
        actions={<ButtonLink href="/guide/reference/openapi.json">{said.description}</ButtonLink>}
        back={{ href: "/guide", label: t.guideIndex.title }}
        lead={said.lead}
        title={said.title}
      />
      <ChosenAreas all="/guide/reference" chosen={chosen} t={t} />
      {tags.map((tag) => (
        <Section id={tag} key={tag} title={said.tags[tag]}>
          <Calls
            calls={operations.filter(({ area }) => area === tag)}
            caption={said.tags[tag]}
            chosen={chosen}
            t={t}
          />
        </Section>
      ))}
      <Reviewed t={t} />
    </>
  );
}
