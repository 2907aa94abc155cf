import type { Metadata } from "next";
import { findActor } from "@/lib/accounts/find-actor";
import { copyTexts } from "../_text/for-forms";
import { type Text, text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { CodeBlock } from "../_ui/code-block";
import { PageHeader } from "../_ui/page-header";
import { Section } from "../_ui/section";
import { type Decision, decide, type Flow, type QuestionName, questions } from "./decide";

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).start.title };
}

/** "I don't know": the answers stand in the address, the page shows the next question or the way they lead to. */
export default async function StartPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [t, viewer, decision] = [await text(), await findActor(), decide(await searchParams)];
  return (
    <>
      <PageHeader lead={t.start.lead} title={t.start.title} />
      {decision.question ? (
        <Question answered={decision.answered} question={decision.question} t={t} />
      ) : (
        <Result flow={decision.flow} isSignedIn={viewer !== null} t={t} />
      )}
      <Answered answered={decision.answered} t={t} />
    </>
  );
}

type AnsweredProps = { answered: Decision["answered"]; t: Text };

function Question({ question, answered, t }: AnsweredProps & { question: QuestionName }) {
  const { title, hint, answers } = t.start.questions[question];
  const intro = (
    <>
      <p>{t.start.step({ number: answered.length + 1 })}</p>
      {hint && <p>{hint}</p>}
    </>
  );
  return (
    <Section intro={intro} title={title}>
      <ul className="grid gap-3">
        {questions[question].map((answer) => (
          <li className="card relative" key={answer}>
            <a className="door-link font-medium" href={address([...answered, { question, answer }])}>
              {answers[answer]?.label}
            </a>
            <p className="text-muted">{answers[answer]?.hint}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Result({ flow, isSignedIn, t }: { flow: Flow; isSignedIn: boolean; t: Text }) {
  const { title, body, steps, kind, go, also } = t.start.flows[flow];
  // Pages of members would send a visitor to sign in first; those who are new here need the other way.
  const isForMembers = go.href.startsWith("/new-client");
  return (
    <Section card title={title}>
      <p className="max-w-measure">{body}</p>
      <h3>{t.start.stepsTitle}</h3>
      <ol className="grid list-decimal gap-1 pl-6">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {flow === "legacy" && (
        <CodeBlock
          code={t.start.vendorMessage}
          copy={copyTexts(t, t.start.vendorCopy)}
          label={t.start.vendorTitle}
        />
      )}
      <div className="form-actions">
        {isForMembers && !isSignedIn ? (
          <>
            <ButtonLink href={`/sign-up?kind=${kind}`} variant="primary">
              {t.start.signUp[kind]}
            </ButtonLink>
            <ButtonLink href={go.href}>{t.start.haveAccount}</ButtonLink>
          </>
        ) : (
          <ButtonLink href={go.href} variant="primary">
            {go.label}
          </ButtonLink>
        )}
        {also && <ButtonLink href={also.href}>{also.label}</ButtonLink>}
      </div>
    </Section>
  );
}

/** What was answered, each with the way back to its question. */
function Answered({ answered, t }: AnsweredProps) {
  if (answered.length === 0) return null;
  return (
    <Section
      actions={
        <ButtonLink href="/start" size="small" variant="quiet">
          {t.start.again}
        </ButtonLink>
      }
      title={t.start.answeredTitle}
    >
      <dl className="pairs">
        {answered.map(({ question, answer }, index) => {
          const { title, answers } = t.start.questions[question];
          return (
            <div key={question}>
              <dt>{title}</dt>
              <dd>
                <a
                  aria-label={`${answers[answer]?.label}. ${t.start.change({ question: title })}`}
                  href={address(answered.slice(0, index))}
                >
                  {answers[answer]?.label}
                </a>
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}

function address(answered: Decision["answered"]) {
  const query = new URLSearchParams(answered.map(({ question, answer }) => [question, answer]));
  return answered.length > 0 ? `/start?${query}` : "/start";
}
