import { desc, eq } from "drizzle-orm";
import { asFounder } from "@/db/client";
import { domainProofs, events, organisations } from "@/db/schema";
import { withFormKey } from "@/db/testing";
import { lettersTo } from "../accounts/act.testing";
import type { Actor } from "../accounts/actor";
import { askForDomainCode } from "./ask-for-domain-code";
import { checkDomainRecord } from "./check-domain-record";
import { proveDomain } from "./prove-domain";
import { useOwnDomain } from "./use-own-domain";

/** Asks for a code. */
export const askCode = (actor: Actor, email: string) =>
  askForDomainCode(withFormKey(actor, { act: "ask for domain code" }), { do: "domain_code", email });

/** Types a code. */
export const typeCode = (actor: Actor, proofId: string, code: string) =>
  proveDomain(withFormKey(actor, { act: "prove domain", offered: { proofId: [proofId] } }), {
    do: "domain_prove",
    proofId,
    code,
  });

/** Presses the button for one's own address. */
export const pressOwn = (actor: Actor) => useOwnDomain(withFormKey(actor, { act: "use own domain" }));

/** Looks for the record. */
export const checkRecord = (actor: Actor, domain: string) =>
  checkDomainRecord(withFormKey(actor, { act: "check domain record" }), { do: "domain_check", domain });

/** The organisation's proofs, newest first. */
export const proofsOf = ({ organisationId }: Actor) =>
  asFounder((tx) =>
    tx
      .select()
      .from(domainProofs)
      .where(eq(domainProofs.organisationId, organisationId))
      .orderBy(desc(domainProofs.createdAt), desc(domainProofs.id)),
  );

/** Asks for a code and has it. */
export async function mailedCode(actor: Actor, email: string) {
  const asked = await askCode(actor, email);
  if (!asked.ok) throw new Error(`not asked: ${asked.code}`);
  const [proof] = await proofsOf(actor);
  const text = (await lettersTo(email)).at(-1)?.text ?? "";
  return { id: proof?.id ?? "", code: /(\d{4}) (\d{4})/.exec(text)?.slice(1).join("") ?? "" };
}

/** Another code of the same shape. */
export const another = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, "0");

/** What is shown beside the organisation's name. */
export async function shownDomain({ organisationId }: Actor) {
  const [row] = await asFounder((tx) =>
    tx
      .select({
        domain: organisations.domain,
        proof: organisations.domainProof,
        at: organisations.domainVerifiedAt,
      })
      .from(organisations)
      .where(eq(organisations.id, organisationId)),
  );
  return row?.at ? [row.domain, row.proof] : null;
}

/** What the audit trail says of domains. */
export async function domainEvents({ organisationId }: Actor) {
  const rows = await asFounder((tx) =>
    tx.select().from(events).where(eq(events.organisationId, organisationId)).orderBy(events.id),
  );
  return rows.filter(({ type }) => type === "domain.proven").map(({ data }) => data);
}
