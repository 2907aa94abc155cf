import type { Metadata } from "next";
import { mostExported } from "@/lib/audit/export-events";
import { findEvents } from "@/lib/audit/find-events";
import { text } from "../../_text/text";
import { count } from "../../_time";
import { ButtonLink } from "../../_ui/button";
import { EmptyState } from "../../_ui/empty-state";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { Table } from "../../_ui/table";
import { requireOperator } from "../require-operator";
import { EventFilterForm } from "./event-filter-form";
import { readEventQuery, writeEventQuery } from "./event-query";
import { eventRow } from "./event-row";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const path = "/operator/events";

export async function generateMetadata(): Promise<Metadata> {
  await requireOperator();
  return { title: (await text()).events.title };
}

/** Everything that happened: searched by any of its handles, in pages, and as a file. */
export default async function EventsPage({ searchParams }: Props) {
  await requireOperator();
  const t = await text();
  const said = t.events;
  const { filter, after } = readEventQuery(await searchParams);
  const { items, next, unknown } = await findEvents(filter, { after });
  return (
    <>
      <PageHeader
        actions={
          items.length > 0 && (
            <ButtonLink href={`${path}/events.csv?${writeEventQuery(filter)}`}>{said.export}</ButtonLink>
          )
        }
        back={{ href: "/operator", label: t.reviews.door.title }}
        lead={said.lead}
        title={said.title}
      />
      <EventFilterForm filter={filter} t={t} />
      {unknown.length > 0 && (
        <Notice live tone="warning">
          <p data-unknown={unknown.join(" ")}>
            {said.unknown(unknown.map((name) => said.fields[name]).join(", "))}
          </p>
        </Notice>
      )}
      {items.length === 0 ? (
        <EmptyState
          actions={<ButtonLink href={path}>{said.reset}</ButtonLink>}
          icon="search"
          title={said.none.title}
        >
          {said.none.body}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={said.title}
            captionHidden
            columns={Object.values(said.columns).map((label) => ({ label }))}
            rows={items.map((event) => eventRow(event, t))}
          />
          {(after || next) && (
            <p className="flex flex-wrap gap-3">
              {after && (
                <ButtonLink href={`${path}?${writeEventQuery(filter)}`} size="small" variant="quiet">
                  {said.first}
                </ButtonLink>
              )}
              {next && (
                <ButtonLink href={`${path}?${writeEventQuery(filter, next)}`} rel="next" size="small">
                  {said.next}
                </ButtonLink>
              )}
            </p>
          )}
          <p className="text-muted">{said.exportHint(count(mostExported, t.language))}</p>
        </>
      )}
    </>
  );
}
