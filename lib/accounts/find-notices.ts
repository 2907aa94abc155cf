import { and, eq } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import {
  type DigestRhythm,
  digests,
  type NoticeChoice,
  noticeChoices,
  type OrganisationKind,
  people,
} from "@/db/schema";
import { type NoticeName, noticesFor } from "../mail/notices";
import type { Viewer } from "./find-actor";

/** What a person is asked about, and what they chose; a summary is null where their organisation has none. */
export type NoticesView = {
  notices: { name: NoticeName; choice: NoticeChoice }[];
  rhythm: "daily" | "weekly";
  summary: DigestRhythm | null;
};

/** Whose members may order a summary: who works at the desk, or has many links to keep an eye on. */
export const hasSummary = (kind: OrganisationKind) => kind !== "seller";

/** The viewer's own notices, and the summary of the organisation they act for. */
export async function findNotices({ personId, organisation, organisations }: Viewer): Promise<NoticesView> {
  return inOrganisation({ organisationId: organisation.id }, async (tx) => {
    const chosen = await tx.select().from(noticeChoices).where(eq(noticeChoices.personId, personId));
    const [person] = await tx
      .select({ rhythm: people.digestRhythm })
      .from(people)
      .where(eq(people.id, personId));
    const [digest] = await tx
      .select({ rhythm: digests.rhythm })
      .from(digests)
      .where(and(eq(digests.personId, personId), eq(digests.organisationId, organisation.id)));
    const names = noticesFor(organisations.map(({ kind }) => kind));
    return {
      notices: names.map((name) => ({
        name,
        choice: chosen.find(({ notice }) => notice === name)?.choice ?? "mail",
      })),
      rhythm: person?.rhythm ?? "daily",
      summary: hasSummary(organisation.kind) ? (digest?.rhythm ?? "off") : null,
    };
  });
}
