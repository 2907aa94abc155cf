import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { tooMany } from "../accounts/too-many";
import { type Limit, takeLimitIn } from "../limits/take-limit";
import { done, type FieldCode, type Result, refuse } from "../result";
import type { CheckDomainRecordInput } from "./domain-input";
import { domainRecord } from "./domain-record";
import { judgeDomain, readDomain } from "./judge-domain";
import { openDomainProof } from "./open-domain-proof";
import { type RecordAnswer, resolveRecord } from "./resolve-record";
import { settleDomainProof } from "./settle-domain-proof";

const perOrganisation: Limit = { name: "domain-record", max: 20, windowSeconds: 3600 };
const mostShown = 3;
const longestShown = 80;

/** Looks for the record that proves a domain, now; says what is there instead. */
export async function checkDomainRecord(
  actor: Actor,
  input: CheckDomainRecordInput,
): Promise<Result<{ goTo: string }>> {
  const judged = judgeDomain(readDomain(input.domain), "domain");
  const may = await inOrganisation<Result<unknown>>(actor, async (tx) => {
    const refusal = await allow(tx, actor, "check domain record");
    if (refusal) return refusal;
    if (!judged.ok) return judged;
    const room = await takeLimitIn(tx, perOrganisation, actor.organisationId);
    return room.allowed ? done(null) : tooMany(room.retryAfterSeconds);
  });
  if (!may.ok) return may;
  if (!judged.ok) return judged;
  const domain = judged.view;
  const { host, value } = domainRecord(actor.organisationId, domain);
  // Name servers may take seconds, for which no transaction waits.
  const missed = judgeAnswer(await resolveRecord(host, domain), value);
  if (missed) return refuse("invalid", { fields: { domain: missed.code }, facts: missed.facts });
  return inOrganisation(actor, async (tx) => {
    // Of those seconds, too: who was removed meanwhile proves nothing.
    const refusal = await allow(tx, actor, "check domain record");
    if (refusal) return refusal;
    const stale = await spendFormKey(tx, actor, actor.organisationId);
    if (stale) return stale;
    const proof = await openDomainProof(tx, actor, { domain, method: "dns" });
    const outcome = await settleDomainProof(tx, actor, proof, null);
    return outcome === "proven" ? done({ goTo: "/listing?done=domainProven#domain" }) : refuse("expired");
  });
}

/** Why the name servers' answer does not prove the domain; null where it does. */
function judgeAnswer(
  answer: RecordAnswer,
  value: string,
): { code: FieldCode; facts?: { found: string } } | null {
  if (answer === "silent") return { code: "domain_silent" };
  if (answer === "no_domain") return { code: "domain_unknown" };
  const { texts } = answer;
  if (texts.some((text) => text.trim() === value)) return null;
  if (texts.length === 0) return { code: "domain_record_missing" };
  return { code: "domain_record_other", facts: { found: texts.slice(0, mostShown).map(shown).join(" · ") } };
}

/** A stranger's text: one line of plain letters, cut. */
function shown(text: string) {
  const plain = text.replace(/[^\x20-\x7e]+/g, "�");
  return `“${plain.length > longestShown ? `${plain.slice(0, longestShown)}…` : plain}”`;
}
