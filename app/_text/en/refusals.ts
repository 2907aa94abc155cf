import type { FieldCode, RefusalCode } from "@/lib/result";

/** One sentence per refusal. `{name}` stands for a fact that came with it. */
export const refusals: Record<RefusalCode, string> = {
  invalid: "Some fields need another look. Nothing was changed.",
  not_allowed: "This is not yours to do here. Who can: {who}.",
  not_found: "There is no such thing here. It may have been removed, or it belongs to somebody else.",
  taken: "This clientId is taken. Choose another one.",
  already_linked: "This client is linked to this seller account already.",
  stale: "This form was used already or is too old. Nothing was changed now; check it and send it again.",
  expired: "This link was used, withdrawn or is too old.",
  too_many: "Too many tries in a short time. Try again in {minutes} min.",
  sign_in_again: "Please confirm that it is you. Type your password, then send the form again.",
  unverified: "This is not confirmed yet.",
  limit: "A limit is reached: {limit}.",
  unavailable: "Something on our side does not answer. Nothing was saved. Please try again in a moment.",
};

/** One sentence per complaint about a field. */
export const fieldErrors: Record<FieldCode, string> = {
  required: "Fill this in.",
  too_long: "This is too long.",
  too_short: "This is too short.",
  bad_characters: "This holds characters that cannot be used here, such as invisible control characters.",
  bad_email: "This is not an e-mail address. It looks like name@company.com.",
  bad_choice: "Choose one of the options.",
  bad_number: "This is not a number that fits here.",
  bad_date: "This is not a date that fits here.",
  must_accept: "Tick this to go on.",
  client_id_shape:
    "8 to 80 characters: start with a letter, end with a letter or digit, between them letters, digits, single spaces, dashes and @.",
  client_id_email: "A clientId is public, so it cannot be your e-mail address.",
  client_id_taken: "This clientId is taken, or too close to one that is.",
  client_id_mismatch: "This is not the clientId of this client. Type it exactly, capital letters included.",
  password_short: "At least 10 characters.",
  wrong_password: "This password is not right.",
};
