import * as chevronDown from "lucide-react/icons/chevron-down";
import type { ReactNode } from "react";
import { Glyph } from "./glyph";
import { Icon, type IconName } from "./icon";

type Props = {
  /** What is seen on the closed menu. */
  name: string;
  /** What the menu is, for assistive technology: "Account", "Organisation". */
  label: string;
  icon?: IconName;
  /** A quiet line above the entries. */
  detail?: ReactNode;
  /** `MenuLink`s, and forms whose button has the class `menu-item`. */
  children: ReactNode;
};

/** A menu that opens without JavaScript. */
export function Menu({ name, label, icon, detail, children }: Props) {
  return (
    <details className="menu" name="topbar">
      <summary>
        {icon && <Icon name={icon} />}
        <span className="sr-only">{label}: </span>
        <span className="menu-name">{name}</span>
        <Glyph of={chevronDown} />
      </summary>
      <div className="menu-body">
        {detail && <div className="menu-detail">{detail}</div>}
        {children}
      </div>
    </details>
  );
}

/** An entry of a menu that leads somewhere. */
export function MenuLink({
  href,
  current,
  children,
}: {
  href: string;
  current?: boolean;
  children: ReactNode;
}) {
  return (
    <a aria-current={current ? "true" : undefined} className="menu-item" href={href}>
      {children}
    </a>
  );
}
