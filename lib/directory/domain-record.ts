import { createHmac, hkdfSync } from "node:crypto";
import { env } from "../env";

/** The TXT record that proves a domain: its host, and the value that only this organisation is told. */
export type DomainRecord = { host: string; value: string };

/** The record for an organisation and a domain. Derived anew each time, never stored, and good for no other pair. */
export function domainRecord(organisationId: string, domain: string): DomainRecord {
  const key = Buffer.from(hkdfSync("sha256", env().SESSION_SECRET, "", "portal domain record", 32));
  const proof = createHmac("sha256", key).update(`${organisationId} ${domain}`).digest("base64url");
  return { host: `_seller-portal.${domain}`, value: `seller-portal=${proof.slice(0, 32)}` };
}
