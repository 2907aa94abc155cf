import type { OwnListingView } from "@/lib/directory/find-listing";
import type { BadgeKind } from "../_ui/badge";

/** The one word for an entry: what is on its way counts before what stands in the list. */
export function stateOf({ entry, version }: Pick<OwnListingView, "entry" | "version">) {
  if (entry?.state === "suspended") return entry.state;
  return version?.state ?? entry?.state ?? "none";
}

export const badgeKinds: Record<ReturnType<typeof stateOf>, BadgeKind> = {
  none: "revoked",
  draft: "pending",
  submitted: "pending",
  changes: "attention",
  rejected: "failed",
  listed: "active",
  unlisted: "revoked",
  suspended: "failed",
};
