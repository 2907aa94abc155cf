import type { VerdictText } from "../../verdict-text";

/** What is wrong with the token that a call carries. */
export const auth = {
  "auth.missing": {
    title: "The call carries no token",
    seen: "Status 401 with token_missing; the request has no Authorization header.",
    why: "The header was never set, or a redirect or a proxy dropped it.",
    todo: "Send Authorization: Bearer and the access_token with each call, to the exact address.",
  },
  "auth.no_bearer": {
    title: "“Bearer” is missing before the token",
    seen: "Status 401; the Authorization header holds the token alone, or another word before it.",
    why: "The header has two parts: the word Bearer, one space, then the token.",
    todo: "Write Authorization: Bearer, one space, then the token.",
  },
  "auth.quoted_or_cut": {
    title: "The token is damaged",
    seen: "Status 401; the token has not three parts with two dots, or holds quotes or a line break.",
    why: "It was copied by hand and lost its end, or its quotes came along.",
    todo: "Read access_token out of the JSON answer by program, and send it unchanged.",
  },
  "auth.secret_as_token": {
    title: "That is the secret, not a token",
    seen: "Status 401; what follows Bearer is the clientSecret.",
    why: "The secret buys tokens at the token address; it opens nothing itself.",
    todo: "Ask for a token first and send its access_token. If the secret went elsewhere by this, make a new one.",
  },
  "auth.id_token": {
    title: "That is an id_token",
    seen: "Status 401; the token says who somebody is, not what a client may do.",
    why: "Some libraries hand out both. The Seller API takes the access_token only.",
    todo: "Send the access_token of the answer, and leave scope away or empty.",
  },
  "auth.expired": {
    title: "The token is over",
    seen: "Status 401 with token_expired or token_revoked.",
    happened: (f) => (f.revoked ? "The token was withdrawn before its time." : "The token's life is over."),
    why: "A token lives as long as expires_in says, about two hours, or until somebody ends it.",
    because: (f) =>
      f.revoked
        ? "It was revoked, its client was suspended or deleted, or a secret was cut off."
        : "A token lives as long as expires_in says, about two hours, or until somebody ends it.",
    todo: "Ask for a new token a minute before the end of the old one; on a 401 ask once more and repeat the call once.",
  },
  "auth.wrong_issuer": {
    title: "The token comes from elsewhere",
    seen: "Status 401 with token_invalid; iss names another issuer, or the signature fits none of its keys.",
    happened: (f) =>
      f.issuer && f.expectedIssuer
        ? `The token was issued by ${f.issuer}; this API trusts ${f.expectedIssuer}.`
        : "The token is not signed by a key that this API trusts.",
    why: "A token of the test environment was sent to the live one, or the other way round.",
    todo: "Take token address and API address from the same environment; change both together.",
  },
  "auth.wrong_audience": {
    title: "The token is for another API",
    seen: "Status 401 with token_invalid; aud does not name SELLER_MARKETPLACE-API.",
    happened: (f) =>
      f.audience
        ? `The token is meant for ${f.audience}, and not for the Seller API.`
        : "The token is not meant for the Seller API.",
    why: "It was made by a client of another kind, or in another environment.",
    todo: "Ask for the token with a client of this portal, at this portal's token address.",
  },
  "auth.role_missing": {
    title: "The token may not do this",
    seen: "Status 403 with insufficient_scope; the role is not among resource_access.",
    happened: (f) =>
      f.role
        ? `The call needs the role ${f.role}; the token has ${f.roles || "none"}.`
        : "The token lacks the role that this call needs.",
    why: "The part of the API that this call belongs to is not granted to the client.",
    todo: "Ask through help for the missing role, naming the clientId and the call.",
  },
} satisfies Record<string, VerdictText>;
