import * as check from "lucide-react/icons/circle-check";
import * as alert from "lucide-react/icons/circle-exclamation-point";
import type { Ref } from "react";
import { ButtonLink } from "../_ui/button";
import { classNames } from "../_ui/class-names";
import { Glyph } from "../_ui/glyph";

type Way = { href: string; label: string };

/** A verdict in plain strings. */
export type VerdictWords = {
  code: string;
  title: string;
  /** How sure it is; "" where there is nothing to doubt. */
  confidence: string;
  happened: string;
  why: string;
  /** What to do, in a sentence or two; "" where there is nothing. */
  todo: string;
  todoTitle: string;
  /** The facts that prove it. */
  evidence: string[];
  evidenceTitle: string;
  owner: string;
  /** Which lamp of the chain stays dark with it. */
  lamp: string;
  fix: Way;
  others: Way[];
  /** Where somebody helps with it. */
  help?: Way;
};

type Props = {
  verdict: VerdictWords;
  report?: Way;
  ref?: Ref<HTMLElement>;
  /** Where a page shows several: names the card's own heading. */
  id?: string;
};

/** What came out of a call: what happened, why, what proves it, whose turn it is, and the ways out. */
export function VerdictCard({ verdict, report, ref, id = "verdict" }: Props) {
  const { code, title, confidence, happened, why, todo, evidence, owner, lamp, fix, others, help } = verdict;
  const good = code === "ok" || code === "ok.but_empty";
  const links = [...others, ...(report ? [report] : []), ...(help ? [help] : [])];
  return (
    <section
      aria-labelledby={id}
      className={classNames("notice", good ? "notice-success" : "notice-warning")}
      data-verdict={code}
      ref={ref}
      tabIndex={-1}
    >
      <Glyph of={good ? check : alert} />
      <div className="notice-body">
        <h2 className="text-h3" id={id}>
          {title}
        </h2>
        <p className="wrap-anywhere">{happened}</p>
        <p className="wrap-anywhere">{why}</p>
        {todo && (
          <p>
            <strong>{verdict.todoTitle}</strong> {todo}
          </p>
        )}
        {!good && <p className="text-caption">{[owner, confidence, lamp].filter(Boolean).join(" · ")}</p>}
        {evidence.length > 0 && (
          <div className="text-caption">
            <p>{verdict.evidenceTitle}</p>
            <ul className="list-disc ps-5">
              {evidence.map((line) => (
                <li className="wrap-anywhere" key={line}>
                  {line}
                </li>
              ))}
            </ul>
          </div>
        )}
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-3">
          <ButtonLink href={fix.href} variant="primary">
            {fix.label}
          </ButtonLink>
          {links.map(({ href, label }) => (
            <a href={href} key={href}>
              {label}
            </a>
          ))}
        </div>
      </div>
    </section>
  );
}
