import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type Props = {
  href: string;
  icon: IconName;
  title: string;
  text: string;
  /** "You need", "takes", "you get". */
  facts?: { label: string; value: string }[];
  go: string;
};

/** The grid that doors stand in. */
export function Doors({ children }: { children: ReactNode }) {
  return <div className="doors">{children}</div>;
}

/** One door: the whole card leads to it. */
export function DoorCard({ href, icon, title, text, facts = [], go }: Props) {
  return (
    <article className="card door">
      <Icon name={icon} />
      <h2 className="text-h3">
        <a className="door-link" href={href}>
          {title}
        </a>
      </h2>
      <p className="door-text">{text}</p>
      {facts.length > 0 && (
        <dl className="door-facts">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <span aria-hidden="true" className="door-go">
        {go}
        <Icon name="arrowRight" />
      </span>
    </article>
  );
}
