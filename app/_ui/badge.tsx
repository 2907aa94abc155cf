import { Icon, type IconName } from "./icon";

const kinds = {
  active: { icon: "check", tone: "success" },
  pending: { icon: "clock", tone: "info" },
  attention: { icon: "alert", tone: "warning" },
  failed: { icon: "cross", tone: "danger" },
  revoked: { icon: "ban", tone: "neutral" },
  expired: { icon: "hourglass", tone: "neutral" },
  sandbox: { icon: "triangle", tone: "warning" },
} satisfies Record<string, { icon: IconName; tone: string }>;

export type BadgeKind = keyof typeof kinds;

/** A state in a word, with its icon. */
export function Badge({ kind, children }: { kind: BadgeKind; children: string }) {
  const { icon, tone } = kinds[kind];
  return (
    <span className={`badge badge-${tone}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
