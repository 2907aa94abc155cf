import type { Tx } from "@/db/client";
import type { Viewer } from "../accounts/find-actor";
import { recordEvent } from "../audit/record-event";

/** What an operator looked at; whose it is sees in its own history that somebody looked, and at what. */
type Look = {
  kind: "search" | "organisation" | "client" | "seller" | "link" | "first_call";
  /** Whose it is; nobody's where nothing was found, or where what was typed is the desk's business alone. */
  organisationId?: string | null;
  clientRowId?: string;
  sellerId?: number;
  data?: Record<string, string | number>;
};

/** Each look is an event, in the transaction that read what is shown. */
export async function recordLook(tx: Tx, viewer: Viewer, { kind, organisationId, data, ...about }: Look) {
  await recordEvent(tx, viewer, {
    ...about,
    type: "lookup.made",
    organisationId: viewer.organisation.id,
    otherOrganisationId: organisationId ?? null,
    data: { by: "operator", kind, ...data },
  });
}
