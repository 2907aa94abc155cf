import { eq } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { organisations } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { mayMailIn } from "../accounts/mail-limit";
import { tooMany } from "../accounts/too-many";
import { env } from "../env";
import { newId } from "../id";
import { type Limit, takeLimitIn } from "../limits/take-limit";
import { domainCodeLetter } from "../mail/letters/domains";
import { send } from "../mail/send";
import { done, type Result } from "../result";
import { hashDomainCode, makeDomainCode } from "./domain-code";
import type { AskForDomainCodeInput } from "./domain-input";
import { domainOfEmail, judgeDomain } from "./judge-domain";
import { isProvenByRecord, openDomainProof } from "./open-domain-proof";

const perOrganisation: Limit = { name: "domain-code", max: 10, windowSeconds: 3600 };

/** Says that a domain is the organisation's: a code goes to an address there, good for an hour and five tries. */
export async function askForDomainCode(
  actor: Actor,
  { email }: AskForDomainCodeInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "ask for domain code");
    if (refusal) return refusal;
    const judged = judgeDomain(domainOfEmail(email), "email");
    if (!judged.ok) return judged;
    const domain = judged.view;
    const proofId = newId();
    const stale = await spendFormKey(tx, actor, proofId);
    if (stale) return stale;
    if (await isProvenByRecord(tx, actor.organisationId, domain))
      return done({ goTo: "/listing?done=domainAlready#domain" });
    const room = await takeLimitIn(tx, perOrganisation, actor.organisationId);
    if (!room.allowed) return tooMany(room.retryAfterSeconds);
    if (!(await mayMailIn(tx, email, "domain-code"))) return tooMany(3600);
    const code = makeDomainCode();
    const codeHash = hashDomainCode(proofId, code);
    await openDomainProof(tx, actor, { id: proofId, domain, method: "mail", email, codeHash });
    await mailCode(tx, actor, { email, domain, code });
    return done({ goTo: "/listing?done=domainCodeSent#domain" });
  });
}

async function mailCode(tx: Tx, actor: Actor, about: { email: string; domain: string; code: string }) {
  const [organisation] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, actor.organisationId));
  const asker = { name: actor.name, companyName: organisation?.name ?? "" };
  const facts = { ...asker, ...about, href: `${env().PUBLIC_URL}/listing#domain` };
  await send(tx, about.email, (language) => domainCodeLetter(language, facts), actor.language);
}
