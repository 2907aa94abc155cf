import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type Props = {
  icon: IconName;
  title: string;
  /** Why there is nothing yet. */
  children: ReactNode;
  /** One button, and at most one link beside it. */
  actions?: ReactNode;
};

/** What stands where a list would be: why it is empty, and the one thing to do about it. */
export function EmptyState({ icon, title, children, actions }: Props) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p className="text-lead font-medium">{title}</p>
      <div className="empty-text">{children}</div>
      {actions && <div className="empty-actions">{actions}</div>}
    </div>
  );
}
