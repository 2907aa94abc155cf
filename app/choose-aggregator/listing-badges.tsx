import type { ConnectionMethod } from "@/lib/directory/listing-input";
import type { Text } from "../_text/text";
import { Badge } from "../_ui/badge";
import { Icon } from "../_ui/icon";

const methodIcons = { delegation: "idCard", "own-credentials": "key" } as const;

/** One way to connect. */
export function MethodBadge({ method, t }: { method: ConnectionMethod; t: Text }) {
  return (
    <span className="badge">
      <Icon name={methodIcons[method]} />
      {t.directory.methods[method]}
    </span>
  );
}

/** A domain that was proven to be the company's own. */
export function DomainBadge({ domain, t }: { domain: string; t: Text }) {
  return <Badge kind="active">{t.directory.domain(domain)}</Badge>;
}
