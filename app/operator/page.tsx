import type { Metadata } from "next";
import { now } from "@/lib/clock";
import { countQueues, type QueueName } from "@/lib/desk/count-queues";
import { readWorker } from "@/lib/desk/read-worker";
import { text } from "../_text/text";
import { ago, count, moment } from "../_time";
import { DoorCard, Doors } from "../_ui/door-card";
import type { IconName } from "../_ui/icon";
import { Notice } from "../_ui/notice";
import { PageHeader } from "../_ui/page-header";
import { Section } from "../_ui/section";
import { Table } from "../_ui/table";
import { Time } from "../_ui/time";
import { requireOperator } from "./require-operator";
import { SilentWorker } from "./silent-worker";

const queuePaths: Record<QueueName, string> = {
  listings: "/operator/listings",
  reviews: "/operator/reviews",
  tickets: "/operator/tickets",
  names: "/operator/names",
  letters: "/operator/jobs#letters",
  deliveries: "/operator/jobs#deliveries",
};

const ways = [
  { name: "lookup", icon: "search", href: "/operator/lookup" },
  { name: "tickets", icon: "lifeBuoy", href: "/operator/tickets" },
  { name: "listings", icon: "store", href: "/operator/listings" },
  { name: "names", icon: "shield", href: "/operator/names" },
  { name: "sellers", icon: "idCard", href: "/operator/sellers" },
  { name: "events", icon: "list", href: "/operator/events" },
  { name: "jobs", icon: "settings", href: "/operator/jobs" },
  { name: "team", icon: "users", href: "/team" },
] as const satisfies { name: string; icon: IconName; href: string }[];

export async function generateMetadata(): Promise<Metadata> {
  await requireOperator();
  return { title: (await text()).reviews.door.title };
}

/** The door of the marketplace's own staff: what waits for them, at one glance. */
export default async function OperatorPage() {
  await requireOperator();
  const t = await text();
  const said = t.desk;
  const [queues, worker] = [await countQueues(), await readWorker()];
  return (
    <>
      <PageHeader lead={said.lead} title={t.reviews.door.title} />
      <SilentWorker t={t} withLink worker={worker} />
      <Section id="waiting" title={said.waits}>
        {queues.every((queue) => queue.count === 0) && (
          <Notice title={said.nothing.title} tone="success">
            {said.nothing.body}
          </Notice>
        )}
        <Table
          caption={said.waits}
          captionHidden
          columns={[
            { label: said.columns.what },
            { label: said.columns.count, end: true },
            { label: said.columns.oldest },
          ]}
          rows={queues.map(({ name, count: waiting, oldestAt }) => ({
            key: name,
            attributes: { "data-queue": name, "data-count": String(waiting) },
            cells: [
              <a className="link" href={queuePaths[name]} key="queue">
                {said.queues[name]}
              </a>,
              <span className={waiting === 0 ? "text-muted" : undefined} key="count">
                {waiting === 0 ? said.none : count(waiting, t.language)}
              </span>,
              oldestAt ? (
                <Time
                  at={{ ...moment(oldestAt, t.language), text: ago(oldestAt, now(), t.language) }}
                  key="oldest"
                />
              ) : (
                ""
              ),
            ],
          }))}
        />
      </Section>
      <Doors>
        {ways.map(({ name, icon, href }) => (
          <DoorCard
            go={said.ways.go}
            href={href}
            icon={icon}
            key={name}
            text={said.ways[`${name}Text`]}
            title={said.ways[name]}
          />
        ))}
      </Doors>
    </>
  );
}
