import { eq } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { sessions } from "@/db/schema";
import type { Viewer } from "./find-actor";

/**
 * Shows the organisation again that a form was made for, where its person has switched to another one meanwhile in
 * another tab: the form acts for the one its page names, so what follows it is that one's page. Never one that the
 * person does not belong to now. True where it changed.
 */
export async function followForm(
  { sessionId, organisation, organisations }: Pick<Viewer, "sessionId" | "organisation" | "organisations">,
  organisationId: string,
): Promise<boolean> {
  if (organisationId === organisation.id || !organisations.some(({ id }) => id === organisationId))
    return false;
  await asVisitor((tx) =>
    tx.update(sessions).set({ shownOrganisationId: organisationId }).where(eq(sessions.id, sessionId)),
  );
  return true;
}
