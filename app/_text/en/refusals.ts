import type { FieldCode, LimitName, RefusalCode } from "@/lib/result";

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
  limit: "A limit is reached. Nothing was changed.",
  unavailable: "Something on our side does not answer. Nothing was saved. Please try again in a moment.",
};

/** What `limit` says where it is known which one. */
export const limits: Record<LimitName, string> = {
  unreviewed_links:
    "A client that nobody has reviewed yet may be linked to five seller accounts, and it is. Its holder can ask for a review. Nothing was changed.",
  one_endpoint: "A client has one endpoint. Remove it first, then add another. Nothing was changed.",
  client_stopped:
    "The marketplace's team suspended this client, so only it can resume it. Ask for that with the button below. Nothing was changed.",
  side_stopped:
    "This client, its organisation or the owner of the account is suspended, and until that ends no link is made. Look both up. Nothing was changed.",
  two_secrets: "A client has two secrets that work, at most. Retire one of them first. Nothing was changed.",
  open_hand_overs: "Ten hand-overs of this client are waiting already. Withdraw one of them first.",
  hand_over_full:
    "This client has two secrets that work already, so no other can be made now. Ask whoever gave you this link to retire one; the link stays good.",
  extra_seller: "Your organisation has made its one extra seller account already.",
  invitations_unreviewed:
    "Until one of your clients is reviewed, you can invite 50 people a day by address or SellerId, and today they are used up. Ask for a review on your client's page, or make a link without an addressee and pass it on yourself.",
  invitations_a_day:
    "5,000 invitations a day can go to an address or a SellerId, and today they are used up. Links without an addressee can still be made.",
  last_owner:
    "You are the only owner, and an organisation keeps one. Offer the ownership to a colleague first; once they have accepted, you can leave.",
  last_owner_there:
    "You are the only owner of {organisation}, and others work there. Hand it over or delete it first; then delete your account. Nothing was changed.",
  team_invitations_a_day:
    "20 letters a day invite colleagues into one team, and today they are used up. Try again tomorrow.",
  one_ownership_offer: "An offer of the ownership is waiting already. Take it back first, then make another.",
  seller_tags:
    "A seller carries 20 tags at most, and this one does. Take one off first. Nothing was changed.",
  client_tags:
    "A client uses 200 different tags at most, and it does. Use one of them, or take one off all its sellers. Nothing was changed.",
  saved_views: "A client has 30 saved searches at most. Remove one first. Nothing was changed.",
  bulk_running:
    "Three acts on many sellers of this client are waiting or under way already. Wait until one has ended, or stop one. Nothing was changed.",
  bulk_an_hour:
    "This client has begun 20 acts on many sellers within an hour. Try again later. Nothing was changed.",
  bulk_size: "One act takes 10,000 sellers at most. Narrow the search first. Nothing was changed.",
  no_second_factor:
    "Whoever acts for the marketplace signs in with a second factor. Set yours up first. Nothing was changed.",
  open_invitations:
    "This client has 5,000 open links already. Withdraw some, or wait until they have run out.",
};

/** One sentence per complaint about a field. */
export const fieldErrors: Record<FieldCode, string> = {
  required: "Fill this in.",
  too_long: "This is too long.",
  too_short: "This is too short.",
  bad_characters: "This holds characters that cannot be used here, such as invisible control characters.",
  bad_email: "This is not an e-mail address. It looks like name@company.com.",
  bad_choice: "Choose one of the options.",
  bad_json: "This is not JSON.",
  bad_shape: "This does not have the shape that the call takes. Look at {place}.",
  bad_number: "This is not a number that fits here.",
  bad_date: "This is not a date that fits here.",
  must_accept: "Tick this to go on.",
  name_characters:
    "A name has plain letters, digits, single spaces and everyday punctuation, and at least two letters or digits. No symbols, no emoji, nothing invisible.",
  name_scripts:
    "This name mixes letters of different alphabets, which is how names are imitated. Write it in one of them.",
  name_protected:
    "This name is, or looks like, a name of this marketplace. If it is rightly yours, ask our team for it.",
  name_taken: "Another company in the directory has this name, or one that is easily taken for it.",
  domain_malformed: "This is not a domain. It looks like company.com.",
  domain_public:
    "This is a public mail provider, or a name that nobody alone owns. Use your company's own domain.",
  domain_record_missing:
    "The record is not there yet. Name servers may take from a few minutes to an hour to show a new one; check again then.",
  domain_record_other: "There is a TXT record at this host, but with another value: {found}",
  domain_unknown: "There is no such domain. Check its spelling.",
  domain_silent:
    "The domain's name servers did not answer in time, so nothing is known yet. Check again in a moment.",
  has_link: "Leave links and web addresses out: the page shows who you are and where to go on.",
  has_secret: "This looks like a clientSecret. Never keep one here; it belongs into your own vault.",
  kept_already: "This SellerId stands in your list already, with this clientId.",
  file_big: "The file is larger than 1 MB. Split it.",
  file_encoding: "The file is not UTF-8. Save it as CSV UTF-8.",
  file_header: "The first line must name the columns: reference, expectedSellerId, email, expires.",
  file_rows: "The file has no rows, or more than 2,000. Split it.",
  file_many: "Three files at most.",
  file_empty: "The file is empty.",
  file_type: "Only pictures as PNG, JPEG or WebP can be taken, and none that move.",
  file_broken: "This file cannot be read to its end. It may be damaged; save it anew and try again.",
  file_pixels: "This picture has more than 16 million dots. Make it smaller.",
  client_id_shape:
    "8 to 80 characters: start with a letter, end with a letter or digit, between them letters, digits, single spaces, dashes and @.",
  client_id_shape_staff:
    "2 to 80 characters: start with a letter, end with a letter or digit, between them letters, digits, single spaces, dashes and @.",
  client_id_email: "A clientId is public, so it cannot be your e-mail address.",
  client_id_taken: "This clientId is taken, or too close to one that is.",
  client_id_mismatch: "This is not the clientId of this client. Type it exactly, capital letters included.",
  email_mismatch: "This is not the e-mail address of your account.",
  name_mismatch: "This is not the name of the organisation. Type it exactly, capital letters included.",
  seller_id_mismatch: "This is not the SellerId of the account you chose.",
  seller_not_expected: "The invitation is for the account {expected}.",
  password_short: "At least 10 characters.",
  password_common:
    "This password is among those used most, so it is guessed first, digits at its end or not. Choose another.",
  password_own: "This is little more than your address, your company or our name. Choose something else.",
  domain_unproven: "Prove a domain of yours first.",
  website_domain: "The website must be at the domain that you have proven.",
  url_malformed: "This is not an address. It looks like https://hooks.company.com/portal.",
  url_not_https: "The address must begin with https://.",
  url_port: "The address must be on the usual port of https, 443. Leave the port out.",
  url_userinfo: "The address must not hold a user name or password.",
  url_fragment: "The address must not have a part behind #.",
  url_ip_literal: "Give a host name, not a number: certificates and rules are bound to names.",
  url_not_public:
    "This address does not lead to the open internet. Messages never go to private or reserved networks.",
  wrong_password: "This password is not right.",
  wrong_passcode:
    "This code is not right, or it was used already. Take the one that your app shows now, or a recovery code.",
  wrong_phrase: "This phrase is not right. Tries left: {left}.",
  wrong_code: "This code is not right. Tries left: {left}.",
};
