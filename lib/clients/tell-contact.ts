import type { Tx } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { mayMailIn } from "../accounts/mail-limit";
import { env } from "../env";
import { type ClientLetterKind, clientLetter } from "../mail/letters/clients";
import { send } from "../mail/send";

/**
 * Writes to a client's contact about what an actor did to it, in the act's own transaction. The address is typed by
 * the client's owner and proven by nobody, so a stranger's mail box takes five letters of a kind an hour at most.
 */
export async function tellContact(
  tx: Tx,
  actor: Pick<Actor, "name" | "language">,
  client: { id: string; clientId: string; contactEmail: string },
  kind: ClientLetterKind,
) {
  if (!(await mayMailIn(tx, client.contactEmail, `client-${kind}`))) return;
  const page = kind === "deleted" ? "/clients" : `/clients/${client.id}`;
  const about = { name: actor.name, clientId: client.clientId, href: env().PUBLIC_URL + page };
  await send(tx, client.contactEmail, (language) => clientLetter(language, kind, about), actor.language);
}
