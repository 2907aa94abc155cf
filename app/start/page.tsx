import type { Metadata } from "next";
import type { ReactNode } from "react";
import { findActor } from "@/lib/accounts/find-actor";
import { directoryQuery } from "@/lib/directory/input";
import { type Text, text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { PageHeader } from "../_ui/page-header";
import { Section } from "../_ui/section";
import { addressOf } from "./address-of";
import { type Decision, decide, type QuestionName, questions } from "./decide";
import { ListedSearch } from "./listed-search";
import { Result } from "./result";

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).start.title };
}

/** "I don't know": the answers stand in the address, the page shows the next question or the way they lead to. */
export default async function StartPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const [t, viewer, decision] = [await text(), await findActor(), decide(query)];
  const { answered, question } = decision;
  return (
    <>
      <PageHeader lead={t.start.lead} title={t.start.title} />
      {question ? (
        <Question answered={answered} question={question} t={t}>
          {question === "listed" && (
            <ListedSearch answered={answered} q={directoryQuery.parse(query).q} t={t} />
          )}
        </Question>
      ) : (
        <Result answered={answered} flow={decision.flow} isSignedIn={viewer !== null} t={t} />
      )}
      <Answered answered={answered} t={t} />
    </>
  );
}

type AnsweredProps = { answered: Decision["answered"]; t: Text };
type QuestionProps = AnsweredProps & { question: QuestionName; children?: ReactNode };

function Question({ question, answered, t, children }: QuestionProps) {
  const { title, hint, answers } = t.start.questions[question];
  const intro = (
    <>
      <p>{t.start.step({ number: answered.length + 1 })}</p>
      {hint && <p>{hint}</p>}
    </>
  );
  return (
    <Section intro={intro} title={title}>
      {children}
      <ul className="grid gap-3">
        {questions[question].map((answer) => (
          <li className="card relative" key={answer}>
            <a className="door-link font-medium" href={addressOf([...answered, { question, answer }])}>
              {answers[answer]?.label}
            </a>
            <p className="text-muted">{answers[answer]?.hint}</p>
          </li>
        ))}
      </ul>
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
                  href={addressOf(answered.slice(0, index))}
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
