import type { Viewer } from "@/lib/accounts/find-actor";
import { findNotices } from "@/lib/accounts/find-notices";
import { noticeOf } from "@/lib/mail/notices";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { ActionForm } from "../_ui/action-form";
import { FormField } from "../_ui/form-field";
import { Notice } from "../_ui/notice";
import { Section } from "../_ui/section";
import { chooseNoticesAction } from "./notice-actions";

type Props = { viewer: Viewer; isSaved: boolean; t: Text };

/** How the viewer hears of what happens, thing by thing; what keeps the account safe is not theirs to switch off. */
export async function Notices({ viewer, isSaved, t }: Props) {
  const said = t.notices;
  const { notices, rhythm, summary } = await findNotices(viewer);
  const { kind, name: company } = viewer.organisation;
  const names = notices.map(({ name }) => name);
  return (
    <Section card id="notices" intro={<p>{said.intro}</p>} title={said.title}>
      {isSaved && <Notice live title={said.saved} tone="success" />}
      <ActionForm
        action={chooseNoticesAction}
        formKey={await formKey("choose notices", "/account", { notice: names })}
        labels={{ ...said.names, rhythm: said.rhythm, summary: said.summary }}
        pending={t.common.sending}
        submit={said.submit}
        texts={formTexts(t)}
      >
        <div className="grid items-start gap-6 sm:grid-cols-2">
          {notices.map(({ name, choice }) => (
            <FormField
              defaultValue={choice}
              hint={said.hints[name]}
              key={name}
              kind="radios"
              label={said.names[name]}
              name={name}
              options={noticeOf(name).choices.map((value) => ({ value, label: said.choices[value] }))}
            />
          ))}
          {notices.length > 0 && (
            <FormField
              defaultValue={rhythm}
              hint={said.rhythmHint}
              kind="radios"
              label={said.rhythm}
              name="rhythm"
              options={[
                { value: "daily", label: said.rhythms.daily },
                { value: "weekly", label: said.rhythms.weekly },
              ]}
            />
          )}
          {summary && (
            <FormField
              defaultValue={summary}
              hint={kind === "operator" ? said.deskHint : said.linksHint(company)}
              kind="radios"
              label={said.summary}
              name="summary"
              options={[
                { value: "daily", label: said.rhythms.daily },
                { value: "weekly", label: said.rhythms.weekly },
                { value: "off", label: said.rhythms.off },
              ]}
            />
          )}
        </div>
      </ActionForm>
    </Section>
  );
}
