import { asMachine } from "@/db/client";
import { now } from "../clock";
import { env } from "../env";
import { hashSecret, sameDigest } from "../secrets";
import { ask } from "./ask";
import { renewHash } from "./renew-hash";
import { counterKey } from "./take-machine-limit";

/** A client that has proved itself, and the secret it did so with. */
export type AuthenticatedClient = {
  id: string;
  clientId: string;
  firstTokenAt: Date | null;
  /** The portal API is switched on for it. */
  hasPortalApi: boolean;
  secretId: string;
  /** Just before the proof was read: a token carries this time, so that a cut during its making ends it too. */
  provedAt: Date;
  /** Seconds to wait, where this hour's tokens are used up; zero where one was taken or none was asked for. */
  waitSeconds: number;
};

/** Why credentials were refused, in the words of RFC 6749 5.2. */
export type WrongCredentials = { ok: false; error: "invalid_client" | "unauthorized_client" };

type Row = {
  id: string;
  client_id: string;
  works: boolean;
  first_token_at: Date | null;
  has_portal_api: boolean;
  secret_id: string | null;
  pepper_id: string | null;
  hash: Buffer | null;
  wait_seconds: number | null;
};

const perHour = () => ({ name: "tokens by client", max: env().TOKENS_PER_HOUR, windowSeconds: 3600 });
const nobody = Buffer.alloc(32);

/**
 * Compares a clientId and a secret with what is stored, byte for byte, in one statement and the same time whether
 * the client exists or not. Nothing is cached, so a retired secret or a suspended client is refused at once. With
 * `takesToken` a client that proves itself has one token of this hour taken by the same statement.
 */
export async function authenticateClient(
  clientId: string | undefined,
  secret: string | undefined,
  takesToken: boolean,
): Promise<{ ok: true; client: AuthenticatedClient } | WrongCredentials> {
  const provedAt = now();
  const rows = await findSecrets(clientId ?? "", provedAt, takesToken ? listDigests(secret) : "");
  const [client] = rows;
  const match = rows.filter((row) => isSame(secret ?? "", row)).at(0);
  if (!client || clientId === undefined) {
    isSame(secret ?? "", { pepper_id: undefined, hash: nobody });
    return { ok: false, error: "invalid_client" };
  }
  if (!client.works) return { ok: false, error: "invalid_client" };
  if (!match?.secret_id || secret === undefined) return { ok: false, error: "unauthorized_client" };
  if (match.pepper_id !== null && match.hash !== null && match.pepper_id !== env().SECRET_PEPPER[0]?.id)
    await renewHash(secret, { id: match.secret_id, pepperId: match.pepper_id, hash: match.hash });
  return {
    ok: true,
    client: {
      id: client.id,
      clientId: client.client_id,
      firstTokenAt: client.first_token_at,
      hasPortalApi: client.has_portal_api,
      secretId: match.secret_id,
      provedAt,
      waitSeconds: match.wait_seconds ?? 0,
    },
  };
}

/**
 * The client with one row for each live secret, or one without. The row whose digest is among `digests` takes a
 * token: CASE comes to its branch for that row alone. Whether the secret is right, is judged here and not there.
 */
async function findSecrets(clientId: string, at: Date, digests: string): Promise<Row[]> {
  // No stored text holds a NUL, and PostgreSQL refuses one in a parameter.
  if (clientId.includes("\0")) return [];
  const limit = perHour();
  return ask(asMachine()<Row[]>`
    select found.*, case when works and encode(hash, 'hex') = any (string_to_array(${digests}, ',')) then (
        select case when allowed then 0 else retry_after_seconds end
        from take_limit(${counterKey(limit, clientId)}, ${limit.max}, ${limit.windowSeconds})
      ) end as wait_seconds
    from (
      select c.id, c.client_id, c.first_token_at,
        c.suspended_at is null and c.deleted_at is null and o.suspended_at is null as works,
        c.portal_api_since is not null as has_portal_api,
        s.id as secret_id, s.pepper_id, s.hash
      from clients c join organisations o on o.id = c.organisation_id
        left join secrets s on s.client_row_id = c.id and s.retired_at is null
        and (s.ends_at is null or s.ends_at > ${at})
      where c.client_id = ${clientId}
    ) as found`);
}

/** What the secret's digest may be, under each configured pepper. */
function listDigests(secret: string | undefined) {
  if (secret === undefined) return "";
  return env()
    .SECRET_PEPPER.map(({ id }) => hashSecret(secret, id)?.hash.toString("hex"))
    .join(",");
}

function isSame(secret: string, row: { pepper_id?: string | null; hash: Buffer | null }) {
  const hashed = hashSecret(secret, row.pepper_id ?? undefined);
  return hashed !== undefined && row.hash !== null && sameDigest(hashed.hash, row.hash);
}
