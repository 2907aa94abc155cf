import type { MatchView } from "@/lib/links/match";

/** Where what a look-up found is looked at; null where it stands for nothing more. */
export function pathOf(match: MatchView): string | null {
  switch (match.kind) {
    case "organisation":
      return `/operator/lookup/organisations/${match.id}`;
    case "client":
      return `/operator/lookup/clients/${match.id}`;
    case "seller":
      return `/operator/lookup/sellers/${match.sellerId}`;
    case "link":
      return `/operator/lookup/links/${match.id}`;
    case "ticket":
      return `/operator/tickets/${match.id}`;
    case "first_call":
      return `/operator/lookup/calls/${match.id}`;
    case "event":
      return match.organisation && `/operator/lookup/organisations/${match.organisation.id}`;
  }
}
