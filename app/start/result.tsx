import { env } from "@/lib/env";
import { copyTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { CodeBlock } from "../_ui/code-block";
import { Copy } from "../_ui/copy";
import { Section } from "../_ui/section";
import { addressOf } from "./address-of";
import type { Decision, Flow } from "./decide";
import { flowHrefs } from "./flow-hrefs";

type Props = { answered: Decision["answered"]; flow: Flow; isSignedIn: boolean; t: Text };

/** Pages of members send a visitor to sign in first; those who are new here need the other way. */
const forMembers = /^\/(new-client|link-client|invitations)\b/;

/** Where the answers lead: how long it takes, what to have at hand, what to do, and the button that begins it. */
export function Result({ answered, flow, isSignedIn, t }: Props) {
  const said = t.start;
  const { title, body, time, have, steps, go, also } = said.flows[flow];
  const hrefs = flowHrefs[flow];
  const message = messageOf(flow, t);
  return (
    <Section card title={title}>
      <div className="grid gap-4" data-flow={flow}>
        <p className="max-w-measure">{body}</p>
        <dl className="pairs">
          <div>
            <dt>{said.timeTitle}</dt>
            <dd>{time}</dd>
          </div>
          <div>
            <dt>{said.haveTitle}</dt>
            <dd>
              <ul className="grid list-disc gap-1 pl-4">
                {have.map((thing) => (
                  <li key={thing}>{thing}</li>
                ))}
              </ul>
            </dd>
          </div>
        </dl>
        <h3>{said.stepsTitle}</h3>
        <ol className="grid list-decimal gap-1 pl-6">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {message && (
          <CodeBlock code={message.text} copy={copyTexts(t, message.copy)} label={message.title} prose />
        )}
        <div className="form-actions">
          {forMembers.test(hrefs.go) && !isSignedIn ? (
            <>
              <ButtonLink
                href={`/sign-up?${new URLSearchParams({ kind: hrefs.kind, next: hrefs.go })}`}
                variant="primary"
              >
                {said.signUp[hrefs.kind]}
              </ButtonLink>
              <ButtonLink href={hrefs.go}>{said.haveAccount}</ButtonLink>
            </>
          ) : (
            <ButtonLink href={hrefs.go} variant="primary">
              {go}
            </ButtonLink>
          )}
          {hrefs.also && <ButtonLink href={hrefs.also}>{also}</ButtonLink>}
        </div>
        <h3>{said.share}</h3>
        <p className="text-muted">{said.shareHint}</p>
        <Copy texts={copyTexts(t, said.shareCopy)} value={env().PUBLIC_URL + addressOf(answered)} />
      </div>
    </Section>
  );
}

/** What to send to whoever made the tool, where only they can answer. */
function messageOf(flow: Flow, { start, directory: { unlisted } }: Text) {
  if (flow === "legacy")
    return { title: start.vendorTitle, copy: start.vendorCopy, text: start.vendorMessage };
  if (flow === "notListed")
    return { title: start.vendorTitle, copy: start.vendorCopy, text: unlisted.message };
  return null;
}
