import type { Viewer } from "@/lib/accounts/find-actor";
import { nextPath } from "@/lib/accounts/next-path";
import { findReport } from "@/lib/first-call/find-report";
import type { TicketView } from "@/lib/help/find-ticket";
import { isId } from "@/lib/id";
import { lampNames } from "@/lib/links/judge-chain";
import { redactText } from "@/lib/redact";
import type { Text } from "../_text/text";

type Context = TicketView["context"];
export type HelpQuery = Record<string, string | string[] | undefined>;

/**
 * What the page before said about itself, as far as it can be true: paths of ours, codes that we have words for, ids
 * of the right shape, reports of the reader's own organisation. The rest is dropped without a word.
 */
export async function readContext(query: HelpQuery, viewer: Viewer, t: Text): Promise<Context> {
  const one = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value : "";
  };
  const only = (name: string, fits: (text: string) => boolean) => (fits(one(name)) ? one(name) : undefined);
  const report = await findOwnReport(one("firstCallId"), viewer);
  const context: Context = {
    path: pathOf(one("path")),
    code: only("code", (code) => isCode(code, t)) ?? report?.verdict,
    reference: only("reference", (id) => isId(id) || /^\d{4,20}$/.test(id)),
    clientId: only("clientId", isClientId) ?? report?.clientId,
    sellerId: only("sellerId", (id) => /^[1-9]\d{0,11}$/.test(id)) ?? report?.sellerId,
    lamp: only("lamp", (name) => lampNames.some((lamp) => lamp === name)),
    firstCallId: report?.id,
    // A report is about somebody.
    topic: isClientId(one("clientId")) && one("topic") === "report" ? "report" : undefined,
  };
  return JSON.parse(JSON.stringify(context));
}

function pathOf(text: string) {
  const path = nextPath(text, "").replace(/[?#].*$/, "");
  return path && path.length <= 200 ? redactText(path) : undefined;
}

function isCode(code: string, t: Text) {
  return Object.hasOwn(t.refusals, code) || Object.hasOwn(t.firstCall.verdicts, code);
}

/** A clientId is whatever its owner chose, long ago too; a secret in its place goes nowhere. */
function isClientId(text: string) {
  return text !== "" && text.length <= 200 && !/\p{Cc}/u.test(text) && redactText(text) === text;
}

async function findOwnReport(id: string, viewer: Viewer) {
  // The organisation that asks, not another one of the same person.
  return findReport(id, { viewer: { ...viewer, organisations: [viewer.organisation] }, visitorId: "" });
}
