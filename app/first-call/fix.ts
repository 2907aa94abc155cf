import type { Viewer } from "@/lib/accounts/find-actor";
import { openSellerId } from "@/lib/first-call/operations";
import type { Report } from "@/lib/first-call/report";
import { verdicts } from "@/lib/first-call/verdicts";
import type { Text } from "../_text/text";

/** Where a button leads, and its words. */
export type Way = { href: string; label: string };

/** The tester again with what was typed, but never the secret. */
export function againHref({ starter, clientId, sellerId }: Report, change: Partial<Report> = {}) {
  if (starter) return "/first-call";
  const typed = { clientId, sellerId, ...change };
  return `/first-call?${new URLSearchParams({ clientId: typed.clientId, sellerId: typed.sellerId })}`;
}

/** The one page that mends a verdict for this reader. */
export function fixOf(t: Text, report: Report, viewer: Viewer | null): Way {
  const { fixes } = t.firstCall;
  const { clientRowId, deletedAt } = report.facts;
  const client = clientRowId && !deletedAt ? `/clients/${clientRowId}` : "";
  const again = { href: againHref(report), label: fixes.again };
  switch (verdicts[report.verdict].fix) {
    case "next":
      return next(t, report, viewer);
    case "client":
      if (deletedAt) return { href: "/new-client", label: fixes.newClient };
      if (!client) return { ...again, label: fixes.typeAgain };
      return report.verdict === "token.client_suspended"
        ? { href: `${client}#suspend`, label: fixes.resume }
        : { href: `${client}#add-secret`, label: fixes.addSecret };
    case "link":
      // Only a seller links; whoever works for one asks.
      if (client && viewer && viewer.organisation.kind !== "seller") {
        const asked = new URLSearchParams({ clientId: report.clientId, expectedSellerId: report.sellerId });
        return { href: `/invitations?${asked}`, label: fixes.askSeller };
      }
      if (client) return { href: `${client}#links`, label: fixes.links };
      if (viewer?.organisation.kind === "seller")
        return { href: "/new-client?as=seller", label: fixes.newClient };
      return { href: againHref(report, { sellerId: openSellerId }), label: fixes.openSeller };
    case "type again":
      return { href: againHref(report, { sellerId: "" }), label: fixes.typeAgain };
    default:
      return again;
  }
}

/** After a success: a visitor signs up, a member with no client of theirs makes one, everybody else goes on. */
function next(t: Text, { starter }: Report, viewer: Viewer | null): Way {
  const { fixes } = t.firstCall;
  if (!viewer) return { href: "/sign-up", label: fixes.signUp };
  if (starter) return { href: "/new-client", label: fixes.newClient };
  const { kind } = viewer.organisation;
  return { href: kind === "operator" ? "/clients" : `/${kind}`, label: fixes.guide };
}
