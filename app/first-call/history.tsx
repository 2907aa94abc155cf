import type { Viewer } from "@/lib/accounts/find-actor";
import { type CallLineView, listCalls } from "@/lib/first-call/list-calls";
import { isGood, isVerdict } from "@/lib/first-call/verdicts";
import type { Text } from "../_text/text";
import { moment } from "../_time";
import { Badge } from "../_ui/badge";
import { Button } from "../_ui/button";
import { Field } from "../_ui/field";
import { PlainForm } from "../_ui/plain-form";
import { Section } from "../_ui/section";
import { Table } from "../_ui/table";
import { Time } from "../_ui/time";
import { againHref } from "./fix";

type Props = { t: Text; viewer: Viewer; clientId: string; clientIds: string[] };

/** The calls that the organisation made before, of one client where it is chosen; nothing before the first. */
export async function History({ t, viewer, clientId, clientIds }: Props) {
  const said = t.diagnosis.history;
  const calls = await listCalls(viewer.organisation.id, clientId);
  if (calls.length === 0 && !clientId) return null;
  const choices = [...new Set([...(clientId ? [clientId] : []), ...clientIds])];
  const options = [{ value: "", label: said.all }, ...choices.map((value) => ({ value, label: value }))];
  return (
    <Section id="history" intro={<p>{said.intro}</p>} title={said.title}>
      {choices.length > 0 && (
        <PlainForm
          className="form-filter"
          label={said.title}
          method="get"
          role="search"
          to="/first-call#history"
        >
          <Field defaultValue={clientId} kind="select" label={said.filter} name="history" options={options} />
          <Button variant="secondary">{said.apply}</Button>
        </PlainForm>
      )}
      {calls.length === 0 ? (
        <p>{said.empty}</p>
      ) : (
        <Table
          caption={said.title}
          captionHidden
          columns={[...Object.values(said.columns).map((label) => ({ label })), { label: "", end: true }]}
          rows={calls.map((call) => row(t, call))}
        />
      )}
    </Section>
  );
}

function row(t: Text, { id, at, by, clientId, sellerId, verdict }: CallLineView) {
  const known = isVerdict(verdict) ? verdict : null;
  const title = known ? t.firstCall.verdicts[known].title : verdict;
  return {
    key: id,
    attributes: { "data-verdict-of": verdict } as const,
    cells: [
      <a href={`/first-call/${id}`} key="at">
        <Time at={moment(at, t.language)} />
      </a>,
      <span className="wrap-anywhere" key="by">
        {by}
      </span>,
      <span className="wrap-anywhere" key="client">
        {clientId}
      </span>,
      <span className="mono wrap-anywhere" key="seller">
        {sellerId}
      </span>,
      <Badge key="verdict" kind={known && isGood(known) ? "active" : "attention"}>
        {title}
      </Badge>,
      <a href={againHref({ starter: false, clientId, sellerId })} key="again">
        {t.firstCall.fixes.again}
      </a>,
    ],
  };
}
