import type { VerdictFacts, VerdictText } from "../../verdict-text";

const wait = (f: VerdictFacts) => (f.waitSeconds ? ` There is room again in ${f.waitSeconds} seconds.` : "");

const unreadable: Record<string, string> = {
  not_json: "The body is not the JSON object it should be.",
  oversize: "The answer is larger than 256 KB, so it was not read to its end.",
  no_token: "The token endpoint answered without a usable token.",
  cut: "The connection ended in the middle of the answer.",
  charset: "The body's characters are not those that its Content-Type says.",
  compressed: "The body is compressed in a way that cannot be undone.",
};

/** What the Seller API says, or fails to say; and what no call can mend. */
export const api = {
  "api.path_404": {
    title: "There is nothing at this path",
    seen: "Status 404 with not_found, or “Resource not found”.",
    happened: () => "The Seller API answered 404: it has nothing at this path.",
    why: "The base address or the version is wrong, the path is mistyped, or what it names does not exist for this seller.",
    todo: "Compare with the list of calls: each path begins with /seller/v2.",
  },
  "api.method_405": {
    title: "This call takes another method",
    seen: "Status 405 with method_not_allowed and an Allow header.",
    happened: (f) => `The Seller API answered 405${f.allow ? `; it takes ${f.allow}` : ""}.`,
    why: "The path is right, but it was called with GET in place of POST, or the other way round.",
    todo: "Use a method that the Allow header names.",
  },
  "api.accept_406": {
    title: "The Accept header asks for something else",
    seen: "Status 406 with not_acceptable.",
    why: "The API answers JSON only; the call's Accept header excludes it.",
    todo: "Send Accept: application/json.",
  },
  "api.media_415": {
    title: "The body is announced as something else",
    seen: "Status 415 with unsupported_media_type.",
    why: "A body was sent without Content-Type: application/json.",
    todo: "Send Content-Type: application/json with each body.",
  },
  "api.validation": {
    title: "A value is not accepted",
    seen: "Status 400 with invalid_parameter or invalid_body, or 422 with validation_failed; errors names the fields.",
    happened: (f) => `The Seller API answered ${f.status}${f.fields ? `. ${f.fields}` : ""}`,
    why: "A parameter or a field is missing, misspelt, out of range, or does not fit the state of what it is about.",
    todo: "Correct the named fields; the reference says which values each of them takes.",
  },
  "api.conflict": {
    title: "It changed in the meantime",
    seen: "Status 409 with conflict.",
    why: "Somebody else changed the same thing at the same moment, or it is no longer in a state that allows this.",
    todo: "Read it again, and repeat the call if it still makes sense.",
  },
  "api.rate_limited": {
    title: "Too many calls",
    seen: "Status 429 at the Seller API.",
    happened: (f) => `The Seller API answered 429.${wait(f)}`,
    why: "Wait as long as the answer says, then try again and make the pauses longer each time it happens.",
    todo: "Keep to Retry-After, double the pause after each further 429, and ask for changes only instead of everything.",
  },
  "api.server": {
    title: "The other side has a fault",
    seen: "Status 500, or another one from 500 to 599.",
    happened: (f) => `The answer was status ${f.status}.`,
    why: "An error over there; your values are not the cause. Try again in a moment.",
    todo: "Try again in a moment. If it stays, send us the report with its trace id.",
  },
  "api.gateway": {
    title: "The other side cannot be reached from its own door",
    seen: "Status 502, 503 or 504.",
    happened: (f) => `The answer was status ${f.status}.${wait(f)}`,
    why: "The server in front is there, the one behind it is overloaded or down. Your values are not the cause.",
    todo: "Wait as long as Retry-After says, else half a minute, and double the pause each time.",
  },
  "api.maintenance": {
    title: "The other side is being maintained",
    seen: "Status 503 with a time to come back that is far away, or with the word maintenance.",
    happened: (f) =>
      `The answer was status 503.${f.comeBackAt ? ` It says to come back on ${f.comeBackAt}.` : wait(f)}`,
    why: "An announced pause. Nothing is wrong with your values.",
    todo: "Stop calling until the time it names, then go on where you were.",
  },
  "api.body_unreadable": {
    title: "The answer cannot be read",
    seen: "The status is good, but the body is broken JSON, cut, compressed wrongly, or lacks a field.",
    happened: (f) =>
      f.field
        ? `The answer lacks ${f.field}, or it is of another type.`
        : (unreadable[f.why ?? ""] ?? "What came was no HTTP answer."),
    why: "Something between here and the API changed or cut the answer, or the API itself has a fault.",
    todo: "Look at the raw answer. Send Accept-Encoding: identity to find out whether compression is the cause.",
  },
  "api.empty": {
    title: "The answer is empty",
    seen: "Status 200 without a body.",
    happened: (f) => `The answer was status ${f.status} without a body.`,
    why: "Something between here and the API removed the body, or the API itself has a fault.",
    todo: "Try again, and call from another network to find out whether a proxy removes it.",
  },
  "client.cors": {
    title: "Called from a web page",
    seen: "The browser's console speaks of CORS or Access-Control-Allow-Origin.",
    why: "The API is for servers. In a web page everybody could read the secret.",
    todo: "Move the call to your server, and make a new secret if the old one ever stood in a page.",
  },
  "client.legacy_soap": {
    title: "This is the old SOAP API",
    seen: "An XML envelope, or a TokenId in the place of a token.",
    why: "The plugin or the program speaks the interface that came before; it asks for two values, login and password.",
    todo: "Ask the maker for the REST version. It asks for the SellerId alone, or for clientId, clientSecret and SellerId.",
  },
  ok: {
    title: "It works",
    seen: "Status 200 with the data of the seller account.",
    happened: (f) => `The Seller API answered ${f.status}${f.shopName ? ` for ${f.shopName}` : ""}.`,
    why: "Client, secret and token are in order, and the client may act for this seller account.",
    todo: "Go on with the calls you need.",
  },
  "ok.but_empty": {
    title: "It works, and there is nothing to show",
    seen: "Status 200 with an empty list.",
    happened: (f) => `The Seller API answered ${f.status} with an empty list.`,
    why: "Client, secret, token and link are in order. The account has none of these, or the filter leaves none.",
    todo: "Call without a filter, or get the seller information: every account has that.",
  },
  unknown: {
    title: "Something we do not recognise",
    seen: "None of the known causes fits.",
    happened: (f) =>
      [f.status && `Status ${f.status}`, f.error, f.detail, f.cause].filter(Boolean).join(" · ") ||
      "The step failed without saying why.",
    why: "None of the known causes fits. The steps and the answer are all there is to see.",
    todo: "Send us the report: there is no secret in it. We answer, and the list of causes grows.",
  },
} satisfies Record<string, VerdictText>;
