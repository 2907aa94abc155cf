import type { Viewer } from "@/lib/accounts/find-actor";
import type { Finding } from "@/lib/paste/finding";
import type { PasteView } from "@/lib/paste/look-into";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { Notice } from "../../_ui/notice";
import { tellVerdict } from "../../first-call/tell";
import { VerdictCard } from "../../first-call/verdict-card";
import { CollectionSection } from "./collection-section";
import { TlsSection } from "./tls-section";
import { TokenSection } from "./token-section";

type Props = { paste: PasteView; t: Text; viewer: Viewer | null };

/** What came out of one paste: what it is, each diagnosis with its way out, and what each kind has beside. */
export function PasteResult({ paste, t, viewer }: Props) {
  const said = t.paste;
  const names = paste.kinds.map((kind) => said.kinds[kind]);
  const isOff = paste.notes.some(({ code }) => code === "verification_off");
  return (
    // The form's script leads the focus here.
    <div className="grid gap-4" id="result" tabIndex={-1}>
      <p role="status">
        <strong>{said.recognised}</strong>
        {t.common.colon}
        {names.length > 0 ? names.join(", ") : said.noneKnown}
      </p>
      {paste.findings.map((finding, index) => (
        <VerdictCard
          id={`verdict-${index}`}
          key={finding.code}
          verdict={tellVerdict(t, toTold(finding, paste), viewer, seenIn(t, finding))}
        />
      ))}
      {paste.tokens.map((token, index) => (
        <TokenSection
          index={index}
          // Two tokens may say the same.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once.
          key={index}
          isToldAlready={paste.findings.some(({ code }) => code === token.code)}
          t={t}
          token={token}
          viewer={viewer}
        />
      ))}
      <OwnSecrets paste={paste} t={t} />
      {paste.notes.map(({ code, line }) => (
        <Notice
          key={code}
          title={said.notes[code].title}
          tone={code === "nothing_wrong" || code === "tls_good" ? "success" : "warning"}
        >
          <p data-note={code}>{said.notes[code].body}</p>
          {line && <p className="text-caption wrap-anywhere">{said.seenLine(line)}</p>}
        </Notice>
      ))}
      {paste.collection && <CollectionSection collection={paste.collection} t={t} />}
      {(paste.handshakes || isOff) && <TlsSection handshakes={paste.handshakes ?? []} t={t} />}
    </div>
  );
}

const toTold = ({ code, facts }: Finding, { clientId, sellerId, ownSecrets }: PasteView) => ({
  verdict: code,
  facts: {
    ...facts,
    ...(ownSecrets[0] && code.startsWith("token.") && { clientRowId: ownSecrets[0].clientRowId }),
  },
  clientId: ownSecrets[0]?.clientId ?? clientId,
  sellerId,
  isPasted: true as const,
});

const seenIn = (t: Text, { line }: Finding) => (line ? [t.paste.seenLine(line)] : []);

/** Pasted secrets that are the reader's own: whose, and whether they still work. */
function OwnSecrets({ paste, t }: { paste: PasteView; t: Text }) {
  const said = t.paste.secret;
  return paste.ownSecrets.map(({ clientRowId, clientId, hint, endedAt }) => (
    <Notice key={clientRowId + hint} tone={endedAt ? "warning" : "info"}>
      <p data-own-secret={endedAt ? "ended" : "live"}>
        {endedAt ? said.ended(clientId, hint, moment(endedAt, t.language).text) : said.live(clientId, hint)}
      </p>
      <a href={`/clients/${clientRowId}#add-secret`}>{said.open}</a>
    </Notice>
  ));
}
