import type { VerdictFacts, VerdictText } from "../../verdict-text";

const wait = (f: VerdictFacts) => (f.waitSeconds ? ` There is room again in ${f.waitSeconds} seconds.` : "");

const secretLooks: Record<string, string> = {
  stray_space: "What you typed has a space or a line break at one end. Copy the secret without it.",
  damaged: "It looks like one of our secrets, but a part is missing or changed. Copy it whole.",
  hint: "That looks like the hint of a secret, which is only its end. The secret itself was shown once, when it was made.",
  swapped: "clientId and clientSecret look exchanged. Put each into the other field.",
  encoded: "It looks encoded for an address, with % signs. Type the secret as it was shown.",
};

const suspender: Record<string, string> = {
  operator: "The marketplace's team suspended it; only they can resume it.",
  member:
    "Somebody of your organisation suspended it on purpose. Once resumed it works with the same secrets and links.",
};

const clocks: Record<string, (seconds: string) => string> = {
  exp: (seconds) => `The token was over ${seconds} seconds before it arrived.`,
  iat: (seconds) => `The token begins ${seconds} seconds from now.`,
};

/** What the token endpoint refuses. */
export const token = {
  "token.method": {
    title: "The token address takes POST only",
    seen: "Status 405 at the token address, with “Allow: POST”.",
    why: "The address was opened in a browser, or the tool sends GET.",
    todo: "Send a POST with grant_type, client_id and client_secret in the body.",
  },
  "token.media_type": {
    title: "The values were sent in the wrong format",
    seen: "Status 415 at the token address, or “Missing form parameter” although everything was sent as JSON.",
    why: "The token address reads forms: application/x-www-form-urlencoded. JSON and multipart are not read.",
    todo: "Send the three values as a form. In Postman choose x-www-form-urlencoded, not raw and not form-data.",
  },
  "token.grant_missing": {
    title: "grant_type is missing",
    seen: "invalid_request: “Missing form parameter: grant_type”.",
    why: "The body is empty, grant_type has another name, or the Content-Type of a form is missing, so nothing was read.",
    todo: "Send grant_type=client_credentials in the body, as a form, with Content-Type: application/x-www-form-urlencoded.",
  },
  "token.grant_wrong": {
    title: "This grant_type does not exist here",
    seen: "unsupported_grant_type.",
    why: "The tool asks by password, code or refresh token. An API client has its own way: client_credentials.",
    todo: "Set grant_type=client_credentials. There is no refresh token: ask for a new token shortly before the old one ends.",
  },
  "token.client_unknown": {
    title: "This clientId does not work",
    seen: "Status 401 (older: 400) with invalid_client.",
    happened: () => "The token endpoint refused the clientId: invalid_client.",
    why: "It is unknown, suspended or deleted; the answer does not say which. Capital letters, spaces and dashes count.",
    because: (f) =>
      f.deletedAt
        ? `The client was deleted on ${f.deletedAt}. A deleted client does not come back.`
        : f.writtenAs
          ? `Your client is written ${f.writtenAs}. Capital letters, spaces and dashes count.`
          : (secretLooks[f.secretLooks ?? ""] ??
            "It is unknown, suspended or deleted; the answer does not say which. Capital letters, spaces and dashes count."),
    todo: "Copy the clientId from its page, byte for byte. If it is somebody else's client, ask them whether it is suspended.",
  },
  "token.secret_wrong": {
    title: "The secret is not right",
    seen: "Status 401 with unauthorized_client.",
    happened: () => "The token endpoint knows the clientId and refused the secret: unauthorized_client.",
    why: "It is wrong, expired or retired; the answer does not say which.",
    because: (f) =>
      f.belongsTo
        ? `It is a secret of your client ${f.belongsTo}, not of ${f.clientId}.`
        : (secretLooks[f.secretLooks ?? ""] ??
          (f.clientRowId
            ? "It is none of this client's secrets, and none of its retired ones either."
            : "It is wrong, expired or retired; the answer does not say which.")),
    todo: "Copy it again, whole, without spaces or a line break at its ends. A lost secret cannot be shown again: make a new one.",
  },
  "token.secret_retired": {
    title: "This secret is retired",
    seen: "Status 401 with unauthorized_client, for a secret that worked before.",
    happened: (f) => `It is the secret that ends in ${f.hint}. It stopped working on ${f.retiredAt}.`,
    why: "It was retired, or its overlap with a newer secret is over. Use the newer one, or make another.",
    todo: "Put the newer secret wherever the old one is still used, or make another one.",
  },
  "token.secret_is_fingerprint": {
    title: "That is the hint, not the secret",
    seen: "The value sent as clientSecret is the masked beginning and end that lists show.",
    happened: (f) =>
      f.hint
        ? `You typed the hint of the secret that ends in ${f.hint}.`
        : "You typed what lists show of a secret.",
    why: "Lists show only a part, so that you can tell your secrets apart. The secret itself was shown once, when it was made.",
    todo: "Take the secret from where it was stored. If it is lost, make a new one; the old one can go on working meanwhile.",
  },
  "token.swapped": {
    title: "clientId and clientSecret are exchanged",
    seen: "The clientId looks like a secret, and the clientSecret like a clientId.",
    why: "Some plugins call the two login and password, or ask for them in the other order.",
    todo: "Put the clientId into the first field and the secret into the second. If others saw the secret in the wrong field, make a new one.",
  },
  "token.encoded": {
    title: "The secret was encoded twice or not at all",
    seen: "A secret with +, %, & or = works in one tool and not in another.",
    happened: () => "What you typed is right once its % signs are decoded.",
    why: "In a form each value is percent-encoded exactly once. Done twice, or not at all, it arrives as another value.",
    todo: "Type the secret as it was shown and let the tool encode it, as curl does with --data-urlencode.",
  },
  "token.client_suspended": {
    title: "This client is suspended",
    seen: "Status 401 with invalid_client, for a client that worked before.",
    happened: (f) =>
      `It was suspended on ${f.suspendedAt} and gets no tokens.${f.reason ? ` Reason: ${f.reason}` : ""}`,
    why: "Somebody suspended it on purpose. Once resumed it works with the same secrets and links.",
    because: (f) =>
      suspender[f.suspendedBy ?? ""] ??
      "Somebody suspended it on purpose. Once resumed it works with the same secrets and links.",
    todo: "Find out why it was suspended, then resume it on its page. If the marketplace's team did it, answer them through help.",
  },
  "token.no_service_account": {
    title: "The client is not ready yet",
    seen: "“Client not enabled to retrieve service account”.",
    why: "The client exists, but its machine account was not switched on when it was made.",
    todo: "Tell us the clientId through help: this is ours to switch on.",
  },
  "token.realm_404": {
    title: "The path of the token address is wrong",
    seen: "Status 404 at the token host: “Realm does not exist”, or a bare “not found”.",
    happened: (f) => `The token host answered ${f.status}: it has nothing at this path.`,
    why: "A part of the path is mistyped or missing. It is /auth/realms/maas/protocol/openid-connect/token.",
    todo: "Copy the whole token address from here.",
  },
  "token.rate_limited": {
    title: "Too many token requests",
    seen: "Status 429 at the token address.",
    happened: (f) => `The token endpoint answered 429.${wait(f)}`,
    why: "A token works for its whole life: keep it and use it for all calls, instead of asking for one per call.",
    todo: "Wait as long as Retry-After says. Then keep each token until a minute before its end.",
  },
  "token.clock_skew": {
    title: "Two clocks disagree",
    seen: "A fresh token is refused as expired or not yet valid.",
    happened: (f) =>
      clocks[f.claim ?? ""]?.(f.offSeconds ?? "") ??
      "The token's times do not fit the clock of whoever checks it.",
    why: "The clock of one machine is wrong by more than a minute.",
    todo: "Let the machine set its clock by the network (NTP), and count a token's life from its arrival by expires_in.",
  },
} satisfies Record<string, VerdictText>;
