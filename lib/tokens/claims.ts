import { env } from "../env";

/** The audience of the Seller API; a token without it is not for us. */
export const sellerApiAudience = "SELLER_MARKETPLACE-API";

/** The audience of the portal API, for clients that have it switched on. */
export const portalApiAudience = "PORTAL-API";

/** What every token allows on the Seller API; which seller accounts, is read from the links at each call. */
export const sellerApiRoles = [
  "SELLERS_GET",
  "CARRIERS_GET",
  "CATEGORIES_GET",
  "DISCUSSIONS_GET",
  "OFFERS_GET",
  "ORDERS_GET",
  "ORDERS_POST",
  "OFFER-PACKAGES_GET",
  "OFFER-PACKAGES_POST",
  "OFFER-PACKAGES_PATCH",
  "PRODUCTS_GET",
  "PRODUCTS-INTEGRATION_POST",
  "MESSAGES_POST",
  "DISCUSSIONS_PATCH",
];

/** The claims of an access token that somebody here reads again. */
export type Claims = {
  exp: number;
  iat: number;
  jti: string;
  iss: string;
  aud: string[];
  sub: string;
  typ: "Bearer";
  azp: string;
  scope: string;
  resource_access: Record<string, { roles: string[] }>;
};

/** Who issues: the realm's own address, from configuration only. */
export function issuer() {
  return `${env().SANDBOX_URL}/auth/realms/maas`;
}
