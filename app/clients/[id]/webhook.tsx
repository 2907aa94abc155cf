import type { Viewer } from "@/lib/accounts/find-actor";
import type { ClientView } from "@/lib/clients/find-client";
import { type EndpointView, findEndpoint } from "@/lib/clients/find-endpoint";
import { eventTypes } from "@/lib/webhooks/event-types";
import { DoneNotice } from "../../_done";
import { OrphanRefusal } from "../../_orphan";
import { formKey } from "../../_session";
import { copyTexts, formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { ActionForm } from "../../_ui/action-form";
import { ButtonLink } from "../../_ui/button";
import { FoldForm } from "../../_ui/fold-form";
import { KeyValue } from "../../_ui/key-value";
import { Notice } from "../../_ui/notice";
import { Section } from "../../_ui/section";
import { AddEndpointForm } from "./add-endpoint-form";
import {
  enableEndpointAction,
  removeEndpointAction,
  switchPortalApiAction,
  testEndpointAction,
} from "./endpoint-actions";

type Props = { client: ClientView; t: Text; viewer: Viewer; may: boolean; done: string };
type Endpoint = NonNullable<EndpointView["endpoint"]>;

/** How a client is told by machine, for those who have customers: its webhook, and the portal API. */
export async function Webhook({ client, t, viewer, may, done }: Props) {
  if (viewer.organisation.kind === "seller") return null;
  const told = await findEndpoint(viewer, client.id);
  if (!told) return null;
  const said = t.webhooks;
  const { endpoint } = told;
  // A form that names an endpoint is gone with it, and its refusal would be too.
  const isShown = (act: string, { endpointId }: Record<string, string>) =>
    !["remove endpoint", "enable endpoint", "test endpoint"].includes(act) || endpointId === endpoint?.id;
  return (
    <>
      <Section
        actions={
          <ButtonLink href={`/clients/${client.id}/deliveries`} size="small">
            {said.log}
          </ButtonLink>
        }
        id="webhook"
        intro={<p>{said.lead}</p>}
        title={said.title}
      >
        <DoneNotice done={done} sentences={pick(said.done, "webhook_")} />
        <OrphanRefusal isShown={isShown} t={t} />
        {!endpoint && <p>{said.none}</p>}
        {may && (
          <AddEndpointForm
            copy={copyTexts(t, said.reveal.key)}
            events={eventTypes.map((value) => ({ value, label: said.eventNames[value] }))}
            formKey={await formKey("add endpoint", `/clients/${client.id}`, { client: [client.id] })}
            hasOne={endpoint !== null}
            reveal={said.reveal}
            texts={formTexts(t)}
            words={addWords(t)}
          />
        )}
        {endpoint && <EndpointFacts {...{ client, endpoint, may, t }} />}
      </Section>
      <PortalApi {...{ client, done, may, t }} since={told.portalApiSince} />
    </>
  );
}

async function EndpointFacts({
  client,
  endpoint,
  may,
  t,
}: Omit<Props, "viewer" | "done"> & { endpoint: Endpoint }) {
  const said = t.webhooks;
  const { id, url, events, createdAt, failingSince, disabledAt } = endpoint;
  const path = `/clients/${client.id}`;
  const offered = { client: [client.id] };
  const shared = { texts: formTexts(t), pending: t.common.sending };
  const when = (at: Date) => moment(at, t.language).text;
  const wanted = eventTypes.filter((type) => events.includes(type)).map((type) => said.eventNames[type]);
  return (
    <>
      <KeyValue
        pairs={[
          { label: said.url, value: <span className="mono wrap-anywhere">{url}</span> },
          { label: said.events, value: wanted.join(" · ") },
          { label: said.since, value: when(createdAt) },
        ]}
      />
      {disabledAt ? (
        <Notice tone="warning">{said.disabled(when(disabledAt))}</Notice>
      ) : (
        failingSince && <Notice tone="warning">{said.failing(when(failingSince))}</Notice>
      )}
      {may && disabledAt && (
        <ActionForm
          {...shared}
          action={enableEndpointAction}
          formKey={await formKey("enable endpoint", path, offered)}
          hidden={{ do: "enable_webhook", endpointId: id }}
          submit={said.enable}
        />
      )}
      {may && !disabledAt && (
        <ActionForm
          {...shared}
          action={testEndpointAction}
          formKey={await formKey("test endpoint", path, offered)}
          hidden={{ do: "test_webhook", endpointId: id }}
          submit={said.test}
          variant="secondary"
        />
      )}
      {may && (
        <FoldForm
          {...shared}
          action={removeEndpointAction}
          consequence={<p>{said.removeBody}</p>}
          formKey={await formKey("remove endpoint", path, offered)}
          hidden={{ do: "remove_webhook", endpointId: id }}
          submit={said.removeSubmit}
          summary={said.remove}
          variant="danger"
        />
      )}
    </>
  );
}

async function PortalApi({ client, t, may, done, since }: Omit<Props, "viewer"> & { since: Date | null }) {
  const said = t.webhooks.api;
  return (
    <Section id="portal-api" intro={<p>{said.lead}</p>} title={said.title}>
      <DoneNotice done={done} sentences={pick(t.webhooks.done, "portal_api_")} />
      <p>
        {since ? said.on(moment(since, t.language).text) : said.off} <a href="/guide/api">{said.guide}</a>
      </p>
      {may && (
        <ActionForm
          action={switchPortalApiAction}
          formKey={await formKey("switch portal API", `/clients/${client.id}`, { client: [client.id] })}
          hidden={{ do: "portal_api", state: since ? "off" : "on" }}
          pending={t.common.sending}
          submit={since ? said.turnOff : said.turnOn}
          texts={formTexts(t)}
          variant="secondary"
        />
      )}
    </Section>
  );
}

function addWords(t: Text) {
  const { url, urlHint, events, submit, staleLink } = t.webhooks;
  return { url, urlHint, events, submit, staleLink, sending: t.common.sending };
}

/** Those sentences that belong to one part of the page. */
function pick(sentences: Record<string, string>, prefix: string) {
  return Object.fromEntries(Object.entries(sentences).filter(([name]) => name.startsWith(prefix)));
}
