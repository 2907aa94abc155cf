import * as check from "lucide-react/icons/circle-check";
import * as alert from "lucide-react/icons/circle-exclamation-point";
import type { Ref } from "react";
import { ButtonLink } from "../_ui/button";
import { classNames } from "../_ui/class-names";
import { Glyph } from "../_ui/glyph";

/** A verdict in plain strings. */
export type VerdictWords = {
  code: string;
  title: string;
  happened: string;
  why: string;
  owner: string;
  fix: { href: string; label: string };
};

type Props = { verdict: VerdictWords; report?: { href: string; label: string }; ref?: Ref<HTMLElement> };

/** What came out of a first call: what happened, why, whose turn it is, and one way on. */
export function VerdictCard({ verdict: { code, title, happened, why, owner, fix }, report, ref }: Props) {
  const good = code === "ok";
  return (
    <section
      aria-labelledby="verdict"
      className={classNames("notice", good ? "notice-success" : "notice-warning")}
      data-verdict={code}
      ref={ref}
      tabIndex={-1}
    >
      <Glyph of={good ? check : alert} />
      <div className="notice-body">
        <h2 className="text-h3" id="verdict">
          {title}
        </h2>
        <p className="wrap-anywhere">{happened}</p>
        <p>{why}</p>
        {!good && <p className="text-caption">{owner}</p>}
        <div className="mt-2 flex flex-wrap items-center gap-3">
          <ButtonLink href={fix.href} variant="primary">
            {fix.label}
          </ButtonLink>
          {report && <a href={report.href}>{report.label}</a>}
        </div>
      </div>
    </section>
  );
}
