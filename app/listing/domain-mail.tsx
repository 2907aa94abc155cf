import type { DomainView } from "@/lib/directory/list-domain-proofs";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { moment } from "../_time";
import { ActionForm } from "../_ui/action-form";
import { FoldForm } from "../_ui/fold-form";
import { FormField } from "../_ui/form-field";
import { Notice } from "../_ui/notice";
import { askForDomainCodeAction, proveDomainAction, useOwnDomainAction } from "./domain-actions";

type CodeProps = { code: NonNullable<DomainView["code"]>; t: Text };

/** The code that is on its way: the field for it, and another one to the same address. */
export async function CodeForm({ code: { id, domain, email, expiresAt, isOver }, t }: CodeProps) {
  const said = t.domains.code;
  const texts = formTexts(t);
  const again = (
    <ActionForm
      action={askForDomainCodeAction}
      formKey={await formKey("ask for domain code", "/listing")}
      hidden={{ do: "domain_code", email }}
      pending={t.common.sending}
      submit={said.again}
      texts={texts}
      variant="secondary"
    />
  );
  if (isOver)
    return (
      <div className="section card">
        <Notice tone="warning">{said.over(email)}</Notice>
        {again}
      </div>
    );
  return (
    <div className="section card">
      <h3>{said.title(domain)}</h3>
      <p>{said.sent(email, moment(expiresAt, t.language).text)}</p>
      <ActionForm
        action={proveDomainAction}
        formKey={await formKey("prove domain", "/listing", { proofId: [id] })}
        hidden={{ do: "domain_prove", proofId: id }}
        labels={{ code: said.label }}
        pending={t.common.sending}
        submit={said.submit}
        texts={{ ...texts, refusals: { ...texts.refusals, expired: said.used } }}
      >
        <FormField
          autoComplete="one-time-code"
          inputMode="numeric"
          label={said.label}
          maxLength={12}
          mono
          name="code"
        />
      </ActionForm>
      {again}
    </div>
  );
}

/** Whoever signs in with an address at the domain has proven it already. */
export async function OwnForm({ domain, email, t }: { domain: string; email: string; t: Text }) {
  const said = t.domains.own;
  return (
    <div className="section card">
      <h3>{said.title(domain)}</h3>
      <p>{said.body(email)}</p>
      <ActionForm
        action={useOwnDomainAction}
        formKey={await formKey("use own domain", "/listing")}
        hidden={{ do: "domain" }}
        pending={t.common.sending}
        submit={said.submit(domain)}
        texts={formTexts(t)}
      />
    </div>
  );
}

/** Asks for an address at the domain, to mail a code there. */
export async function MailForm({ t }: { t: Text }) {
  const said = t.domains.mail;
  return (
    <FoldForm
      action={askForDomainCodeAction}
      consequence={<p>{said.body}</p>}
      formKey={await formKey("ask for domain code", "/listing")}
      hidden={{ do: "domain_code" }}
      labels={{ email: said.email }}
      pending={t.common.sending}
      submit={said.submit}
      summary={said.open}
      texts={formTexts(t)}
    >
      <FormField autoComplete="email" label={said.email} maxLength={254} name="email" type="email" />
    </FoldForm>
  );
}
