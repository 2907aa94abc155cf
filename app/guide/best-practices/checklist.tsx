import * as chevronDown from "lucide-react/icons/chevron-down";
import { findById } from "@/lib/seller-data/example";
import { copyTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { Badge } from "../../_ui/badge";
import { Button } from "../../_ui/button";
import { CodeBlock } from "../../_ui/code-block";
import { Checkbox } from "../../_ui/field-choice";
import { Glyph } from "../../_ui/glyph";
import { PlainForm } from "../../_ui/plain-form";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { featureNames, listTasks, type Task } from "./features";
import { Routes } from "./routes";

const looks = { there: "active", missing: "attention", optional: "pending" } as const;

/** What a tool does is ticked; what a complete one lacks comes out, also as lines to paste. */
export function Checklist({ has, t }: { has: readonly string[]; t: Text }) {
  const said = t.bestPractices.checklist;
  const { task, state, calls } = said.columns;
  const tasks = listTasks(has);
  const missing = tasks.filter((one) => one.state === "missing").length;
  return (
    <Section card id="checklist" intro={<p>{said.intro}</p>} title={said.title}>
      <PlainForm label={said.label} method="get" to="/guide/best-practices#checklist">
        <fieldset className="field">
          <legend className="field-label mb-1.5">{said.label}</legend>
          <div className="choices">
            {featureNames.map((feature) => (
              <Checkbox
                defaultChecked={has.includes(feature)}
                id={`has-${feature}`}
                key={feature}
                kind="checkbox"
                label={t.bestPractices.features[feature]}
                name="has"
                value={feature}
              />
            ))}
          </div>
        </fieldset>
        <div className="form-actions">
          <Button>{said.submit}</Button>
        </div>
      </PlainForm>
      {has.length > 0 && (
        <>
          <p className="font-medium">{missing > 0 ? said.missing(missing) : said.none}</p>
          <Table
            caption={said.caption}
            captionHidden
            columns={[{ label: task }, { label: state }, { label: calls }]}
            rows={tasks.map((one) => ({
              key: one.feature,
              attributes: { "data-feature": one.feature, "data-state": one.state },
              cells: [
                t.bestPractices.features[one.feature],
                <Badge key="state" kind={looks[one.state]}>
                  {said.states[one.state]}
                </Badge>,
                <Routes ids={one.calls} key="calls" />,
              ],
            }))}
          />
          <details className="fold">
            <summary className="button button-secondary">
              {said.markdown}
              <Glyph of={chevronDown} />
            </summary>
            <div className="fold-body">
              <CodeBlock
                code={markdown(tasks, t)}
                copy={copyTexts(t, said.markdown)}
                label={said.markdown}
                prose
              />
            </div>
          </details>
        </>
      )}
    </Section>
  );
}

/** The checklist as Markdown, one box a task and its routes below it. */
export function markdown(tasks: readonly Task[], t: Text) {
  const { features, checklist } = t.bestPractices;
  const lines = tasks.flatMap(({ feature, calls, state }) => [
    `- [${state === "there" ? "x" : " "}] ${features[feature]} (${checklist.states[state]})`,
    ...calls.flatMap((id) => findById(id) ?? []).map(({ method, path }) => `  - \`${method} ${path}\``),
  ]);
  return [`# ${checklist.heading}`, "", ...lines, ""].join("\n");
}
