"use client";
import * as chevronDown from "lucide-react/icons/chevron-down";
import { useRouter } from "next/navigation";
import {
  type ChangeEvent,
  type FormEvent,
  type ReactNode,
  useActionState,
  useEffect,
  useRef,
  useState,
} from "react";
import { type Refusal, refuse } from "@/lib/result";
import type { ServerAction } from "../_ui/action-form";
import { Button } from "../_ui/button";
import type { FormTexts } from "../_ui/form-context";
import { FormField } from "../_ui/form-field";
import { FormFrame } from "../_ui/form-frame";
import { Glyph } from "../_ui/glyph";
import { Notice } from "../_ui/notice";
import { readLines } from "./read-lines";
import { StepList, type StepRow } from "./step-list";
import { VerdictCard, type VerdictWords } from "./verdict-card";

type Option = { value: string; label: string };
type Words = Record<
  | "clientId"
  | "clientIdHint"
  | "clientSecret"
  | "clientSecretHint"
  | "sellerId"
  | "sellerIdHint"
  | "operation"
  | "faults"
  | "scenario"
  | "scenarioHint"
  | "submit"
  | "sending"
  | "cancel"
  | "cancelled"
  | "brokenOff"
  | "open"
  | "stepsTitle",
  string
>;

type Props = {
  action: ServerAction<{ goTo: string }>;
  formKey: string;
  initial: { clientId: string; sellerId: string };
  choices: { clientIds: string[]; sellerIds: string[] };
  /** The call whose fields are shown. */
  operation: string;
  operations: Option[];
  /** The fields of that call, and their names. */
  children: ReactNode;
  fieldLabels: Record<string, string>;
  scenarios: Option[];
  words: Words;
  texts: FormTexts;
};

type Course = {
  isRunning: boolean;
  isCancelled?: boolean;
  rows: StepRow[];
  refusal?: Refusal;
  verdict?: VerdictWords;
  href?: string;
};

/**
 * The tester's form. Without JavaScript it is a plain form that leads to the report; with it the same fields go to
 * the route that tells each step as it happens, and leaving or cancelling breaks the call off.
 */
export function Tester(props: Props) {
  const { action, formKey, initial, choices, operations, scenarios, words, texts } = props;
  const router = useRouter();
  const [state, submit, isPending] = useActionState(action, null);
  const [key, setKey] = useState(formKey);
  const [course, setCourse] = useState<Course | null>(null);
  const call = useRef<AbortController>(null);
  const verdict = useRef<HTMLElement>(null);
  useEffect(() => () => call.current?.abort(), []);
  useEffect(() => {
    if (course?.verdict) verdict.current?.focus();
  }, [course?.verdict]);

  const brokenOff = (row: StepRow): StepRow =>
    row.state === "running" ? { ...row, state: "skipped", word: words.brokenOff } : row;

  /** Another call brings other fields; what was typed so far stays, the secret included. */
  function change({ target: { value, form } }: ChangeEvent<HTMLSelectElement>) {
    const typed = form && new FormData(form);
    const known = ["clientId", "sellerId"].map((name) => [name, String(typed?.get(name) ?? "")]);
    router.replace(`/first-call?${new URLSearchParams([["operation", value], ...known])}`, { scroll: false });
  }

  async function watch(event: FormEvent<HTMLElement>) {
    event.preventDefault();
    if (course?.isRunning) return;
    const body = new FormData(event.target as HTMLFormElement);
    const mine = new AbortController();
    call.current = mine;
    const next: Course = { isRunning: true, rows: [] };
    const show = (change: Partial<Course>) => setCourse({ ...Object.assign(next, change) });
    show({});
    try {
      const accept = { accept: "application/x-ndjson" };
      const answer = await fetch("/first-call/run", {
        method: "POST",
        body,
        headers: accept,
        signal: mine.signal,
      });
      if (!answer.ok || !answer.body) throw new Error("no lines");
      for await (const line of readLines(answer.body)) {
        if (line.kind === "begin") setKey(line.formKey);
        else if (line.kind === "refused") show({ refusal: line.refusal });
        else if (line.kind === "step") show({ rows: put(next.rows, line.row) });
        else {
          show({ verdict: line.verdict, href: line.href });
          history.replaceState(null, "", line.href);
        }
      }
      show({
        isRunning: false,
        rows: next.rows.map(brokenOff),
        refusal: next.refusal ?? (next.verdict ? undefined : refuse("unavailable")),
      });
    } catch {
      const isCancelled = mine.signal.aborted;
      const refusal = isCancelled ? undefined : refuse("unavailable");
      show({ isRunning: false, isCancelled, rows: next.rows.map(brokenOff), refusal });
    }
  }

  const { clientId, clientSecret, sellerId, operation, scenario } = words;
  const cancel = (
    <Button onClick={() => call.current?.abort()} type="button" variant="secondary">
      {words.cancel}
    </Button>
  );
  return (
    <>
      <div onSubmit={watch}>
        <FormFrame
          action={submit}
          aside={course?.isRunning && cancel}
          formKey={key}
          isPending={isPending || course?.isRunning === true}
          labels={{ clientId, clientSecret, sellerId, operation, ...props.fieldLabels, scenario }}
          pending={words.sending}
          state={course ? (course.refusal ?? null) : state}
          submit={words.submit}
          texts={texts}
        >
          <FormField
            autoCapitalize="none"
            autoComplete="off"
            defaultValue={initial.clientId}
            hint={words.clientIdHint}
            label={clientId}
            list="own-clients"
            mono
            name="clientId"
            spellCheck={false}
          />
          <FormField
            autoComplete="off"
            hint={words.clientSecretHint}
            label={clientSecret}
            mono
            name="clientSecret"
            spellCheck={false}
            type="password"
          />
          <FormField
            autoComplete="off"
            defaultValue={initial.sellerId}
            hint={words.sellerIdHint}
            label={sellerId}
            list="own-sellers"
            mono
            name="sellerId"
            spellCheck={false}
          />
          <FormField
            defaultValue={props.operation}
            kind="select"
            label={operation}
            name="operation"
            onChange={change}
            options={operations}
          />
          {props.children}
          <details className="fold">
            <summary className="button button-quiet">
              {words.faults}
              <Glyph of={chevronDown} />
            </summary>
            <div className="fold-body">
              <FormField
                hint={words.scenarioHint}
                kind="select"
                label={scenario}
                name="scenario"
                options={scenarios}
              />
            </div>
          </details>
        </FormFrame>
        <Choices id="own-clients" values={choices.clientIds} />
        <Choices id="own-sellers" values={choices.sellerIds} />
      </div>
      {course && course.rows.length > 0 && (
        <section aria-label={words.stepsTitle} aria-live="polite" className="card">
          <StepList rows={course.rows} />
        </section>
      )}
      {course?.isCancelled && (
        <Notice live>
          <p>{words.cancelled}</p>
        </Notice>
      )}
      {course?.verdict && (
        <VerdictCard
          ref={verdict}
          report={course.href ? { href: course.href, label: words.open } : undefined}
          verdict={course.verdict}
        />
      )}
    </>
  );
}

/** A row takes the place of the one that told of the same step before. */
const put = (rows: StepRow[], row: StepRow) => [...rows.filter(({ step }) => step !== row.step), row];

function Choices({ id, values }: { id: string; values: string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}
