import { createHash } from "node:crypto";
import type { FieldCode } from "../result";
import { type ConnectionMethod, descriptionLength } from "./listing-input";

/** What an entry of the directory says, whether it is public or still a draft. */
export type ListingFields = {
  clientRowId: string;
  displayName: string;
  description: string;
  website: string;
  methods: ConnectionMethod[];
  /** The path of its picture. */
  logo: string | null;
  supportUrl: string;
};

export const fieldNames = [
  "clientRowId",
  "displayName",
  "description",
  "website",
  "methods",
  "logo",
  "supportUrl",
] as const satisfies (keyof ListingFields)[];

/** The path under which a picture is shown: it names the picture's own bytes. */
export const logoPath = (bytes: Uint8Array) =>
  `/logos/${createHash("sha256").update(bytes).digest("hex")}.webp`;

/** The host of a website; empty where there is none. */
export const hostOf = (website: string) => (URL.canParse(website) ? new URL(website).hostname : "");

/** Whether a website stands at a domain or below it. */
export function isAtDomain(website: string, domain: string) {
  const host = hostOf(website);
  return host === domain || host.endsWith(`.${domain}`);
}

/** What differs between two, by the names of the fields. */
export function changedFields(one: ListingFields, other: ListingFields) {
  return fieldNames.filter((name) => String(one[name] ?? "") !== String(other[name] ?? ""));
}

/** Whether a change of a public entry is one that the operator looks at first: who it says it is, and where. */
export function needsReview(wanted: ListingFields, listed: ListingFields) {
  const looked = new Set<keyof ListingFields>(["clientRowId", "displayName", "logo"]);
  return (
    changedFields(wanted, listed).some((name) => looked.has(name)) ||
    hostOf(wanted.website) !== hostOf(listed.website)
  );
}

/** What keeps an entry from being public by itself, field by field. */
export function findGaps({ description, methods, website, supportUrl }: ListingFields) {
  const length = [...description].length;
  const gaps: Record<string, FieldCode> = {};
  if (length === 0) gaps.description = "required";
  else if (length < descriptionLength.min) gaps.description = "too_short";
  else if (length > descriptionLength.max) gaps.description = "too_long";
  if (website === "") gaps.website = "required";
  if (methods.length === 0) gaps.methods = "required";
  if (supportUrl === "") gaps.supportUrl = "required";
  return gaps;
}

/** What keeps a draft from being submitted: the same, a client that works, and a website at a proven domain. */
export function findAllGaps(fields: ListingFields, about: { isClientLive: boolean; domain: string | null }) {
  const gaps = findGaps(fields);
  if (!about.isClientLive) gaps.clientRowId = "required";
  if (!about.domain) gaps.domain = "domain_unproven";
  else if (!gaps.website && !isAtDomain(fields.website, about.domain)) gaps.website = "website_domain";
  return gaps;
}
