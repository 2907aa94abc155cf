import type { Metadata } from "next";
import { nextPath } from "@/lib/accounts/next-path";
import { visitorFormKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import { text } from "../_text/text";
import { FormField } from "../_ui/form-field";
import { PageHeader } from "../_ui/page-header";
import { findMailbox } from "../account/find-mailbox";
import { LetterForm } from "../account/letter-form";
import { signUpAction } from "./actions";

const kinds = ["seller", "partner", "aggregator"] as const;

type Props = { searchParams: Promise<{ kind?: string | string[]; next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).accounts.signUp.title };
}

export default async function SignUpPage({ searchParams }: Props) {
  const t = await text();
  const { fields, hints, kinds: said, signUp } = t.accounts;
  const asked = await searchParams;
  const kind = kinds.find((one) => one === asked.kind);
  const next = nextPath(typeof asked.next === "string" ? asked.next : "", "");
  const query = new URLSearchParams({ ...(kind && { kind }), ...(next && { next }) });
  return (
    <>
      <PageHeader lead={signUp.lead} title={signUp.title} />
      <LetterForm
        action={signUpAction}
        aside={
          <span>
            {signUp.haveAccount}{" "}
            <a className="link" href={next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"}>
              {t.common.signIn}
            </a>
          </span>
        }
        formKey={await visitorFormKey("sign up", query.size > 0 ? `/sign-up?${query}` : "/sign-up")}
        hidden={{ next }}
        labels={{
          kind: fields.kind,
          companyName: fields.companyName,
          name: fields.name,
          email: fields.email,
          terms: fields.terms,
        }}
        mailbox={findMailbox(t)}
        pending={t.common.sending}
        sent={signUp.sent}
        submit={signUp.submit}
        texts={formTexts(t)}
      >
        <FormField
          defaultValue={kind}
          kind="radios"
          label={fields.kind}
          name="kind"
          options={kinds.map((value) => ({ value, ...said[value] }))}
          required
        />
        <FormField
          autoComplete="organization"
          hint={hints.companyName}
          label={fields.companyName}
          maxLength={100}
          name="companyName"
          required
        />
        <FormField autoComplete="name" label={fields.name} maxLength={80} name="name" required />
        <FormField
          autoComplete="email"
          hint={hints.email}
          label={fields.email}
          name="email"
          required
          type="email"
        />
        <FormField kind="checkbox" label={signUp.terms} name="terms" required />
      </LetterForm>
    </>
  );
}
