import type { Viewer } from "@/lib/accounts/find-actor";
import type { ClientView } from "@/lib/clients/find-client";
import { listLinkedSellers } from "@/lib/clients/linked-sellers";
import { type GivenHandOverView, listHandOvers } from "@/lib/clients/list-hand-overs";
import { DoneNotice } from "../../_done";
import { OrphanRefusal } from "../../_orphan";
import { formKey } from "../../_session";
import { copyTexts, formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { ActionForm } from "../../_ui/action-form";
import { Badge } from "../../_ui/badge";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { Time } from "../../_ui/time";
import { withdrawHandOverAction } from "./actions";
import { GiveHandOverForm } from "./give-hand-over-form";

type Props = { client: ClientView; t: Text; viewer: Viewer; may: boolean; done: string };

/** The rights to make one secret that were given away, and the form that gives another. */
export async function HandOver({ client, t, viewer, may, done }: Props) {
  const said = t.handOver;
  const given = await listHandOvers(viewer, client.id);
  if (!may && given.length === 0) return null;
  const waiting = given.filter(({ state }) => state === "waiting").map(({ id }) => id);
  const hasForm = (act: string, { handOverId = "" }: Record<string, string>) =>
    act !== "withdraw hand-over" || waiting.includes(handOverId);
  return (
    <Section id="hand-over" intro={<p>{said.lead}</p>} title={said.title}>
      <DoneNotice done={done} sentences={said.done} />
      <OrphanRefusal isShown={hasForm} t={t} />
      {given.length > 0 && (
        <Table
          caption={said.title}
          captionHidden
          columns={Object.values(said.columns).map((label) => ({ label }))}
          rows={await Promise.all(given.map((one) => row({ client, t, may }, one)))}
        />
      )}
      {may && client.suspendedAt && <p>{said.stopped}</p>}
      {may && !client.suspendedAt && <Give client={client} t={t} viewer={viewer} />}
    </Section>
  );
}

async function Give({ client, t, viewer }: Pick<Props, "client" | "t" | "viewer">) {
  const said = t.handOver;
  const linked = await listLinkedSellers(viewer, client.id);
  const offered = {
    client: [client.id],
    ...(linked.length > 0 && { sellerId: linked.map(({ sellerId }) => String(sellerId)) }),
  };
  const { label, labelHint, phrase, phraseHint, seller, submit, sending, staleLink } = said;
  return (
    <GiveHandOverForm
      clientRowId={client.id}
      copy={copyTexts(t, said.given.link)}
      formKey={await formKey("give hand-over", `/clients/${client.id}`, offered)}
      given={said.given}
      language={t.language}
      sellers={linked.map(({ sellerId, shopName }) => ({
        value: String(sellerId),
        label: `${shopName} · ${sellerId}`,
      }))}
      texts={formTexts(t)}
      words={{ label, labelHint, phrase, phraseHint, seller, submit, sending, staleLink }}
    />
  );
}

async function row({ client, t, may }: Pick<Props, "client" | "t" | "may">, one: GivenHandOverView) {
  const said = t.handOver;
  const withdraw = may && one.state === "waiting" && (
    <ActionForm
      action={withdrawHandOverAction}
      formKey={await formKey("withdraw hand-over", `/clients/${client.id}`, { handOverId: [one.id] })}
      hidden={{ do: "withdraw", handOverId: one.id }}
      pending={t.common.sending}
      size="small"
      submit={said.withdraw}
      texts={formTexts(t)}
      variant="secondary"
    />
  );
  return {
    key: one.id,
    attributes: { "data-hand-over": one.state } as const,
    cells: [
      <span key="who">
        {one.label || <span className="text-muted">{said.nobody}</span>}
        {one.hasPhrase && <span className="text-muted"> · {said.withPhrase}</span>}
      </span>,
      <span key="given">
        <Time at={moment(one.createdAt, t.language)} /> {one.createdBy && said.by(one.createdBy)}
      </span>,
      one.sellerId ?? "",
      <State key="state" one={one} t={t} />,
      withdraw || "",
    ],
  };
}

function State({ one, t }: { one: GivenHandOverView; t: Text }) {
  const { state, openedAt, withdrawnAt, expiresAt } = one;
  const kinds = { waiting: "active", opened: "attention" } as const;
  const kind = state === "waiting" || state === "opened" ? kinds[state] : "expired";
  const when = moment(openedAt ?? withdrawnAt ?? expiresAt, t.language).text;
  return <Badge kind={kind}>{t.handOver.states[state](when)}</Badge>;
}
