import { and, desc, eq, isNull } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { clients, listings, listingVersions } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import type { FieldCode } from "../result";
import { findProvenDomain, type ProvenDomain } from "./find-proven-domain";
import { judgeName } from "./judge-name";
import { changedFields, findAllGaps, type ListingFields } from "./listing-fields";
import { fieldsOf } from "./own-listing";

/** What stands in the directory: shown, taken out by its owner, or held back by the operator. */
export type EntryView = {
  state: "listed" | "unlisted" | "suspended";
  at: Date;
  reason: string;
  name: string;
};

/** Where the newest version stands; one that was approved is the entry itself. */
export type VersionView = {
  id: string;
  revision: number;
  state: "draft" | "submitted" | "changes" | "rejected";
  at: Date;
  reason: string;
  /** Field name -> what its reviewer says of it. */
  comments: Record<string, string>;
};

/** An aggregator's own entry as its members see it. */
export type OwnListingView = {
  entry: EntryView | null;
  version: VersionView | null;
  /** What the form starts from. */
  fields: ListingFields;
  /** The fields in which that differs from what is public. */
  changed: (keyof ListingFields)[];
  /** What keeps it from being submitted. */
  gaps: Record<string, FieldCode>;
  proven: ProvenDomain;
  /** The clients that can stand behind it. */
  clients: { id: string; clientId: string; isSuspended: boolean }[];
};

/** Finds the viewer's organisation's entry, its newest version, and what is missing. */
export async function findListing({ organisation }: Viewer): Promise<OwnListingView> {
  const { id: organisationId, name } = organisation;
  return inOrganisation({ organisationId }, async (tx) => {
    const [entry] = await tx.select().from(listings).where(eq(listings.organisationId, organisationId));
    const [last] = await tx
      .select()
      .from(listingVersions)
      .where(eq(listingVersions.organisationId, organisationId))
      .orderBy(desc(listingVersions.createdAt), desc(listingVersions.id))
      .limit(1);
    const own = await listClients(tx, organisationId);
    const proven = await findProvenDomain(tx, organisationId);
    const live = own.find(({ isSuspended }) => !isSuspended) ?? own[0];
    const version = last && last.decision !== "approve" ? last : undefined;
    const source = version ?? entry;
    const fields = source ? fieldsOf(source) : { ...empty, displayName: name, clientRowId: live?.id ?? "" };
    // A client that was deleted meanwhile stands behind nothing.
    const chosen = own.find(({ id }) => id === fields.clientRowId);
    if (!chosen) fields.clientRowId = live?.id ?? "";
    const isClientLive = own.some(({ id, isSuspended }) => id === fields.clientRowId && !isSuspended);
    const fault = version ? await judgeName(tx, organisationId, fields.displayName) : null;
    return {
      entry: entry ? viewEntry(entry) : null,
      version: version ? viewVersion(version) : null,
      fields,
      changed: entry ? changedFields(fields, fieldsOf(entry)) : [],
      gaps: {
        ...(fault && { displayName: fault }),
        ...findAllGaps(fields, { isClientLive, domain: proven.domain }),
      },
      proven,
      clients: own,
    };
  });
}

const empty: ListingFields = {
  clientRowId: "",
  displayName: "",
  description: "",
  website: "",
  methods: ["delegation"],
  logo: null,
  supportUrl: "",
};

async function listClients(tx: Tx, organisationId: string) {
  const rows = await tx
    .select({ id: clients.id, clientId: clients.clientId, suspendedAt: clients.suspendedAt })
    .from(clients)
    .where(and(eq(clients.organisationId, organisationId), isNull(clients.deletedAt)))
    .orderBy(desc(clients.createdAt))
    .limit(200);
  return rows.map(({ id, clientId, suspendedAt }) => ({ id, clientId, isSuspended: suspendedAt !== null }));
}

function viewEntry(row: typeof listings.$inferSelect): EntryView | null {
  const { approvedAt, unlistedAt, suspendedAt, suspendReason, displayName: name } = row;
  if (suspendedAt) return { state: "suspended", at: suspendedAt, reason: suspendReason ?? "", name };
  if (approvedAt) return { state: "listed", at: approvedAt, reason: "", name };
  return unlistedAt ? { state: "unlisted", at: unlistedAt, reason: "", name } : null;
}

function viewVersion(row: typeof listingVersions.$inferSelect): VersionView {
  const { id, revision, comments, decidedAt, submittedAt, savedAt, decision } = row;
  const about = { id, revision, comments, reason: row.reason ?? "" };
  if (decidedAt) return { ...about, at: decidedAt, state: decision === "reject" ? "rejected" : "changes" };
  return submittedAt
    ? { ...about, at: submittedAt, state: "submitted" }
    : { ...about, at: savedAt, state: "draft" };
}
