import { countedUpTo, type FailingEndpointView, type GivenUpView } from "@/lib/desk/list-failing-endpoints";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { count, moment } from "../../_time";
import { ActionForm } from "../../_ui/action-form";
import { Badge } from "../../_ui/badge";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { Time } from "../../_ui/time";
import { retryDeliveryAction } from "./actions";
import { RetryLately } from "./retry-lately";

type Props = { endpoints: FailingEndpointView[]; messageIds: string[]; may: boolean; t: Text };

/** The servers of clients that do not take their messages, with what was given up there last. */
export async function FailingEndpoints({ endpoints, messageIds, may, t }: Props) {
  const said = t.jobs.deliveries;
  const key = await formKey("retry delivery", "/operator/jobs", { deliveryId: messageIds });
  return (
    <Section id="deliveries" title={said.title}>
      {endpoints.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <Table
          caption={said.title}
          captionHidden
          columns={Object.values(said.columns).map((label) => ({ label }))}
          rows={endpoints.map((endpoint) => ({
            key: endpoint.id,
            attributes: { "data-endpoint": endpoint.isGone ? "gone" : "failing" },
            cells: [
              <Whose endpoint={endpoint} key="whose" t={t} />,
              endpoint.waiting < countedUpTo
                ? count(endpoint.waiting, t.language)
                : said.orMore(count(endpoint.waiting, t.language)),
              count(endpoint.givenUp, t.language),
              <ul className="grid gap-2" key="messages">
                {endpoint.messages.map((message) => (
                  <li key={message.id}>
                    <Message message={message} t={t} />
                    {may && !endpoint.isGone && (
                      <ActionForm
                        action={retryDeliveryAction}
                        formKey={key}
                        hidden={{ do: "resend", deliveryId: message.id }}
                        pending={t.common.sending}
                        size="small"
                        submit={t.jobs.again}
                        texts={formTexts(t)}
                        variant="secondary"
                      />
                    )}
                  </li>
                ))}
              </ul>,
            ],
          }))}
        />
      )}
      {may && messageIds.length > 0 && <RetryLately t={t} what="deliveries" />}
    </Section>
  );
}

function Whose({ endpoint, t }: { endpoint: FailingEndpointView; t: Text }) {
  const said = t.jobs.deliveries;
  const { host, clientId, organisationId, organisationName, isGone, failingSince } = endpoint;
  return (
    <>
      <span className="mono wrap-anywhere">{host}</span>
      <br />
      <a href={`/operator/events?organisation=${organisationId}`}>{organisationName}</a>
      {", "}
      <span className="mono wrap-anywhere">{clientId}</span>
      <br />
      {isGone ? (
        <Badge kind="revoked">{said.gone}</Badge>
      ) : (
        failingSince && <Badge kind="failed">{said.since(moment(failingSince, t.language).text)}</Badge>
      )}
    </>
  );
}

function Message({ message: { type, failedAt, status, fault }, t }: { message: GivenUpView; t: Text }) {
  const said = t.webhooks.deliveries;
  const why = [
    status !== null && said.status(status),
    fault !== null && (said.faults[fault] ?? fault),
  ].filter(Boolean);
  return (
    <>
      <span className="mono">{type}</span>
      {", "}
      <Time at={moment(failedAt, t.language)} />
      {why.length > 0 && `: ${why.join(", ")}`}
    </>
  );
}
