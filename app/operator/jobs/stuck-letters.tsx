import type { StuckLettersView, StuckLetterView } from "@/lib/desk/list-stuck-letters";
import { env } from "@/lib/env";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { count, moment } from "../../_time";
import { ActionForm } from "../../_ui/action-form";
import { Badge } from "../../_ui/badge";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { Time } from "../../_ui/time";
import { retryLetterAction } from "./actions";
import { RetryLately } from "./retry-lately";

type Props = { stuck: StuckLettersView; letterIds: string[]; may: boolean; t: Text };

/** The letters in trouble: to whom, of which kind and since when; what they say is nobody's business here. */
export async function StuckLetters({ stuck, letterIds, may, t }: Props) {
  const said = t.jobs.letters;
  const { letters, waiting, oldestAt } = stuck;
  const isKept = !env().SMTP_URL;
  const key = await formKey("retry letter", "/operator/jobs", { mailId: letterIds });
  return (
    <Section id="letters" title={said.title}>
      {isKept && <p>{said.kept}</p>}
      {!isKept && waiting > 0 && oldestAt && (
        <p>{said.waiting(waiting, moment(oldestAt, t.language).text)}</p>
      )}
      {letters.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <Table
          caption={said.title}
          captionHidden
          columns={Object.values(said.columns).map((label) => ({ label }))}
          rows={letters.map((letter) => ({
            key: letter.id,
            attributes: { "data-letter": letter.failedAt ? "given_up" : "retrying" },
            cells: [
              letter.recipient,
              <span className="mono" key="kind">
                {letter.kind}
              </span>,
              count(letter.tries, t.language),
              <Time at={moment(letter.createdAt, t.language)} key="since" />,
              <State key="state" letter={letter} t={t} />,
              may && letter.failedAt ? (
                <ActionForm
                  action={retryLetterAction}
                  formKey={key}
                  hidden={{ do: "resend", mailId: letter.id }}
                  key="again"
                  pending={t.common.sending}
                  size="small"
                  submit={t.jobs.again}
                  texts={formTexts(t)}
                  variant="secondary"
                />
              ) : (
                ""
              ),
            ],
          }))}
        />
      )}
      {may && letterIds.length > 0 && <RetryLately t={t} what="letters" />}
    </Section>
  );
}

function State({ letter: { failedAt, dueAt }, t }: { letter: StuckLetterView; t: Text }) {
  const said = t.jobs.letters;
  return failedAt ? (
    <Badge kind="failed">{said.givenUp(moment(failedAt, t.language).text)}</Badge>
  ) : (
    <Badge kind="attention">{said.retried(moment(dueAt, t.language).text)}</Badge>
  );
}
