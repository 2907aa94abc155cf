import type { Metadata } from "next";
import { formKey, requireViewer } from "../_session";
import { formTexts } from "../_text/for-forms";
import { text } from "../_text/text";
import { ActionForm } from "../_ui/action-form";
import { FormField } from "../_ui/form-field";
import { KeyValue } from "../_ui/key-value";
import { Notice } from "../_ui/notice";
import { PageHeader } from "../_ui/page-header";
import { Section } from "../_ui/section";
import { changePasswordAction, signOutAction } from "./actions";
import { Data, type DataQuery } from "./data";
import { LanguageForm } from "./language-form";
import { Notices } from "./notices";
import { SecondFactorSection } from "./second-factor-section";
import { Sessions } from "./sessions";

type Props = {
  searchParams: Promise<{ changed?: string; ended?: string; spoken?: string; noticed?: string } & DataQuery>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).accounts.account.title };
}

export default async function AccountPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const t = await text();
  const { account, fields, hints } = t.accounts;
  const { changed, ended, spoken, noticed } = await searchParams;
  return (
    <>
      <PageHeader title={account.title} />
      {changed === "1" && <Notice live title={account.changed} tone="success" />}
      {ended === "1" && <Notice live title={account.ended} tone="success" />}
      {ended === "one" && <Notice live title={account.endedOne} tone="success" />}
      {spoken === "1" && <Notice live title={account.languageChanged} tone="success" />}
      <Section card title={account.you}>
        <KeyValue
          pairs={[
            { label: fields.name, value: viewer.name },
            { label: fields.email, value: viewer.email },
            {
              label: account.organisations,
              value: viewer.organisations
                .map(({ name, role }) => `${name} (${account.roles[role]})`)
                .join(", "),
            },
          ]}
        />
        <ActionForm
          action={signOutAction}
          formKey={await formKey("sign out", "/account")}
          hidden={{ do: "sign_out" }}
          pending={t.common.sending}
          submit={t.common.signOut}
          texts={formTexts(t)}
          variant="secondary"
        />
      </Section>
      <LanguageForm t={t} viewer={viewer} />
      <Section card intro={account.passwordIntro} title={account.passwordTitle}>
        <ActionForm
          action={changePasswordAction}
          formKey={await formKey("change password", "/account")}
          labels={{ currentPassword: fields.currentPassword, password: fields.newPassword }}
          pending={t.common.sending}
          submit={account.changePassword}
          texts={formTexts(t)}
        >
          <input autoComplete="username" defaultValue={viewer.email} hidden readOnly type="email" />
          <FormField
            autoComplete="current-password"
            label={fields.currentPassword}
            name="currentPassword"
            required
            type="password"
          />
          <FormField
            autoComplete="new-password"
            hint={hints.password}
            label={fields.newPassword}
            minLength={10}
            name="password"
            required
            type="password"
          />
        </ActionForm>
      </Section>
      <SecondFactorSection t={t} viewer={viewer} />
      <Notices isSaved={noticed === "1"} t={t} viewer={viewer} />
      <Sessions t={t} viewer={viewer} />
      <Data query={await searchParams} t={t} viewer={viewer} />
    </>
  );
}
