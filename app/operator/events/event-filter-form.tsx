import type { EventFilter } from "@/lib/audit/event-filter";
import type { Text } from "../../_text/text";
import { Button, ButtonLink } from "../../_ui/button";
import { Field } from "../../_ui/field";
import { PlainForm } from "../../_ui/plain-form";

type Props = { filter: EventFilter; t: Text };

/** The form that searches the events; its answer is an address. */
export function EventFilterForm({ filter, t }: Props) {
  const said = t.events;
  // By their codes, as the file and the log have them; a code of old stays choosable while it is asked for.
  const codes = new Set([...Object.keys(t.clients.activity.events), ...(filter.type ? [filter.type] : [])]);
  return (
    <PlainForm className="form-filter" label={said.search} method="get" role="search" to="/operator/events">
      <Field
        defaultValue={filter.type ?? ""}
        kind="select"
        label={said.fields.type}
        name="type"
        options={[
          { value: "", label: said.any },
          ...[...codes].sort().map((code) => ({ value: code, label: code })),
        ]}
      />
      {(["organisation", "actor", "clientId", "sellerId", "requestId"] as const).map((name) => (
        <div key={name}>
          <Field
            autoComplete="off"
            defaultValue={filter[name]}
            hint={
              name === "organisation" ? said.organisationHint : name === "actor" ? said.actorHint : undefined
            }
            label={said.fields[name]}
            maxLength={254}
            name={name}
          />
        </div>
      ))}
      {(["from", "to"] as const).map((name) => (
        <div key={name}>
          <Field
            defaultValue={filter[name]}
            hint={said.dayHint}
            label={said.fields[name]}
            name={name}
            type="date"
          />
        </div>
      ))}
      <Button>{said.submit}</Button>
      {Object.keys(filter).length > 0 && (
        <ButtonLink href="/operator/events" variant="quiet">
          {said.reset}
        </ButtonLink>
      )}
    </PlainForm>
  );
}
