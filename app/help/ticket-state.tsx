import type { TicketState } from "@/lib/help/ticket-view";
import { Badge, type BadgeKind } from "../_ui/badge";

const kinds: Record<"member" | "operator", Record<TicketState, BadgeKind>> = {
  member: { waits_for_us: "pending", waits_for_you: "attention", solved: "active" },
  operator: { waits_for_us: "attention", waits_for_you: "pending", solved: "active" },
};

type Props = { state: TicketState; words: Record<TicketState, string>; side: "member" | "operator" };

/** Whose turn it is, louder for whoever has to act. */
export function TicketStateBadge({ state, words, side }: Props) {
  return <Badge kind={kinds[side][state]}>{words[state]}</Badge>;
}
