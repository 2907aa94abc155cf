import type { FieldDifference } from "@/lib/directory/compare-versions";
import type { SubmissionView } from "@/lib/directory/find-submission";
import type { Text } from "../../../_text/text";
import { Badge } from "../../../_ui/badge";
import { Section } from "../../../_ui/section";
import { Table } from "../../../_ui/table";
import { Piece } from "../../../choose-aggregator/listing-face";

type Props = { submission: SubmissionView; t: Text };
type State = "now" | "decided" | "live";

/** Every field now, as decided last and as public, with a word where they differ. */
export function Differences({ submission: { content, differences }, t }: Props) {
  const { fields, submission: said } = t.listingDesk;
  const states = (["now", "decided", "live"] as const).filter((state) =>
    differences.some((row) => row[state] !== null),
  );
  const isFirst = states.length === 1;
  return (
    <Section intro={isFirst ? <p>{said.first}</p> : undefined} title={said.differences}>
      <Table
        caption={said.differences}
        captionHidden
        columns={[
          { label: said.columns.field },
          ...states.map((state) => ({ label: said.columns[state] })),
          ...(isFirst ? [] : [{ label: "" }]),
        ]}
        rows={differences.map((row) => ({
          key: row.field,
          attributes: { "data-field": row.field, "data-changed": row.isChanged ? "yes" : "no" },
          cells: [
            fields[row.field],
            ...states.map((state) => (
              <Value key={state} name={content.displayName} row={row} state={state} t={t} />
            )),
            ...(isFirst ? [] : [<Mark isChanged={row.isChanged} key="mark" t={t} />]),
          ],
        }))}
      />
    </Section>
  );
}

function Mark({ isChanged, t }: { isChanged: boolean; t: Text }) {
  const said = t.listingDesk.submission;
  return isChanged ? <Badge kind="attention">{said.changed}</Badge> : <span>{said.same}</span>;
}

function Value({ row, state, name, t }: { row: FieldDifference; state: State; name: string; t: Text }) {
  const said = t.listingDesk.submission;
  const value = row[state];
  if (!value) return <span className="text-muted">{said.nothing}</span>;
  if (row.field === "logo") {
    const isOther = state !== "now" && value !== row.now;
    return (
      <span className="flex items-center gap-2">
        <Piece logo={value} name={name} />
        {isOther ? said.otherPicture : said.picture}
      </span>
    );
  }
  if (/^(https:\/\/|mailto:)/.test(value))
    return (
      <a className="link wrap-anywhere" href={value} rel="noopener noreferrer nofollow" target="_blank">
        {value}
      </a>
    );
  if (row.field !== "methods") return <span className="wrap-anywhere">{value}</span>;
  const methods = value
    .split(",")
    .map((method) => said.methods[method as keyof typeof said.methods] ?? method);
  return methods.join(" · ");
}
