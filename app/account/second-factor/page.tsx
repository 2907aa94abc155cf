import type { Metadata } from "next";
import { findSecondFactor } from "@/lib/accounts/find-second-factor";
import { env } from "@/lib/env";
import { formKey, requireViewer } from "../../_session";
import { copyTexts, formTexts } from "../../_text/for-forms";
import { type Text, text } from "../../_text/text";
import { day } from "../../_time";
import { ActionForm } from "../../_ui/action-form";
import { FoldForm } from "../../_ui/fold-form";
import { FormField } from "../../_ui/form-field";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { beginSecondFactorAction, endSecondFactorAction } from "./actions";
import { ConfirmForm } from "./confirm-form";

type Props = { searchParams: Promise<{ needed?: string; ended?: string }> };

const path = "/account/second-factor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).secondFactor.title };
}

/** The viewer's second factor: set up, replaced, turned off. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const [t, { needed, ended }] = [await text(), await searchParams];
  const said = t.secondFactor;
  const { host } = new URL(env().PUBLIC_URL);
  const { since, codesLeft, draft } = await findSecondFactor(viewer, `${t.common.product} (${host})`);
  return (
    <>
      <PageHeader back={{ href: "/account", label: said.back }} lead={said.intro} title={said.title} />
      {needed === "1" && !since && <Notice tone="warning">{said.needed}</Notice>}
      {ended === "1" && !since && <Notice live title={said.ended} tone="success" />}
      {since && <p>{said.section.on({ since: day(since, t.language), left: codesLeft })}</p>}
      {since && draft && <Notice>{said.draft.replaces}</Notice>}
      <ConfirmForm
        codes={said.codes}
        copyCodes={copyTexts(t, said.codes.what)}
        copyKey={copyTexts(t, said.draft.key)}
        draft={draft && { key: draft.key, qr: draft.qr }}
        formKey={await formKey("confirm second factor", path)}
        hidden={{ do: "confirm" }}
        labels={{ passcode: said.draft.passcode }}
        pending={t.common.sending}
        submit={said.draft.submit}
        texts={formTexts(t)}
        words={said.draft}
      />
      {!since && !draft && (
        <Section card title={said.begin.title}>
          <p>{said.begin.lead}</p>
          <ActionForm
            action={beginSecondFactorAction}
            formKey={await formKey("begin second factor", path)}
            hidden={{ do: "begin" }}
            pending={t.common.sending}
            submit={said.begin.submit}
            texts={formTexts(t)}
          />
        </Section>
      )}
      {since && <Changes t={t} />}
    </>
  );
}

/** What takes a code of the present one. */
async function Changes({ t }: { t: Text }) {
  const said = t.secondFactor;
  const shared = {
    labels: { passcode: said.passcode },
    pending: t.common.sending,
    texts: formTexts(t),
  };
  const field = (
    <FormField
      autoComplete="one-time-code"
      hint={said.passcodeHint}
      label={said.passcode}
      maxLength={40}
      mono
      name="passcode"
    />
  );
  return (
    <>
      <FoldForm
        {...shared}
        action={beginSecondFactorAction}
        consequence={<p>{said.replace.body}</p>}
        formKey={await formKey("begin second factor", path)}
        hidden={{ do: "begin" }}
        submit={said.replace.submit}
        summary={said.replace.open}
      >
        {field}
      </FoldForm>
      <FoldForm
        {...shared}
        action={endSecondFactorAction}
        consequence={<p>{said.end.body}</p>}
        formKey={await formKey("end second factor", path)}
        hidden={{ do: "end" }}
        submit={said.end.submit}
        summary={said.end.open}
        variant="danger"
      >
        {field}
      </FoldForm>
    </>
  );
}
