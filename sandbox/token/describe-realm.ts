import { issuer } from "@/lib/tokens/claims";
import { findKeyInUse, listPublishedKeys } from "@/lib/tokens/key-ring";

const authMethods = ["client_secret_basic", "client_secret_post"];

/** What the realm's own address says; old adapters read its key there. */
export async function describeRealm() {
  const { publicKey } = await findKeyInUse();
  return {
    realm: "maas",
    public_key: publicKey.export({ format: "der", type: "spki" }).toString("base64"),
    "token-service": `${issuer()}/protocol/openid-connect`,
    "account-service": `${issuer()}/account`,
    "tokens-not-before": 0,
  };
}

/** The metadata of RFC 8414 and OpenID Connect Discovery: what works here, and nothing else. */
export function describeServer() {
  const endpoint = `${issuer()}/protocol/openid-connect`;
  return {
    issuer: issuer(),
    token_endpoint: `${endpoint}/token`,
    introspection_endpoint: `${endpoint}/token/introspect`,
    revocation_endpoint: `${endpoint}/revoke`,
    jwks_uri: `${endpoint}/certs`,
    grant_types_supported: ["client_credentials"],
    response_types_supported: [],
    subject_types_supported: ["public"],
    scopes_supported: ["openid", "profile", "email"],
    token_endpoint_auth_methods_supported: authMethods,
    introspection_endpoint_auth_methods_supported: authMethods,
    revocation_endpoint_auth_methods_supported: authMethods,
  };
}

/** The public keys as a JWK set (RFC 7517 5), public members only. */
export async function listPublicKeys() {
  const keys = await listPublishedKeys();
  return {
    keys: keys.map(({ kid, jwk: { kty, n, e } }) => ({ kid, kty, alg: "RS256", use: "sig", n, e })),
  };
}
