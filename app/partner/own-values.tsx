import { env } from "@/lib/env";
import { copyTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { CodeBlock } from "../_ui/code-block";
import { fill } from "../_ui/fill";
import { Section } from "../_ui/section";
import { mailTexts } from "../invitations/form-words";

/** The other way to work for a seller: with a clientId that the seller made. How to ask for it, and what then. */
export function OwnValues({ t, isMember }: { t: Text; isMember: boolean }) {
  const said = t.invitations.ownValues;
  const link = `${env().PUBLIC_URL}/new-client?as=seller&for=plugin`;
  return (
    <Section id="own-values" intro={<p>{said.body}</p>} title={said.title}>
      {mailTexts(t, "values").map(({ label, body }) => (
        <CodeBlock code={fill(body, { link })} copy={copyTexts(t, label)} key={label} label={label} prose />
      ))}
      <p>{said.after}</p>
      <div className="form-actions">
        <ButtonLink href="/first-call">{said.check}</ButtonLink>
        {isMember && <ButtonLink href="/kept-sellers">{said.keep}</ButtonLink>}
      </div>
    </Section>
  );
}
