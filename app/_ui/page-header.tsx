import type { ReactNode } from "react";
import { Icon } from "./icon";

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  badge?: ReactNode;
  back?: { href: string; label: string };
  actions?: ReactNode;
};

/** The head of a page: where one comes from, its one `h1`, what can be done here. */
export function PageHeader({ title, lead, badge, back, actions }: Props) {
  return (
    <header className="page-header">
      {back && (
        <a className="page-header-back" href={back.href}>
          <Icon name="arrowLeft" />
          {back.label}
        </a>
      )}
      <div className="page-header-row">
        <div className="page-header-words">
          <div className="page-header-title">
            <h1>{title}</h1>
            {badge}
          </div>
          {lead && <div className="page-header-lead">{lead}</div>}
        </div>
        {actions && <div className="page-header-actions">{actions}</div>}
      </div>
    </header>
  );
}
