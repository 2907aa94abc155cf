import type { z } from "zod";
import type { ApiCaller } from "./caller";
import type { Refused } from "./problem";

/** One call with a good token, as its route gets it. */
export type ApiCall = {
  caller: ApiCaller;
  /** What the route's path names. */
  named: string;
  query: URLSearchParams;
  /** The body's JSON, where the route takes one. */
  body: unknown;
  /** Method, path and body as bytes, for telling a repetition; and the key it came with. */
  fingerprint: Buffer;
  idempotencyKey: string | null;
};

/**
 * What a route answers. `once` names the fields that are said this one time; a repetition has null there.
 */
export type ApiAnswer = { status: number; body?: Record<string, unknown>; once?: string[] } | Refused;

/** Whether an answer is a refusal. */
export const isRefused = (answer: ApiAnswer): answer is Refused => "code" in answer;

/** Parses a body; the refusal names each field with what is wrong with it. */
export function readBody<S extends z.ZodType>(
  input: S,
  body: unknown,
): { ok: true; value: z.output<S> } | { ok: false; refused: Refused } {
  const parsed = input.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
    for (const name of unknown) errors[name] = ["There is no such field."];
    const field = String(issue.path[0] ?? "");
    if (field) errors[field] ??= [say(issue.message)];
  }
  return { ok: false, refused: { code: "validation_failed", errors } };
}

/** What is wrong with a field, in the words of this API. */
const sentences: Record<string, string> = {
  required: "This field is required.",
  too_long: "This is too long.",
  too_short: "This is too short.",
  bad_characters: "This holds characters that cannot be used here.",
  bad_email: "This is not an e-mail address.",
  bad_choice: "This is none of the values that are taken here.",
  bad_number: "This is not a number that fits here.",
  has_link: "Links are not taken here.",
  has_secret: "This looks like a secret.",
  seller_not_expected: "The seller who is asked has another SellerId.",
  url_malformed: "This is not an address.",
  url_not_https: "The address must begin with https://.",
  url_port: "The address must be on port 443.",
  url_userinfo: "The address must not hold a user name or password.",
  url_fragment: "The address must not have a part behind #.",
  url_ip_literal: "The address must have a host name, not a number.",
  url_not_public: "This address does not lead to the open internet.",
};

/** The sentence of a field's code; for anything else that it does not fit. */
export const say = (code: string) => sentences[code] ?? "This does not fit here.";
