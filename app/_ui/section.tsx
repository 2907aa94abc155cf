import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Props = {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  /** On a surface of its own. */
  card?: boolean;
  /** A stable address of this part of the page. */
  id?: string;
  children?: ReactNode;
};

/** A part of a page under an `h2`. */
export function Section({ title, intro, actions, card, id, children }: Props) {
  return (
    <section className={classNames("section", card && "card")} id={id}>
      <div className="section-head">
        <h2 className={classNames("wrap-anywhere", card && "text-h3")}>{title}</h2>
        {actions}
      </div>
      {intro && <div className="section-intro">{intro}</div>}
      {children}
    </section>
  );
}
