import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, members, people } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { findCompanyName } from "../accounts/find-member";
import { holdAlone } from "../accounts/hold-organisation";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { endClient } from "../links/end-client";
import { endLinksOfSellers } from "../links/end-links-of-sellers";
import { tellLinksEnded } from "../links/tell-link";
import { organisationDeletedLetter } from "../mail/letters/privacy";
import { send } from "../mail/send";

/**
 * Ends the actor's organisation for good inside the act's transaction, with its team locked: clients, links of both
 * sides, invitations, entry in the directory; its seller accounts are nobody's again. Both sides of every link are told,
 * and every member. False where it was ended already, or is the marketplace's own.
 */
export async function closeOrganisation(tx: Tx, actor: Actor): Promise<boolean> {
  const { organisationId, personId } = actor;
  // What a colleague is about to link or to make comes before this or not at all.
  await holdAlone(tx, organisationId);
  const name = await findCompanyName(tx, actor);
  const own = await tx
    .select({ id: clients.id, clientId: clients.clientId })
    .from(clients)
    .where(and(eq(clients.organisationId, organisationId), isNull(clients.deletedAt)));
  const ended = [];
  for (const client of own) {
    const { cut, lapsed } = await endClient(tx, actor, client);
    ended.push(...cut, ...lapsed);
  }
  ended.push(...(await endLinksOfSellers(tx, actor)));
  // While its accounts and members are still its own: it is they who say whom to tell.
  await tellLinksEnded(tx, actor, ended);
  const team = await tx
    .select({ name: people.name, email: people.email })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(members.organisationId, organisationId));
  for (const member of team)
    await send(tx, member.email, (language) =>
      organisationDeletedLetter(language, { name: member.name, company: name, by: actor.name }),
    );
  await recordEvent(tx, actor, {
    type: "organisation.deleted",
    organisationId,
    data: { name, clients: own.length, links: ended.length, members: team.length },
  });
  const [closed] = await tx.execute<{ done: boolean }>(
    sql`select close_organisation(${personId}, ${actor.sessionId}, ${now().toISOString()}) as done`,
  );
  return closed?.done === true;
}
