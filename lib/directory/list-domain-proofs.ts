import { and, desc, eq, gt } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { domainProofs, listings, listingVersions } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { inSeconds, now } from "../clock";
import type { FieldCode } from "../result";
import { domainCodeTries } from "./domain-code";
import { type DomainRecord, domainRecord } from "./domain-record";
import { findProvenDomain, type ProvenDomain } from "./find-proven-domain";
import { domainOfEmail, judgeDomain, readDomain } from "./judge-domain";
import { isPublicDomain } from "./public-domains";

/** A code that is on its way or was typed wrong; `isOver` where it proves nothing any more. */
type CodeView = { id: string; domain: string; email: string; expiresAt: string; isOver: boolean };

/** What an organisation has proven, has under way, and can do next. */
export type DomainView = {
  proven: ProvenDomain;
  /** The last code asked for within a day, unless something was proven since. */
  code: CodeView | null;
  /** The domain of the viewer's own address, where one button is enough. */
  own: string | null;
  /** The domain that a record is offered for, with that record; null where none comes to mind. */
  offered: { domain: string; record: DomainRecord } | null;
  /** Why there is no record for the domain that was asked for. */
  fault: FieldCode | null;
};

const dayAgo = -86_400;

/** Lists the proofs of the viewer's organisation, and offers a record for the `asked` domain or the likeliest one. */
export async function listDomainProofs(viewer: Viewer, asked: string): Promise<DomainView> {
  const organisationId = viewer.organisation.id;
  return inOrganisation({ organisationId }, async (tx) => {
    const proven = await findProvenDomain(tx, organisationId);
    const [last] = await tx
      .select()
      .from(domainProofs)
      .where(
        and(eq(domainProofs.organisationId, organisationId), gt(domainProofs.createdAt, inSeconds(dayAgo))),
      )
      .orderBy(desc(domainProofs.createdAt), desc(domainProofs.id))
      .limit(1);
    const [version] = await tx
      .select({ website: listingVersions.website })
      .from(listingVersions)
      .where(eq(listingVersions.organisationId, organisationId))
      .orderBy(desc(listingVersions.createdAt))
      .limit(1);
    const [listing] = await tx
      .select({ website: listings.website })
      .from(listings)
      .where(eq(listings.organisationId, organisationId));
    const website = version?.website || listing?.website || "";
    const wanted = asked ? judgeDomain(readDomain(asked), "domain") : null;
    const own = alone(domainOfEmail(viewer.email));
    const domain =
      (wanted?.ok ? wanted.view : null) ?? alone(domainOfWebsite(website)) ?? proven.domain ?? own;
    return {
      proven,
      code: last?.email && last.method === "mail" && !last.provenAt ? codeView(last) : null,
      // A letter adds nothing to a record, and would put another domain in its place.
      own: own === proven.domain || proven.method === "dns" ? null : own,
      fault: (wanted && !wanted.ok && wanted.fields?.domain) || null,
      offered: domain ? { domain, record: domainRecord(organisationId, domain) } : null,
    };
  });
}

function codeView({ id, domain, email, expiresAt, wrongCodes }: typeof domainProofs.$inferSelect): CodeView {
  const isOver = expiresAt <= now() || wrongCodes >= domainCodeTries;
  return { id, domain, email: email ?? "", expiresAt: expiresAt.toISOString(), isOver };
}

const alone = (domain: string | null) => (domain && !isPublicDomain(domain) ? domain : null);

/** "www" is a habit, not a part of a company's domain. */
function domainOfWebsite(website: string) {
  return URL.canParse(website) ? readDomain(new URL(website).hostname.replace(/^www\./, "")) : null;
}
