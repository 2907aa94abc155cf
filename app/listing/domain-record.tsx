import * as chevronDown from "lucide-react/icons/chevron-down";
import type { DomainView } from "@/lib/directory/list-domain-proofs";
import { formKey } from "../_session";
import { copyTexts, formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { ActionForm } from "../_ui/action-form";
import { Button } from "../_ui/button";
import { Field } from "../_ui/field";
import { Glyph } from "../_ui/glyph";
import { KeyValue } from "../_ui/key-value";
import { PlainForm } from "../_ui/plain-form";
import { checkDomainRecordAction } from "./domain-actions";

type Props = { view: DomainView; asked: string; t: Text };

/** The TXT record that proves a domain, to copy and to look for; and the way to the record of another domain. */
export function DomainRecord({ view: { offered, proven, fault }, asked, t }: Props) {
  const said = t.domains.record;
  const isProven = proven.method === "dns" && proven.domain === offered?.domain;
  return (
    <>
      {offered && !isProven && !fault && <Record offered={offered} t={t} />}
      <details className="fold" open={fault || !offered ? true : undefined}>
        <summary className="button button-secondary">
          {offered ? said.other : said.open}
          <Glyph of={chevronDown} />
        </summary>
        <div className="fold-body">
          <PlainForm method="get" to="/listing#domain">
            <Field
              autoComplete="off"
              defaultValue={fault ? asked : undefined}
              id="asked-domain"
              error={fault ? t.fieldErrors[fault] : undefined}
              label={t.domains.domain}
              maxLength={253}
              mono
              name="domain"
            />
            <div className="form-actions">
              <Button variant="secondary">{said.ask}</Button>
            </div>
          </PlainForm>
        </div>
      </details>
    </>
  );
}

async function Record({ offered, t }: { offered: NonNullable<DomainView["offered"]>; t: Text }) {
  const said = t.domains.record;
  const { domain, record } = offered;
  const texts = formTexts(t);
  return (
    <div className="section card" data-domain={domain}>
      <h3>{said.title(domain)}</h3>
      <p>{said.body}</p>
      <KeyValue
        pairs={[
          { label: said.type, value: "TXT" },
          { label: said.host, value: record.host, copy: copyTexts(t, said.host) },
          { label: said.value, value: record.value, copy: copyTexts(t, said.value) },
        ]}
      />
      <p className="field-hint">{said.hostHint}</p>
      <ActionForm
        action={checkDomainRecordAction}
        formKey={await formKey("check domain record", "/listing")}
        hidden={{ do: "domain_check", domain }}
        pending={said.checking}
        submit={said.submit}
        texts={{ ...texts, refusals: { ...texts.refusals, invalid: said.missed } }}
      />
    </div>
  );
}
