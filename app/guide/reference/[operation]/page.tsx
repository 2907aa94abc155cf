import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findActor } from "@/lib/accounts/find-actor";
import { exampleOf, findById } from "@/lib/seller-data/example";
import { areasOf, rhythmOf } from "@/lib/seller-data/guide-areas";
import { text } from "../../../_text/text";
import { ButtonLink } from "../../../_ui/button";
import { KeyValue } from "../../../_ui/key-value";
import { Notice } from "../../../_ui/notice";
import { PageHeader } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { fillValues } from "../../../tools/collections/fill-values";
import { type AreasQuery, chosenAreas, withAreas } from "../../_chosen";
import { Reviewed } from "../../_reviewed";
import { Errors } from "./errors";
import { Example } from "./example";
import { Body, Parameters } from "./parameters";

type Props = { params: Promise<{ operation: string }>; searchParams: Promise<AreasQuery> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { operation: id }] = [await text(), await params];
  const operation = findById(id);
  return operation ? { title: t.reference.operations[operation.id].title } : {};
}

/** One call of the Seller API: what it is for, what it takes, what it answers, what can go wrong. */
export default async function OperationPage({ params, searchParams }: Props) {
  const [t, { operation: id }, query, viewer] = [
    await text(),
    await params,
    await searchParams,
    await findActor(),
  ];
  const operation = findById(id);
  if (!operation) notFound();
  const said = t.reference;
  const { title, purpose, watch } = said.operations[operation.id];
  const filled = await fillValues(viewer, {});
  const { clientId, sellerId } = filled.values;
  const tried = new URLSearchParams({
    operation: operation.id,
    ...(filled.isOwn && { clientId, sellerId }),
  });
  const areas = areasOf(operation.id);
  return (
    <>
      <PageHeader
        actions={
          <ButtonLink href={`/first-call?${tried}`} variant="primary">
            {said.tryIt}
          </ButtonLink>
        }
        back={{ href: withAreas("/guide/reference", chosenAreas(query)), label: said.index }}
        lead={purpose}
        title={title}
      />
      {operation.method !== "GET" && (
        <Notice>
          <p>{said.sandboxOnly}</p>
        </Notice>
      )}
      <Section card title={said.facts.title}>
        <KeyValue
          pairs={[
            {
              label: said.facts.route,
              value: <code className="wrap-anywhere">{`${operation.method} ${operation.path}`}</code>,
            },
            { label: said.facts.rhythm, value: said.rhythms[rhythmOf(operation.id)] },
            {
              label: said.facts.areas,
              value: (
                <span className="flex flex-wrap gap-x-3">
                  {areas.map((name) => (
                    <a href={`/guide/areas/${name}`} key={name}>
                      {t.areas.said[name].title}
                    </a>
                  ))}
                </span>
              ),
            },
            { label: said.facts.role, value: <code className="wrap-anywhere">{operation.role}</code> },
            { label: said.watch, value: watch },
          ]}
        />
      </Section>
      <Parameters operation={operation} t={t} />
      {operation.paging !== "none" && (
        <Section title={said.paging.title}>
          <p className="max-w-measure">{said.paging[operation.paging]}</p>
        </Section>
      )}
      {operation.body && <Body body={operation.body} t={t} />}
      <Example
        example={exampleOf(operation)}
        filled={filled}
        isSignedIn={viewer !== null}
        operation={operation}
        t={t}
      />
      <Errors operation={operation} t={t} />
      <Reviewed t={t} />
    </>
  );
}
