import { eq } from "drizzle-orm";
import { asMachine, inOrganisation } from "@/db/client";
import { organisations } from "@/db/schema";
import { isId } from "../id";
import { ask } from "../tokens/ask";
import { type Claims, portalApiAudience } from "../tokens/claims";
import { tokenMadeAt } from "../tokens/token-id";
import type { ProblemCode } from "./problem";

/** The client that calls, for itself: no person, and nothing but its own links. */
export type ApiCaller = {
  clientRowId: string;
  clientId: string;
  organisationId: string;
  /** What the audit trail and letters name it by. */
  name: string;
  personId: null;
  requestId: string;
  language: "en";
};

type Row = {
  id: string;
  client_id: string;
  organisation_id: string;
  works: boolean;
  is_on: boolean;
  tokens_not_before: Date | null;
  is_ended: boolean;
};

/**
 * The client behind a good token, as it stands at this moment: switching the portal API off, a suspension or a cut
 * works on the very next call. Or why it may not call.
 */
export async function findCaller(claims: Claims, requestId: string): Promise<ApiCaller | ProblemCode> {
  if (!isId(claims.sub)) return "token_invalid";
  const [row] = await ask(asMachine()<Row[]>`
    select c.id, c.client_id, c.organisation_id, c.portal_api_since is not null as is_on, c.tokens_not_before,
      exists (select 1 from ended_tokens e where e.token_id = ${claims.jti}) as is_ended,
      c.suspended_at is null and c.deleted_at is null and o.suspended_at is null as works
    from clients c join organisations o on o.id = c.organisation_id where c.id = ${claims.sub}`);
  if (!row) return "token_invalid";
  const isCut = tokenMadeAt(claims) <= (row.tokens_not_before?.getTime() ?? 0);
  if (!row.works || row.is_ended || isCut) return "token_revoked";
  const { id: clientRowId, client_id: clientId, organisation_id: organisationId } = row;
  if (!row.is_on || !(await mayHaveIt(organisationId))) return "not_allowed";
  // A token from before it was switched on.
  if (!claims.aud.includes(portalApiAudience)) return "token_invalid";
  const name = clientId;
  return { clientRowId, clientId, organisationId, name, personId: null, requestId, language: "en" };
}

async function mayHaveIt(organisationId: string) {
  const [organisation] = await inOrganisation({ organisationId }, (tx) =>
    tx.select({ kind: organisations.kind }).from(organisations).where(eq(organisations.id, organisationId)),
  );
  return organisation !== undefined && organisation.kind !== "seller";
}
