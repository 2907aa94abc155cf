import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findClient } from "@/lib/clients/find-client";
import { type DeliveryView, listDeliveries } from "@/lib/clients/find-endpoint";
import type { WebhookEvent } from "@/lib/webhooks/event-types";
import { messageId } from "@/lib/webhooks/event-types";
import { DoneNotice } from "../../../_done";
import { OrphanRefusal } from "../../../_orphan";
import { formKey, requireViewer } from "../../../_session";
import { formTexts } from "../../../_text/for-forms";
import { type Text, text } from "../../../_text/text";
import { moment } from "../../../_time";
import { ActionForm } from "../../../_ui/action-form";
import { Badge, type BadgeKind } from "../../../_ui/badge";
import { ButtonLink } from "../../../_ui/button";
import { PageHeader } from "../../../_ui/page-header";
import { Table } from "../../../_ui/table";
import { Time } from "../../../_ui/time";
import { replayDeliveryAction } from "../endpoint-actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> };

const badges: Record<DeliveryView["state"], BadgeKind> = {
  waiting: "pending",
  retrying: "attention",
  answered: "active",
  given_up: "failed",
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).webhooks.deliveries.title };
}

/** What was sent to a client's endpoint, each message with every try of it. */
export default async function DeliveriesPage({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await requireViewer();
  const client = viewer.organisation.kind === "seller" ? null : await findClient(viewer, id);
  if (!client) notFound();
  const [t, { done = "" }] = [await text(), await searchParams];
  const said = t.webhooks.deliveries;
  const list = await listDeliveries(viewer, id);
  const may = viewer.organisation.role !== "viewer" && !client.deletedAt;
  const shown = new Set(list.filter(({ mayReplay }) => mayReplay && may).map((one) => one.id));
  const rows = await Promise.all(
    list.map(async (one) => ({
      key: one.id,
      attributes: { "data-delivery": one.state, "data-type": one.type } as const,
      cells: [
        <Message key="message" one={one} t={t} />,
        <Time at={moment(one.createdAt, t.language)} key="made" />,
        <State key="state" one={one} t={t} />,
        <Tries key="tries" one={one} t={t} />,
        shown.has(one.id) ? <Again clientRowId={id} deliveryId={one.id} key="again" t={t} /> : "",
      ],
    })),
  );
  return (
    <>
      <PageHeader
        actions={<ButtonLink href={`/clients/${id}/deliveries`}>{said.reload}</ButtonLink>}
        back={{ href: `/clients/${id}#webhook`, label: client.clientId }}
        lead={said.lead}
        title={said.title}
      />
      <DoneNotice done={done} sentences={said.done} />
      <OrphanRefusal isShown={(_, { deliveryId = "" }) => shown.has(deliveryId)} t={t} />
      {list.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <Table
          caption={said.title}
          captionHidden
          columns={Object.values(said.columns).map((label) => ({ label }))}
          rows={rows}
        />
      )}
    </>
  );
}

type Row = { one: DeliveryView; t: Text };

function Message({ one, t }: Row) {
  const { eventNames, testName } = t.webhooks;
  return (
    <span>
      {eventNames[one.type as WebhookEvent] ?? testName}
      <br />
      <span className="mono wrap-anywhere">{messageId(one.id)}</span>
    </span>
  );
}

function State({ one, t }: Row) {
  const said = t.webhooks.deliveries;
  return (
    <span>
      <span className="whitespace-nowrap">
        <Badge kind={badges[one.state]}>{said.states[one.state]}</Badge>
      </span>
      {one.nextTryAt && one.state === "retrying" && (
        <>
          {" "}
          <span>{said.next(moment(one.nextTryAt, t.language).text)}</span>
        </>
      )}
    </span>
  );
}

function Tries({ one, t }: Row) {
  const said = t.webhooks.deliveries;
  return (
    <ol className="grid list-decimal gap-1 pl-6">
      {one.tries.map(({ at, status, fault, tookMs }) => (
        <li key={at.getTime()}>
          <Time at={moment(at, t.language)} />
          {": "}
          {[
            status !== null && said.status(status),
            fault !== null && (said.faults[fault] ?? fault),
            said.took(tookMs),
          ]
            .filter(Boolean)
            .join(", ")}
        </li>
      ))}
    </ol>
  );
}

async function Again({ clientRowId, deliveryId, t }: { clientRowId: string; deliveryId: string; t: Text }) {
  return (
    <ActionForm
      action={replayDeliveryAction}
      formKey={
        await formKey("replay delivery", `/clients/${clientRowId}/deliveries`, { client: [clientRowId] })
      }
      hidden={{ do: "resend", deliveryId }}
      pending={t.common.sending}
      size="small"
      submit={t.webhooks.deliveries.again}
      texts={formTexts(t)}
      variant="secondary"
    />
  );
}
