import { domainToASCII } from "node:url";
import { done, type Result, refuse } from "../result";
import { isPublicDomain } from "./public-domains";

// Leaves room for the label of the record in the 253 letters a name may have.
const longest = 230;
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** A typed domain as it is kept: small ASCII letters, nothing around it. Null where it is none. */
export function readDomain(text: string): string | null {
  const bare = text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/$/, "")
    .replace(/\.$/, "");
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(bare)) return null;
  const domain = domainToASCII(bare);
  const labels = domain.split(".");
  const isDomain =
    labels.length >= 2 && labels.every((one) => label.test(one)) && !/^\d+$/.test(labels.at(-1) ?? "");
  return isDomain && domain.length <= longest ? domain : null;
}

/** The domain behind a mail address's "@". */
export const domainOfEmail = (email: string) => readDomain(email.slice(email.lastIndexOf("@") + 1));

/** The domain that a form's field is about, if an organisation can have it alone. */
export function judgeDomain(domain: string | null, field: string): Result<string> {
  if (!domain) return refuse("invalid", { fields: { [field]: "domain_malformed" } });
  return isPublicDomain(domain) ? refuse("invalid", { fields: { [field]: "domain_public" } }) : done(domain);
}
