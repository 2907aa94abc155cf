import type { Operation } from "@/lib/seller-data/operation";
import type { ProblemCode } from "../../errors/problems";

/** What every call can answer, in the order in which it is looked at. */
const every: readonly ProblemCode[] = [
  "token_missing",
  "token_expired",
  "token_revoked",
  "token_invalid",
  "insufficient_scope",
  "seller_id_missing",
  "seller_id_malformed",
  "seller_not_granted",
  "quota_exceeded",
  "not_acceptable",
  "internal_error",
  "unavailable",
];

/** The error codes of one call: its own, and those of every call. */
export function errorsOf({ parameters, body }: Operation) {
  const own: ProblemCode[] = [];
  if (parameters.some(({ in: where }) => where !== "path")) own.push("invalid_parameter");
  if (parameters.some(({ in: where }) => where === "path")) own.push("not_found");
  if (body) own.push("invalid_body", "unsupported_media_type", "validation_failed", "conflict");
  return { own, every };
}
