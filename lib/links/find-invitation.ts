import { sql } from "drizzle-orm";
import { asVisitor, inOrganisation, type Tx } from "@/db/client";
import { now } from "../clock";
import { isId } from "../id";
import { hashToken } from "../secrets";

/** Where an invitation stands; only an open one leads to a link. */
export type InvitationState = "open" | "expired" | "accepted" | "declined" | "withdrawn";

/** An invitation as its receiver may use it. */
export type InvitationView = {
  id: string;
  /** How it was found: by the token of its link, or as a request that waits for the receiver's organisation. */
  by: "token" | "request";
  clientRowId: string;
  clientId: string;
  organisationId: string;
  organisationName: string;
  /** Whether the client or its organisation is suspended or gone. */
  suspended: boolean;
  message: string;
  /** For the link that comes of it, not for the receiver's eye. */
  reference: string;
  /** The only account it may be accepted for; null when the receiver chooses. */
  expectedSellerId: number | null;
  hasAddressee: boolean;
  state: InvitationState;
  createdAt: string;
  expiresAt: string;
};

type Row = {
  id: string;
  client_row_id: string;
  client_id: string;
  organisation_id: string;
  organisation_name: string;
  suspended: boolean;
  message: string;
  reference: string;
  expected_seller_id: string | null;
  created_at: string;
  expires_at: string;
};
type Ends = {
  has_addressee: boolean;
  accepted_at: string | null;
  declined_at: string | null;
  withdrawn_at: string | null;
};

/** Whether a text has the shape of an invitation's token. */
export const isInvitationToken = (text: string) => /^[\w-]{43}$/.test(text);

/** The invitation behind the token of a link, whoever holds it; null for an unknown one. */
export async function findInvitationByToken(token: string): Promise<InvitationView | null> {
  return isInvitationToken(token) ? asVisitor((tx) => findByTokenIn(tx, token)) : null;
}

/** An open request to this organisation, by its id; null for a foreign, ended or unknown one. */
export async function findRequest(organisationId: string, id: string): Promise<InvitationView | null> {
  return isId(id) ? inOrganisation({ organisationId }, (tx) => findRequestIn(tx, id)) : null;
}

/** The open requests that wait for this organisation, newest first: a hundred, in which each sender has a turn. */
export async function listRequests(organisationId: string): Promise<InvitationView[]> {
  return inOrganisation({ organisationId }, async (tx) => {
    const rows = await tx.execute<Row>(sql`select * from requests_to_me(${now().toISOString()})`);
    return rows.map(ofRequest);
  });
}

/**
 * The same by either name, inside an act's own transaction: a token, or the id of a request to the acting
 * organisation.
 */
export async function findInvitationIn(tx: Tx, tokenOrId: string): Promise<InvitationView | null> {
  if (isInvitationToken(tokenOrId)) return findByTokenIn(tx, tokenOrId);
  return isId(tokenOrId) ? findRequestIn(tx, tokenOrId) : null;
}

async function findByTokenIn(tx: Tx, token: string): Promise<InvitationView | null> {
  const [row] = await tx.execute<Row & Ends>(sql`select * from find_invitation(${hashToken(token)})`);
  if (!row) return null;
  return { ...columnsOf(row), by: "token", hasAddressee: row.has_addressee, state: stateOf(row) };
}

async function findRequestIn(tx: Tx, id: string): Promise<InvitationView | null> {
  const at = now().toISOString();
  const [row] = await tx.execute<Row>(sql`select * from requests_to_me(${at}, ${id})`);
  return row ? ofRequest(row) : null;
}

function ofRequest(row: Row): InvitationView {
  return { ...columnsOf(row), by: "request", hasAddressee: true, state: "open" };
}

function stateOf(row: Row & Ends): InvitationState {
  if (row.accepted_at) return "accepted";
  if (row.declined_at) return "declined";
  if (row.withdrawn_at) return "withdrawn";
  return new Date(row.expires_at) > now() ? "open" : "expired";
}

function columnsOf(row: Row) {
  return {
    id: row.id,
    clientRowId: row.client_row_id,
    clientId: row.client_id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    suspended: row.suspended,
    message: row.message,
    reference: row.reference,
    expectedSellerId: row.expected_seller_id === null ? null : Number(row.expected_seller_id),
    createdAt: new Date(row.created_at).toISOString(),
    expiresAt: new Date(row.expires_at).toISOString(),
  };
}
