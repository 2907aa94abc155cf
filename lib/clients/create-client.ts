import { inOrganisation, type Tx } from "@/db/client";
import { clients } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { newId } from "../id";
import { foldEmail } from "../input";
import { done, type Refusal, type Result, refuse } from "../result";
import { foldClientId } from "./client-id";
import { findFreeClientIds } from "./find-free-client-ids";
import type { CreateClientInput } from "./input";
import { insertSecret } from "./insert-secret";
import { limitClients } from "./limit-clients";
import { tellContact } from "./tell-contact";

/** A client just made. `secret` is its plaintext, here and never again. */
export type NewClientView = {
  clientRowId: string;
  clientId: string;
  secret: string;
  madeAt: string;
  sellerId: number | null;
  shopName: string | null;
};

/** Makes a client with its first secret, linked to nothing. For partners and aggregators. */
export async function createClient(actor: Actor, input: CreateClientInput): Promise<Result<NewClientView>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "create client");
    if (refusal) return refusal;
    const made = await insertClient(tx, actor, input);
    if (!made.ok) return made;
    return done({ ...made.view, sellerId: null, shopName: null });
  });
}

/** The part all ways of creating share: key, row, secret, events, letter; in the caller's transaction. */
export async function insertClient(
  tx: Tx,
  actor: Actor,
  input: CreateClientInput,
): Promise<{ ok: true; view: Omit<NewClientView, "sellerId" | "shopName"> } | Refusal> {
  const id = newId();
  const stale = await spendFormKey(tx, actor, id);
  if (stale) return stale;
  if (foldEmail(input.clientId) === foldEmail(actor.email)) {
    return refuse("invalid", { fields: { clientId: "client_id_email" } });
  }
  const full = await limitClients(tx, actor);
  if (full) return full;
  const { clientId, contactEmail, purpose } = input;
  const row = {
    id,
    organisationId: actor.organisationId,
    clientId,
    contactEmail,
    purpose,
    createdBy: actor.personId,
  };
  const claimed = await tx
    .insert(clients)
    .values({ ...row, fold: foldClientId(clientId), createdAt: now() })
    .onConflictDoNothing()
    .returning({ id: clients.id });
  if (claimed.length === 0) {
    const suggestions = await findFreeClientIds(clientId, 3, tx);
    return refuse("taken", {
      fields: { clientId: "client_id_taken" },
      facts: { suggestions: suggestions.join("\n") },
    });
  }
  const { secret, id: secretId, madeAt } = await insertSecret(tx, actor, { id }, "");
  const about = { organisationId: actor.organisationId, clientRowId: id };
  await recordEvent(tx, actor, { ...about, type: "client.created", data: { clientId } });
  await recordEvent(tx, actor, {
    ...about,
    type: "secret.added",
    data: { secretId, hint: secret.slice(-4) },
  });
  await tellContact(tx, actor, { id, clientId, contactEmail }, "created");
  return done({ clientRowId: id, clientId, secret, madeAt: madeAt.toISOString() });
}
