import type { Viewer } from "@/lib/accounts/find-actor";
import { env } from "@/lib/env";
import { findShare } from "@/lib/first-call/list-calls";
import { formKey } from "../../_session";
import { copyTexts, formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { ActionForm } from "../../_ui/action-form";
import { KeyValue } from "../../_ui/key-value";
import { Notice } from "../../_ui/notice";
import { Section } from "../../_ui/section";
import { endReportShareAction } from "../actions";
import { SendForm } from "./send-form";
import { ShareForm } from "./share-form";

type Props = { t: Text; viewer: Viewer; id: string; done: string | string[] | undefined };

/** Ways to show a report to others: its own address for colleagues, a link that ends for everybody else. */
export async function Share({ t, viewer, id, done }: Props) {
  const own = await findShare(viewer.organisation.id, id);
  if (!own) return null;
  const said = t.diagnosis.share;
  const path = `/first-call/${id}`;
  const offered = { firstCallId: [id] };
  const pairs = [
    { label: said.colleagues, value: `${env().PUBLIC_URL}${path}`, copy: copyTexts(t, said.colleagues) },
  ];
  return (
    <Section card id="share" title={said.title}>
      {(done === "sent" || (done === "unshared" && !own.until)) && (
        <Notice live tone="success">
          <p>{done === "sent" ? said.send.sent : said.ended}</p>
        </Notice>
      )}
      <KeyValue pairs={pairs} />
      <p className="text-caption text-muted">{said.colleaguesHint}</p>
      <SendForm id={id} t={t} viewer={viewer} />
      {viewer.organisation.role !== "viewer" && (
        <>
          <p>{said.body}</p>
          {own.until && <p>{said.openUntil(moment(own.until, t.language).text)}</p>}
          <ShareForm
            copy={copyTexts(t, said.link)}
            firstCallId={id}
            formKey={await formKey("share report", path, offered)}
            language={t.language}
            made={{ title: said.madeTitle, link: said.link, warning: said.warning, next: said.next }}
            texts={formTexts(t)}
            words={{ submit: said.submit, sending: said.sending }}
          />
          {own.until && (
            <ActionForm
              action={endReportShareAction}
              formKey={await formKey("end report share", path, offered)}
              hidden={{ do: "end_share", firstCallId: id }}
              pending={said.ending}
              submit={said.end}
              texts={formTexts(t)}
              variant="danger"
            />
          )}
        </>
      )}
    </Section>
  );
}
