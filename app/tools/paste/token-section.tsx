import * as chevronDown from "lucide-react/icons/chevron-down";
import type { Viewer } from "@/lib/accounts/find-actor";
import type { ReachView } from "@/lib/paste/explain-paste";
import type { TokenView } from "@/lib/paste/look-into";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { CodeBlock } from "../../_ui/code-block";
import { Glyph } from "../../_ui/glyph";
import { KeyValue } from "../../_ui/key-value";
import { Notice } from "../../_ui/notice";
import { Section } from "../../_ui/section";
import { tellVerdict } from "../../first-call/tell";
import { VerdictCard } from "../../first-call/verdict-card";

type Props = { token: TokenView; t: Text; viewer: Viewer | null; index: number; isToldAlready: boolean };

/** One pasted token: what the API would say of it, what it says itself, and for its owners what it reaches. */
export function TokenSection({ token, t, viewer, index, isToldAlready }: Props) {
  const said = t.paste.token;
  const { code, facts, clientId, reach } = token;
  const told = {
    verdict: code,
    facts: { ...facts, ...(reach && { clientRowId: reach.clientRowId }) },
    clientId,
    sellerId: "",
    isPasted: true as const,
  };
  return (
    <>
      {code === "ok" && (
        <Notice tone="success">
          <p data-verdict="ok">{said.good(minutes(token.leftSeconds ?? 0))}</p>
        </Notice>
      )}
      {code !== "ok" && !isToldAlready && (
        <VerdictCard id={`token-${index}`} verdict={tellVerdict(t, told, viewer)} />
      )}
      <Section card title={said.title}>
        <KeyValue pairs={pairsOf(token, t)} />
        {reach && <Reach reach={reach} t={t} />}
        {clientId && (
          <p>
            <a href={`/first-call?${new URLSearchParams({ clientId })}`}>{said.tryIt}</a>
          </p>
        )}
        <details className="fold">
          <summary className="button button-quiet">
            {said.decoded}
            <Glyph of={chevronDown} />
          </summary>
          <div className="fold-body grid gap-3">
            <CodeBlock code={token.header} label={said.head} />
            <CodeBlock code={token.claims} label={said.claims} />
          </div>
        </details>
      </Section>
    </>
  );
}

function pairsOf(token: TokenView, t: Text) {
  const said = t.paste.token;
  const { signature, issuer, issuerKind, audience, clientId, issuedAt, expiresAt, leftSeconds, roles } =
    token;
  const may = roles.map((role) => said.roles[role] ?? role).join(", ");
  const isOver = leftSeconds !== null && leftSeconds <= 0;
  const left =
    leftSeconds === null ? "" : isOver ? said.over(minutes(-leftSeconds)) : said.left(minutes(leftSeconds));
  const pairs: [string, string][] = [
    [said.signatureName, said.signatures[signature]],
    [said.issuer, issuer ? `${issuer} · ${said.issuers[issuerKind]}` : said.issuers[issuerKind]],
    [said.audience, audience.join(", ")],
    [said.client, clientId],
    [said.issuedAt, issuedAt ? moment(issuedAt, t.language).text : ""],
    [said.expiresAt, expiresAt ? `${moment(expiresAt, t.language).text} · ${left}` : ""],
    [said.may, may || said.none],
  ];
  return pairs.filter(([, value]) => value !== "").map(([label, value]) => ({ label, value }));
}

const minutes = (seconds: number) => String(Math.max(1, Math.floor(seconds / 60)));

function Reach({ reach: { clientRowId, links, hasMore }, t }: { reach: ReachView; t: Text }) {
  const said = t.paste.token;
  if (links.length === 0) return <p>{said.noReach}</p>;
  return (
    <div>
      <h3 className="text-body">{said.reach}</h3>
      <ul className="list-disc ps-5">
        {links.map(({ linkId, sellerId, shopName }) => (
          <li key={linkId}>
            <a href={`/clients/${clientRowId}/links/${linkId}`}>
              {sellerId} {shopName}
            </a>
          </li>
        ))}
        {hasMore && (
          <li>
            <a href={`/clients/${clientRowId}#links`}>{said.hasMore}</a>
          </li>
        )}
      </ul>
    </div>
  );
}
