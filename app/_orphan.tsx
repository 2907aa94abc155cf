import { lastRefusal } from "@/lib/last-refusal";
import { RefusedPage } from "./_refusal";
import type { Text } from "./_text/text";

type Props = { t: Text; isShown: (act: string, values: Record<string, string>) => boolean };

/**
 * A refusal whose form is gone from the page: somebody else was faster, or the act had happened already. The forms
 * that are still there say their own; `isShown` tells which.
 */
export function OrphanRefusal({ t, isShown }: Props) {
  const last = lastRefusal();
  if (!last || isShown(last.act, last.refusal.values ?? {})) return null;
  return <RefusedPage code={last.refusal.code} facts={last.refusal.facts} t={t} />;
}
