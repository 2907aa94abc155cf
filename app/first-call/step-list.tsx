import * as check from "lucide-react/icons/check";
import * as clock from "lucide-react/icons/clock";
import * as minus from "lucide-react/icons/minus";
import * as cross from "lucide-react/icons/x";
import { classNames } from "../_ui/class-names";
import { Glyph } from "../_ui/glyph";

/** One step, in plain strings. */
export type StepRow = {
  step: string;
  state: "running" | "ok" | "failed" | "skipped";
  /** `ok` or the verdict code, once the step has ended. */
  code?: string;
  label: string;
  /** The word for the state. */
  word: string;
  time: string;
  note: string;
};

const looks = {
  running: { glyph: clock, tone: "text-info" },
  ok: { glyph: check, tone: "text-success" },
  failed: { glyph: cross, tone: "text-danger" },
  skipped: { glyph: minus, tone: "text-muted" },
};

/** The steps of a first call, as far as they have come: icon and word, label, note, milliseconds. */
export function StepList({ rows }: { rows: StepRow[] }) {
  return (
    <ol className="divide-y divide-border">
      {rows.map(({ step, state, code, label, word, time, note }) => (
        <li
          className={classNames(
            "flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5",
            state === "skipped" && "text-muted",
          )}
          data-code={code}
          data-state={state}
          data-step={step}
          key={step}
        >
          <Glyph className={looks[state].tone} of={looks[state].glyph} />
          <span className="font-medium">{label}</span>
          <span className={classNames("text-caption", looks[state].tone)}>{word}</span>
          {note && <span className="min-w-0 text-caption text-muted">{note}</span>}
          <span className="mono ms-auto text-caption text-muted tabular-nums">{time}</span>
        </li>
      ))}
    </ol>
  );
}
