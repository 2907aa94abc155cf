/** Why an act was refused. The sentences live in `app/_text`; a code without words does not compile. */
export type RefusalCode =
  | "invalid"
  | "not_allowed"
  | "not_found"
  | "taken"
  | "already_linked"
  | "stale"
  | "expired"
  | "too_many"
  | "sign_in_again"
  | "unverified"
  | "limit"
  | "unavailable";

/** Which limit or rule a refusal is about, in `facts.limit`. The sentences live in `app/_text`. */
export type LimitName =
  | "unreviewed_links"
  | "two_secrets"
  | "client_stopped"
  | "side_stopped"
  | "one_endpoint"
  | "open_hand_overs"
  | "hand_over_full"
  | "extra_seller"
  | "invitations_unreviewed"
  | "invitations_a_day"
  | "open_invitations"
  | "last_owner"
  | "last_owner_there"
  | "team_invitations_a_day"
  | "one_ownership_offer"
  | "seller_tags"
  | "client_tags"
  | "saved_views"
  | "bulk_running"
  | "bulk_an_hour"
  | "bulk_size"
  | "no_second_factor";

/** What is wrong with one field. */
export type FieldCode =
  | "required"
  | "too_long"
  | "too_short"
  | "bad_characters"
  | "bad_email"
  | "bad_choice"
  | "bad_json"
  | "bad_shape"
  | "bad_number"
  | "bad_date"
  | "must_accept"
  | "name_characters"
  | "name_scripts"
  | "name_protected"
  | "name_taken"
  | "domain_malformed"
  | "domain_public"
  | "domain_record_missing"
  | "domain_record_other"
  | "domain_unknown"
  | "domain_silent"
  | "has_link"
  | "has_secret"
  | "kept_already"
  | "file_big"
  | "file_encoding"
  | "file_header"
  | "file_rows"
  | "file_many"
  | "file_empty"
  | "file_type"
  | "file_broken"
  | "file_pixels"
  | "client_id_shape"
  | "client_id_shape_staff"
  | "client_id_email"
  | "client_id_taken"
  | "client_id_mismatch"
  | "email_mismatch"
  | "name_mismatch"
  | "seller_id_mismatch"
  | "seller_not_expected"
  | "password_short"
  | "password_common"
  | "password_own"
  | "domain_unproven"
  | "website_domain"
  | "url_malformed"
  | "url_not_https"
  | "url_port"
  | "url_userinfo"
  | "url_fragment"
  | "url_ip_literal"
  | "url_not_public"
  | "wrong_password"
  | "wrong_passcode"
  | "wrong_phrase"
  | "wrong_code";

/** An expected "no", as a value. Nothing was changed. */
export type Refusal = {
  ok: false;
  code: RefusalCode;
  /** Field name -> what is wrong with it. */
  fields?: Record<string, FieldCode>;
  /** What was typed, so that the form can show it again; never a password or a secret. */
  values?: Record<string, string>;
  /** Facts the sentence needs: a time, a name, a path that mends it. */
  facts?: Record<string, string>;
  /** Names this incident in the log, where the cause is ours. */
  reference?: string;
  /** A fresh form key, where the old one cannot be used again. */
  formKey?: string;
};

/** What an act returns: its view, or the reason it did nothing. */
export type Result<View> = { ok: true; view: View } | Refusal;

/** A refusal with its code and whatever else the page needs to say it well. */
export function refuse(code: RefusalCode, more: Omit<Refusal, "ok" | "code"> = {}): Refusal {
  return { ok: false, code, ...more };
}

/** A success. */
export function done<View>(view: View): { ok: true; view: View } {
  return { ok: true, view };
}
