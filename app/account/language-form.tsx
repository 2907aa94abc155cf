import type { Viewer } from "@/lib/accounts/find-actor";
import { languages } from "@/lib/language";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { texts } from "../_text/texts";
import { ActionForm } from "../_ui/action-form";
import { FormField } from "../_ui/form-field";
import { Section } from "../_ui/section";
import { changeLanguageAction } from "./actions";

/** In which language the viewer reads pages and gets letters, on every device; each is named in itself. */
export async function LanguageForm({ viewer, t }: { viewer: Viewer; t: Text }) {
  const { account, fields } = t.accounts;
  return (
    <Section card id="language" intro={account.languageIntro} title={fields.language}>
      <ActionForm
        action={changeLanguageAction}
        formKey={await formKey("change language", "/account")}
        labels={{ language: fields.language }}
        pending={t.common.sending}
        submit={account.changeLanguage}
        texts={formTexts(t)}
      >
        <FormField
          defaultValue={viewer.language}
          kind="select"
          label={fields.language}
          name="language"
          options={languages.map((language) => ({ value: language, label: texts[language].common.language }))}
        />
      </ActionForm>
    </Section>
  );
}
