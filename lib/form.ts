import type { z } from "zod";
import type { FormKey } from "./accounts/form-key";
import { isConsent, isFormKeyAlive, makeFormKey, readFormKey } from "./accounts/form-key";
import type { FieldCode, Refusal } from "./result";
import { refuse } from "./result";

const fieldCodes = {
  required: 1,
  too_long: 1,
  too_short: 1,
  bad_characters: 1,
  bad_email: 1,
  bad_choice: 1,
  bad_json: 1,
  bad_shape: 1,
  bad_number: 1,
  bad_date: 1,
  must_accept: 1,
  name_characters: 1,
  name_scripts: 1,
  name_protected: 1,
  name_taken: 1,
  domain_malformed: 1,
  domain_public: 1,
  domain_record_missing: 1,
  domain_record_other: 1,
  domain_unknown: 1,
  domain_silent: 1,
  has_link: 1,
  has_secret: 1,
  kept_already: 1,
  file_big: 1,
  file_encoding: 1,
  file_header: 1,
  file_rows: 1,
  file_many: 1,
  file_empty: 1,
  file_type: 1,
  file_broken: 1,
  file_pixels: 1,
  client_id_shape: 1,
  client_id_shape_staff: 1,
  client_id_email: 1,
  client_id_taken: 1,
  client_id_mismatch: 1,
  email_mismatch: 1,
  name_mismatch: 1,
  seller_id_mismatch: 1,
  seller_not_expected: 1,
  password_short: 1,
  password_common: 1,
  password_own: 1,
  domain_unproven: 1,
  website_domain: 1,
  url_malformed: 1,
  url_not_https: 1,
  url_port: 1,
  url_userinfo: 1,
  url_fragment: 1,
  url_ip_literal: 1,
  url_not_public: 1,
  wrong_password: 1,
  wrong_passcode: 1,
  wrong_phrase: 1,
  wrong_code: 1,
} satisfies Record<FieldCode, 1>;

/** No form has so many fields; whoever sends more by hand gets the first of them back, and not a page of megabytes. */
const mostFields = 200;

/** Fields that may be ticked several times; they arrive as one text, with commas between. */
const manyValued = new Set(["events", "methods"]);

/**
 * What was typed, without what belongs to the framework, the door, or nobody's eyes. Of a field sent twice the first
 * counts, unless it is one of those that may be ticked several times.
 */
export function typedValues(form: FormData) {
  const values: Record<string, string> = {};
  let fields = 0;
  for (const [name, value] of form) {
    if (
      typeof value === "string" &&
      !name.startsWith("$ACTION") &&
      name !== "formKey" &&
      !/^\d+_\$ACTION/.test(name)
    ) {
      const before = values[name];
      if (before === undefined) {
        if (fields++ < mostFields) values[name] = value;
      } else if (manyValued.has(name)) values[name] = `${before},${value}`;
    }
  }
  return values;
}

/** A field left empty sends a file without bytes and name; what scripts send comes with that name for none. */
const isLeftEmpty = ({ size, name }: File) => size === 0 && (name === "" || name === "undefined");

/** The field that takes several files; of every other one the first counts. */
const manyFiles = "file";
/** More than any form takes, so that one too many is still refused as that. */
const mostFiles = 10;

/** The files that came with a form, each field's first, of `file` all. A field left empty counts as missing. */
export function typedFiles(form: FormData) {
  const files: Record<string, File | File[]> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" || isLeftEmpty(value)) continue;
    if (name === manyFiles) files[name] = [...[files[name] ?? []].flat(), value].slice(0, mostFiles);
    else files[name] ??= value;
  }
  return files;
}

/** The fields in which people write at length. */
const longest = new Set(["message", "body"]);

/** What was typed, as far as a refused form may show it again: never a password, a secret, a phrase or a paste. */
export function keptValues(values: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => !/password|passcode|secret|phrase|^content$/i.test(name))
      .map(([name, value]) => [name, value.slice(0, longest.has(name) ? 5000 : 2000)]),
  );
}

/** Parses a form; the refusal names each field once, with the first thing wrong with it. */
export function parseForm<S extends z.ZodType>(
  input: S,
  values: Record<string, unknown>,
): { ok: true; view: z.output<S> } | Refusal {
  const parsed = input.safeParse(values);
  if (parsed.success) return { ok: true, view: parsed.data };
  const fields: Record<string, FieldCode> = {};
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? "");
    if (name) fields[name] ??= issue.message in fieldCodes ? (issue.message as FieldCode) : "bad_choice";
  }
  return refuse("invalid", { fields });
}

/**
 * The verified key of a form, or the refusal `stale` with what makes the form usable again. The key must be ours,
 * alive, and of the very browser or session that sends it.
 */
export function checkFormKey(text: string, holder: string): { ok: true; view: FormKey } | Refusal {
  const key = readFormKey(text);
  if (!key || key.holder !== holder) return refuse("stale");
  return isFormKeyAlive(key) ? { ok: true, view: key } : renewForm(refuse("stale"), key);
}

/**
 * The refusal of a form whose key was used or grew old, with a fresh key in it. Consent gets the way to its page
 * instead: what a page said ten minutes ago must be read again before anybody agrees to it.
 */
export function renewForm(refusal: Refusal, key: FormKey): Refusal {
  if (isConsent(key.act)) return { ...refusal, facts: { href: key.path, ...refusal.facts } };
  return { ...refusal, formKey: refreshFormKey(key) };
}

/** A fresh key with the same promise, for a form that may be sent again. */
export function refreshFormKey({ act, holder, organisationId, path, offered }: FormKey) {
  return makeFormKey({ act, holder, organisationId, path, offered });
}
