import type { Metadata } from "next";
import { findActor } from "@/lib/accounts/find-actor";
import { lastPaste } from "@/lib/paste/last-paste";
import { formKey, visitorFormKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import { text } from "../../_text/text";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { readPasteAction, readPasteAsVisitorAction } from "./actions";
import { PasteForm } from "./paste-form";
import { PasteResult } from "./paste-result";

const path = "/tools/paste";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).paste.title };
}

/** One box for anything: what was pasted is looked into in the request that draws this page, and kept nowhere. */
export default async function PastePage() {
  const [t, viewer, paste] = [await text(), await findActor(), lastPaste()];
  const { content, contentHint, submit, sending } = t.paste;
  const key = viewer
    ? await formKey("read paste", path)
    : await visitorFormKey("read paste as visitor", path);
  return (
    <>
      <PageHeader lead={t.paste.lead} title={t.paste.title} />
      {paste && <PasteResult paste={paste} t={t} viewer={viewer} />}
      <Notice>
        <p>{t.paste.notKept}</p>
        {!viewer && <a href={`/sign-in?next=${encodeURIComponent(path)}`}>{t.paste.signIn}</a>}
      </Notice>
      <PasteForm
        action={viewer ? readPasteAction : readPasteAsVisitorAction}
        formKey={key}
        texts={formTexts(t)}
        words={{ content, contentHint, submit, sending }}
      />
    </>
  );
}
