import type { InvitedView } from "@/lib/links/invite-from-file";
import { fill } from "../_ui/fill";
import { Notice } from "../_ui/notice";
import { Section } from "../_ui/section";
import { Table } from "../_ui/table";

type Word =
  | "made"
  | "madeOne"
  | "madeNone"
  | "once"
  | "links"
  | "bad"
  | "badOne"
  | "badHint"
  | "badFile"
  | "another";
export type InvitedTexts = Record<Word, string> & {
  columns: { line: string; what: string; problem: string };
  problems: Record<string, string>;
};

/** A CSV text as the address of a file; the mark at its start tells spreadsheets that it is UTF-8. */
export const csvLink = (csv: string) => `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${csv}`)}`;

/** What became of an uploaded file: the links of what was made, once, and each refused row with what is wrong. */
export function InvitedRows({ view, texts }: { view: InvitedView; texts: InvitedTexts }) {
  const { made, bad, linksCsv, badCsv } = view;
  const title =
    made === 0 ? texts.madeNone : made === 1 ? texts.madeOne : fill(texts.made, { made: String(made) });
  return (
    <Section card id="invited" title={title}>
      {made > 0 && (
        <>
          <Notice tone="warning">
            <p>{texts.once}</p>
          </Notice>
          <p>
            <a
              className="button button-primary"
              data-made={made}
              download="invitation-links.csv"
              href={csvLink(linksCsv)}
            >
              {texts.links}
            </a>
          </p>
        </>
      )}
      {bad.length > 0 && (
        <>
          <h3>{bad.length === 1 ? texts.badOne : fill(texts.bad, { bad: String(bad.length) })}</h3>
          <p>{texts.badHint}</p>
          <p>
            <a className="button button-secondary" download="refused-rows.csv" href={csvLink(badCsv)}>
              {texts.badFile}
            </a>
          </p>
          <Table
            caption={texts.badHint}
            captionHidden
            columns={Object.values(texts.columns).map((label) => ({ label }))}
            rows={bad.map(({ line, code, column, cells }) => ({
              key: String(line),
              attributes: { "data-row": String(line), "data-code": code },
              cells: [
                String(line),
                <span className="mono break-all" key="what">
                  {cells.join(" · ").slice(0, 200)}
                </span>,
                `${column ? `${column}: ` : ""}${texts.problems[code] ?? code}`,
              ],
            }))}
          />
        </>
      )}
      <p>
        <a className="link" href="/invitations#file">
          {texts.another}
        </a>
      </p>
    </Section>
  );
}
