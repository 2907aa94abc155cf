import type { NewInvitationView } from "@/lib/links/invite-seller";
import { CodeBlock } from "../_ui/code-block";
import { Copy } from "../_ui/copy";
import type { CopyTexts } from "../_ui/copy-button";
import { fill } from "../_ui/fill";
import { Notice } from "../_ui/notice";
import { Qr } from "../_ui/qr";

export type NewLinkTexts = {
  once: string;
  mailed: string;
  link: string;
  until: string;
  qr: string;
  copyLink: CopyTexts;
  copyMail: CopyTexts;
  /** The mail to one's customer in every language, with `{placeholders}`, and what stands above each. */
  mails: { label: string; body: string }[];
  organisation: string;
};

type Props = {
  made: NewInvitationView;
  texts: NewLinkTexts;
  /** Inside a row of a table: the link alone. */
  isBrief?: boolean;
};

/** The link of an invitation in the one answer that shows it, with a code and the words to send it with. */
export function NewLink({ made, texts, isBrief }: Props) {
  const { url, clientId, qr } = made;
  const facts = { link: url, clientId, organisation: texts.organisation };
  const until = fill(texts.until, { until: made.expiresAt.slice(0, 10) });
  return (
    <div className="grid grid-cols-1 gap-4" data-invitation={made.id}>
      {made.hasAddressee && <p>{texts.mailed}</p>}
      <p>
        <strong>{texts.link}</strong>
      </p>
      <Copy texts={texts.copyLink} value={url} />
      <p>{until}</p>
      {!isBrief && <Qr code={qr} label={texts.qr} />}
      <Notice tone="warning">
        <p>{texts.once}</p>
      </Notice>
      {!isBrief &&
        texts.mails.map(({ label, body }) => (
          <CodeBlock code={fill(body, facts)} copy={texts.copyMail} key={label} label={label} prose />
        ))}
    </div>
  );
}
