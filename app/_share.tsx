import { env } from "@/lib/env";
import { drawQr } from "@/lib/qr";
import { copyTexts } from "./_text/for-forms";
import type { Text } from "./_text/text";
import { ButtonLink } from "./_ui/button";
import { CodeBlock } from "./_ui/code-block";
import { fill } from "./_ui/fill";
import { KeyValue } from "./_ui/key-value";
import { Qr } from "./_ui/qr";
import { Section } from "./_ui/section";
import { mailTexts } from "./invitations/form-words";

type Props = { clientId: string; kind: "partner" | "aggregator"; organisation: string; t: Text };

/** How a partner's or aggregator's clientId reaches its customers: the value, a link, a code, words to send it with. */
export function Share({ clientId, kind, organisation, t }: Props) {
  const said = t.invitations.share;
  const link = `${env().PUBLIC_URL}/link-client?${new URLSearchParams({ clientId, as: kind })}`;
  return (
    <Section
      actions={
        <ButtonLink href={`/invitations?${new URLSearchParams({ clientId })}`}>{said.invite}</ButtonLink>
      }
      id="share"
      intro={<p>{said.intro}</p>}
      title={said.title}
    >
      <KeyValue
        pairs={[
          { label: "clientId", value: clientId, copy: copyTexts(t, "clientId") },
          { label: said.link, value: link, copy: copyTexts(t, said.link) },
        ]}
      />
      <Qr code={drawQr(link)} label={t.invitations.made.qr} />
      {mailTexts(t, "share").map(({ label, body }) => (
        <CodeBlock
          code={fill(body, { link, clientId, organisation })}
          copy={copyTexts(t, label)}
          key={label}
          label={label}
          prose
        />
      ))}
      <p>
        <a className="link" href="/kept-sellers">
          {said.kept}
        </a>
      </p>
    </Section>
  );
}
