import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findRecoveryStop } from "@/lib/accounts/find-recovery";
import { visitorFormKey } from "../../../_session";
import { formTexts } from "../../../_text/for-forms";
import { text } from "../../../_text/text";
import { moment } from "../../../_time";
import { ActionForm } from "../../../_ui/action-form";
import { Alert } from "../../../_ui/alert";
import { ButtonLink } from "../../../_ui/button";
import { Notice } from "../../../_ui/notice";
import { PageHeader } from "../../../_ui/page-header";
import { stopRecoveryAction } from "../../actions";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ stopped?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).recovery.stop.title, robots: { index: false } };
}

/** Where every letter about a wait leads. Looking changes nothing; one button stops it. */
export default async function StopRecoveryPage({ params, searchParams }: Props) {
  const [{ token }, { stopped }] = [await params, await searchParams];
  const found = await findRecoveryStop(token);
  if (!found) notFound();
  const t = await text();
  const said = t.recovery.stop;
  if (!found.readyAt) {
    return (
      <>
        <PageHeader title={said.title} />
        {stopped === "1" ? (
          <Notice live title={said.stopped} tone="success">
            <p>{said.stays}</p>
          </Notice>
        ) : (
          <Alert code="expired">
            <p>{said.over}</p>
          </Alert>
        )}
        <div className="form-actions">
          <ButtonLink href="/reset" variant="primary">
            {said.newPassword}
          </ButtonLink>
          <ButtonLink href="/sign-in">{t.common.signIn}</ButtonLink>
        </div>
      </>
    );
  }
  const texts = formTexts(t);
  const until = moment(found.readyAt, t.language).text;
  return (
    <>
      <PageHeader lead={said.lead({ email: found.email, until })} title={said.title} />
      <ActionForm
        action={stopRecoveryAction}
        formKey={await visitorFormKey("stop recovery", `/recover/${token}/stop`)}
        hidden={{ do: "stop", token }}
        pending={t.common.sending}
        submit={said.submit}
        texts={{ ...texts, refusals: { ...texts.refusals, expired: said.over } }}
      />
    </>
  );
}
