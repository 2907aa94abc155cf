import type { Metadata } from "next";
import { visitorFormKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import { text } from "../_text/text";
import { FormField } from "../_ui/form-field";
import { PageHeader } from "../_ui/page-header";
import { findMailbox } from "../account/find-mailbox";
import { LetterForm } from "../account/letter-form";
import { askForResetAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).accounts.reset.title };
}

export default async function ResetPage() {
  const t = await text();
  const { fields, reset } = t.accounts;
  return (
    <>
      <PageHeader back={{ href: "/sign-in", label: reset.back }} lead={reset.lead} title={reset.title} />
      <LetterForm
        action={askForResetAction}
        formKey={await visitorFormKey("ask for reset", "/reset")}
        labels={{ email: fields.email }}
        mailbox={findMailbox(t)}
        pending={t.common.sending}
        sent={reset.sent}
        submit={reset.submit}
        texts={formTexts(t)}
      >
        <FormField autoComplete="email" label={fields.email} name="email" required type="email" />
      </LetterForm>
    </>
  );
}
