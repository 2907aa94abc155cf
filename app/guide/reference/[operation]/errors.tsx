import * as chevronDown from "lucide-react/icons/chevron-down";
import type { Operation } from "@/lib/seller-data/operation";
import type { Text } from "../../../_text/text";
import { Glyph } from "../../../_ui/glyph";
import { Section } from "../../../_ui/section";
import { Table } from "../../../_ui/table";
import { type ProblemCode, problems } from "../../errors/problems";
import { readCode } from "../../errors/read-code";
import { errorsOf } from "./errors-of";

/** What can go wrong with a call; each code leads to its own page. */
export function Errors({ operation, t }: { operation: Operation; t: Text }) {
  const said = t.reference.errors;
  const { status, code, meaning } = said.columns;
  const { own, every } = errorsOf(operation);
  const table = (codes: readonly ProblemCode[], caption: string) => (
    <Table
      caption={caption}
      captionHidden
      columns={[{ label: code }, { label: status }, { label: meaning }]}
      rows={codes.map((one) => ({
        key: one,
        cells: [
          <a className="link mono wrap-anywhere" href={`/guide/errors/${one}`} key="code">
            {one}
          </a>,
          problems[one].status,
          readCode(t, one)?.title,
        ],
      }))}
    />
  );
  return (
    <Section id="errors" intro={<p>{said.intro}</p>} title={said.title}>
      {own.length > 0 && table(own, said.caption)}
      <details className="fold">
        <summary className="button button-quiet">
          {said.every}
          <Glyph of={chevronDown} />
        </summary>
        <div className="fold-body">{table(every, said.every)}</div>
      </details>
    </Section>
  );
}
