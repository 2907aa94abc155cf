import type { ReactNode } from "react";
import { bulkActs } from "@/lib/links/bulk-input";
import { writeLinkFilter } from "@/lib/links/link-filter";
import type { LinkFilter } from "@/lib/links/list-linked-sellers";
import { countOf } from "../../_count";
import type { Text } from "../../_text/text";
import { Button } from "../../_ui/button";
import { Field } from "../../_ui/field";
import { PlainForm } from "../../_ui/plain-form";

type Props = {
  clientRowId: string;
  filter: LinkFilter;
  found: number;
  mayAct: boolean;
  /** Whether there is another client to move them to. */
  mayMove: boolean;
  t: Text;
  children: ReactNode;
};

/** The list as a form: some of it, or all that was found, and what to do with them. Its answer asks before anything. */
export function BulkForm({ clientRowId, filter, found, mayAct, mayMove, t, children }: Props) {
  const path = `/clients/${clientRowId}/bulk`;
  const said = t.bulk.bar;
  if (!mayAct) return children;
  const acts = bulkActs.filter((act) => mayMove || act !== "move");
  return (
    <PlainForm
      className="max-w-none"
      hidden={{ query: writeLinkFilter(filter) }}
      label={said.label}
      method="get"
      to={path}
    >
      {children}
      <div className="card grid max-w-2xl gap-3" id="act-on-many">
        <Field
          kind="select"
          label={said.act}
          name="act"
          options={acts.map((value) => ({ value, label: t.bulk.acts[value] }))}
        />
        <Field kind="checkbox" label={said.all(countOf(found, t))} name="all" />
        <p className="field-hint">{said.hint}</p>
        <div className="form-actions">
          <Button>{said.goOn}</Button>
          <a className="link" href={path}>
            {said.runs}
          </a>
        </div>
      </div>
    </PlainForm>
  );
}
