import type { Metadata } from "next";
import { findVisitor } from "@/lib/accounts/find-actor";
import { readHalfWay } from "@/lib/accounts/half-way";
import { visitorFormKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import { text } from "../../_text/text";
import { ActionForm } from "../../_ui/action-form";
import { Alert } from "../../_ui/alert";
import { ButtonLink } from "../../_ui/button";
import { FormField } from "../../_ui/form-field";
import { PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { findMailbox } from "../../account/find-mailbox";
import { LetterForm } from "../../account/letter-form";
import { askForRecoveryAction, enterCodeAction } from "./actions";

type Props = { searchParams: Promise<{ state?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).secondFactor.code.title, robots: { index: false } };
}

/** The second step of signing in, for whoever gave the right password in this browser a moment ago. */
export default async function CodePage({ searchParams }: Props) {
  const asked = (await searchParams).state;
  const state = typeof asked === "string" ? asked : "";
  const [t, isOpen] = [await text(), readHalfWay(await findVisitor(), state) !== null];
  const said = t.secondFactor;
  if (!isOpen) {
    return (
      <>
        <PageHeader title={said.code.title} />
        <Alert code="expired">
          <p>{said.code.over}</p>
        </Alert>
        <div className="form-actions">
          <ButtonLink href="/sign-in" variant="primary">
            {t.common.signIn}
          </ButtonLink>
        </div>
      </>
    );
  }
  const [texts, path] = [formTexts(t), `/sign-in/code?${new URLSearchParams({ state })}`];
  return (
    <>
      <PageHeader lead={said.code.lead} title={said.code.title} />
      <ActionForm
        action={enterCodeAction}
        formKey={await visitorFormKey("enter code", path)}
        hidden={{ state }}
        labels={{ passcode: said.passcode }}
        pending={t.common.sending}
        submit={said.code.submit}
        texts={{
          ...texts,
          refusals: { ...texts.refusals, too_many: said.code.tooMany, expired: said.code.over },
        }}
      >
        <FormField
          autoComplete="one-time-code"
          hint={said.passcodeHint}
          label={said.passcode}
          maxLength={40}
          mono
          name="passcode"
          required
        />
      </ActionForm>
      <Section id="lost" title={t.recovery.ask.title}>
        <p>{t.recovery.ask.lead}</p>
        <LetterForm
          action={askForRecoveryAction}
          formKey={await visitorFormKey("ask for recovery", path)}
          hidden={{ do: "recover", state }}
          mailbox={findMailbox(t)}
          pending={t.common.sending}
          sent={t.recovery.ask.sent}
          submit={t.recovery.ask.submit}
          texts={{ ...texts, refusals: { ...texts.refusals, expired: said.code.over } }}
          variant="secondary"
        />
      </Section>
    </>
  );
}
