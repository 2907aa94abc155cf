import { env } from "../env";
import { issuer, portalApiAudience, sellerApiAudience, sellerApiRoles } from "./claims";
import { findKeyInUse } from "./key-ring";
import { signJwt } from "./sign-jwt";
import { makeTokenId } from "./token-id";

type Holder = { id: string; clientId: string; provedAt: Date; hasPortalApi?: boolean };

/**
 * A new access token for a client, and its life in seconds. It names no seller account: links are read at each
 * call. `scope` is what was asked, `address` where the request came from.
 */
export async function issueToken(holder: Holder, scope: string, address: string) {
  const key = await findKeyInUse();
  const lifeSeconds = env().TOKEN_TTL_SECONDS;
  const at = holder.provedAt.getTime();
  const iat = Math.floor(at / 1000);
  const payload = {
    exp: iat + lifeSeconds,
    iat,
    jti: makeTokenId(at),
    iss: issuer(),
    aud: [sellerApiAudience, "account", ...(holder.hasPortalApi ? [portalApiAudience] : [])],
    sub: holder.id,
    typ: "Bearer",
    azp: holder.clientId,
    realm_access: { roles: ["offline_access", "default-roles-maas", "uma_authorization"] },
    resource_access: {
      [sellerApiAudience]: { roles: sellerApiRoles },
      account: { roles: ["manage-account", "manage-account-links", "view-profile"] },
    },
    scope,
    clientHost: address,
    clientId: holder.clientId,
    client_id: holder.clientId,
    clientAddress: address,
  };
  return { accessToken: signJwt(payload, key), expiresInSeconds: lifeSeconds };
}
