import type { OwnListingView, VersionView } from "@/lib/directory/find-listing";
import { formKey } from "../_session";
import type { Text } from "../_text/text";
import { ActionForm } from "../_ui/action-form";
import { Notice } from "../_ui/notice";
import { Section } from "../_ui/section";
import { submitListingAction } from "./actions";
import { entryLabels, entryTexts } from "./entry-words";

type Props = { view: OwnListingView; version: VersionView; t: Text };

/** Puts the draft before the operator's staff, and says beforehand what it still lacks. */
export async function Submit({ view: { gaps }, version, t }: Props) {
  const said = t.listing.submit;
  const texts = entryTexts(t);
  const labels: Record<string, string> = { ...entryLabels(t), domain: said.domain };
  const missing = Object.entries(gaps);
  const offered = { version: [version.id], revision: [String(version.revision)] };
  return (
    <Section id="submit" title={said.title}>
      {missing.length === 0 ? (
        <p>{said.ready}</p>
      ) : (
        <Notice title={said.missing} tone="warning">
          <ul className="grid list-disc gap-1 pl-5">
            {missing.map(([name, code]) => (
              <li data-gap={name} key={name}>
                <a className="link" href={name === "domain" ? "#domain" : `#entry-${name}`}>
                  {labels[name] ?? name}
                </a>
                {t.common.colon}
                {texts.fieldErrors[code]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ActionForm
        action={submitListingAction}
        formKey={await formKey("submit listing", "/listing", offered)}
        hidden={{ do: "submit" }}
        id="entry"
        labels={entryLabels(t)}
        pending={t.common.sending}
        submit={said.submit}
        texts={texts}
      />
    </Section>
  );
}
