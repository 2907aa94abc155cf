import type { Viewer } from "@/lib/accounts/find-actor";
import { openSellerId } from "@/lib/first-call/operations";
import type { Report } from "@/lib/first-call/report";
import { type Fix, rowOf } from "@/lib/first-call/verdicts";
import type { Text } from "../_text/text";
import { helpHref } from "../_ui/help-href";

/** Where a button leads, and its words. */
export type Way = { href: string; label: string };

/** What a verdict is told from: a report, or what somebody pasted, where less is known. */
export type Told = Pick<Report, "verdict" | "facts" | "clientId" | "sellerId"> &
  Partial<Pick<Report, "id" | "starter" | "answer" | "operation">> & { isPasted?: true };

type Tried = Pick<Told, "starter" | "clientId" | "sellerId" | "operation">;

/** The tester again with what was typed, but never the secret. */
export function againHref({ starter, clientId, sellerId, operation }: Tried, change: Partial<Tried> = {}) {
  const typed = { clientId, sellerId, ...change };
  const asked = change.operation ?? operation;
  const call = asked && asked !== "sellers.get" ? { operation: asked } : {};
  const known = Object.entries({ clientId: typed.clientId, sellerId: typed.sellerId, ...call });
  if (starter || known.every(([, value]) => !value)) return "/first-call";
  return `/first-call?${new URLSearchParams(known as [string, string][])}`;
}

/** The ways out of a verdict for this reader: the first is the one to take, at most two others stand beside it. */
export function waysOf(t: Text, told: Told, viewer: Viewer | null): [Way, ...Way[]] {
  const ways = rowOf(told.verdict).fixes.flatMap((fix) => (fix ? [wayOf(fix, t, told, viewer)] : []));
  const [first = explain(t, told), ...rest] = ways;
  const others = rest.filter(
    ({ href }, at) => [first, ...rest].findIndex((way) => way.href === href) === at + 1,
  );
  return [first, ...others];
}

const explain = (t: Text, { verdict }: Told): Way => ({
  href: `/guide/errors/${verdict}`,
  label: t.diagnosis.fixes.explain,
});

function wayOf(fix: Fix, t: Text, told: Told, viewer: Viewer | null): Way {
  const { fixes } = t.firstCall;
  const said = t.diagnosis.fixes;
  // What failed elsewhere cannot be run again here, only tried here.
  const again = { href: againHref(told), label: told.isPasted ? said.tester : fixes.again };
  switch (fix) {
    case "next":
      return next(t, told, viewer);
    case "client":
      return ofClient(t, told, again);
    case "link":
      return ofLink(t, told, viewer);
    case "invitations":
      return { href: "/invitations", label: said.invitations };
    case "type again":
      return typeAgain(t, told);
    case "other client":
      return { href: againHref(told, { clientId: told.facts.otherClientId }), label: said.otherClient };
    case "open seller":
      return { href: againHref(told, { sellerId: openSellerId }), label: fixes.openSeller };
    case "seller information":
      return { href: againHref(told, { operation: "sellers.get" }), label: said.sellerInformation };
    case "files":
      return { href: "/tools/collections", label: said.files };
    case "reference":
      return { href: "/guide/reference", label: said.reference };
    case "best practices":
      return { href: "/guide/best-practices", label: said.bestPractices };
    case "paste":
      return { href: "/tools/paste", label: said.paste };
    case "explain":
      return explain(t, told);
    case "help":
      return { href: askHref(told), label: said.help };
    default:
      return again;
  }
}

/** Help, with what is known of this call; the reader sees it before it is sent. */
export function askHref({ id, verdict, clientId, sellerId, answer }: Told) {
  const known = { code: verdict, reference: answer?.traceId, clientId, sellerId, firstCallId: id };
  return helpHref({ path: id ? "/first-call" : "/tools/paste", ...known });
}

/** What was wrong is not filled in again. */
function typeAgain(t: Text, told: Told): Way {
  const { verdict } = told;
  const label = told.isPasted ? t.diagnosis.fixes.tester : t.firstCall.fixes.typeAgain;
  if (verdict === "token.swapped") return { href: againHref(told, { clientId: "" }), label };
  return { href: againHref(told, verdict.startsWith("seller.") ? { sellerId: "" } : {}), label };
}

function ofClient(t: Text, told: Told, again: Way): Way {
  const { fixes } = t.firstCall;
  const { clientRowId, deletedAt, suspendedBy, writtenAs } = told.facts;
  if (writtenAs)
    return { href: againHref(told, { clientId: writtenAs }), label: t.diagnosis.fixes.otherClient };
  if (deletedAt) return { href: "/new-client", label: fixes.newClient };
  if (!clientRowId) return told.isPasted ? again : { ...again, label: fixes.typeAgain };
  const client = `/clients/${clientRowId}`;
  if (told.verdict !== "token.client_suspended")
    return { href: `${client}#add-secret`, label: fixes.addSecret };
  if (suspendedBy === "operator") return { href: askHref(told), label: t.diagnosis.fixes.help };
  return { href: `${client}#suspend`, label: fixes.resume };
}

function ofLink(t: Text, told: Told, viewer: Viewer | null): Way {
  const { fixes } = t.firstCall;
  const { clientRowId } = told.facts;
  // Only a seller links; whoever works for one asks.
  if (clientRowId && viewer && viewer.organisation.kind !== "seller") {
    const asked = new URLSearchParams({ clientId: told.clientId, expectedSellerId: told.sellerId });
    return { href: `/invitations?${asked}`, label: fixes.askSeller };
  }
  if (clientRowId) return { href: `/clients/${clientRowId}#links`, label: fixes.links };
  if (viewer?.organisation.kind === "seller")
    return { href: "/new-client?as=seller", label: fixes.newClient };
  return { href: againHref(told, { sellerId: openSellerId }), label: fixes.openSeller };
}

/** After a success: a visitor signs up, a member with no client of theirs makes one, everybody else goes on. */
function next(t: Text, { starter }: Told, viewer: Viewer | null): Way {
  const { fixes } = t.firstCall;
  if (!viewer) return { href: "/sign-up", label: fixes.signUp };
  if (starter) return { href: "/new-client", label: fixes.newClient };
  const { kind } = viewer.organisation;
  return { href: kind === "operator" ? "/clients" : `/${kind}`, label: fixes.guide };
}
