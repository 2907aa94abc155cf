import { asMachine } from "@/db/client";
import { now } from "../clock";
import { hashSecret, sameDigest } from "../secrets";
import { ask } from "./ask";

/** A client that has proved itself, and the secret it did so with. */
export type AuthenticatedClient = {
  id: string;
  clientId: string;
  firstTokenAt: Date | null;
  secretId: string;
  /** Just before the proof was read: a token carries this time, so that a cut during its making ends it too. */
  provedAt: Date;
};

/** Why credentials were refused, in the words of RFC 6749 5.2. */
export type WrongCredentials = { ok: false; error: "invalid_client" | "unauthorized_client" };

type Row = {
  id: string;
  client_id: string;
  works: boolean;
  first_token_at: Date | null;
  secret_id: string | null;
  pepper_id: string | null;
  hash: Buffer | null;
};

const nobody = Buffer.alloc(32);

/**
 * Compares a clientId and a secret with what is stored, byte for byte, in one statement and the same time whether
 * the client exists or not. Nothing is cached, so a retired secret or a suspended client is refused at once.
 */
export async function authenticateClient(
  clientId: string | undefined,
  secret: string | undefined,
): Promise<{ ok: true; client: AuthenticatedClient } | WrongCredentials> {
  const provedAt = now();
  const rows = await findSecrets(clientId ?? "", provedAt);
  const [client] = rows;
  const match = rows.filter((row) => isSame(secret ?? "", row)).at(0);
  if (!client || clientId === undefined) {
    isSame(secret ?? "", { pepper_id: undefined, hash: nobody });
    return { ok: false, error: "invalid_client" };
  }
  if (!client.works) return { ok: false, error: "invalid_client" };
  if (!match?.secret_id || secret === undefined) return { ok: false, error: "unauthorized_client" };
  return {
    ok: true,
    client: {
      id: client.id,
      clientId: client.client_id,
      firstTokenAt: client.first_token_at,
      secretId: match.secret_id,
      provedAt,
    },
  };
}

/** The client with one row for each live secret, or one without. */
async function findSecrets(clientId: string, at: Date): Promise<Row[]> {
  // No stored text holds a NUL, and PostgreSQL refuses one in a parameter.
  if (clientId.includes("\0")) return [];
  return ask(asMachine()<Row[]>`
    select c.id, c.client_id, c.suspended_at is null and c.deleted_at is null as works, c.first_token_at,
      s.id as secret_id, s.pepper_id, s.hash
    from clients c left join secrets s on s.client_row_id = c.id and s.retired_at is null
      and (s.ends_at is null or s.ends_at > ${at})
    where c.client_id = ${clientId}`);
}

function isSame(secret: string, row: { pepper_id?: string | null; hash: Buffer | null }) {
  const hashed = hashSecret(secret, row.pepper_id ?? undefined);
  return hashed !== undefined && row.hash !== null && sameDigest(hashed.hash, row.hash);
}
