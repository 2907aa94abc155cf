import type { Facts } from "@/lib/first-call/step";
import type { VerdictCode } from "@/lib/first-call/verdicts";

/** What a verdict's sentences may need: the step's facts, with times in words, and what was called. */
type VerdictFacts = Facts & { clientId: string; sellerId: string };

/** What happened, and why it most likely did. */
type VerdictText = {
  title: string;
  happened: (f: VerdictFacts) => string;
  why: (f: VerdictFacts) => string;
};

const wait = (f: VerdictFacts) => (f.waitSeconds ? ` There is room again in ${f.waitSeconds} seconds.` : "");

const secretLooks: Record<string, string> = {
  stray_space: "What you typed has a space or a line break at one end. Copy the secret without it.",
  damaged: "It looks like one of our secrets, but a part is missing or changed. Copy it whole.",
  hint: "That looks like the hint of a secret, which is only its end. The secret itself was shown once, when it was made.",
};

const unreadable: Record<string, string> = {
  empty: "The answer has no body.",
  not_json: "The body is not the JSON object it should be.",
  oversize: "The answer is larger than 256 KB, so it was not read to its end.",
  no_token: "The token endpoint answered without a usable token.",
};

const claims: Record<string, (f: VerdictFacts) => string> = {
  exp: (f) => `The token was over ${f.offSeconds} seconds before it arrived. One of the two clocks is wrong.`,
  iat: (f) => `The token begins ${f.offSeconds} seconds from now. One of the two clocks is wrong.`,
  signature: () => "The token's signature does not match the keys its issuer publishes.",
};

const ended: Record<string, (at: string) => string> = {
  seller: (at) => `The seller ended the link between this client and the seller account on ${at}.`,
  client: (at) => `The client's own side ended the link to the seller account on ${at}.`,
  clock: (at) =>
    `The link between this client and the seller account ended on ${at}, because its time was over.`,
};

/** Every diagnosis in words. */
export const verdictTexts: Record<VerdictCode, VerdictText> = {
  ok: {
    title: "It works",
    happened: (f) => `The Seller API answered ${f.status}${f.shopName ? ` for ${f.shopName}` : ""}.`,
    why: () => "Client, secret and token are in order, and the client may act for this seller account.",
  },
  "token.client_unknown": {
    title: "This clientId does not work",
    happened: () => "The token endpoint refused the clientId: invalid_client.",
    why: (f) =>
      f.deletedAt
        ? `The client was deleted on ${f.deletedAt}. A deleted client does not come back.`
        : "It is unknown, suspended or deleted; the answer does not say which. Capital letters, spaces and dashes count.",
  },
  "token.secret_wrong": {
    title: "The secret is not right",
    happened: () => "The token endpoint knows the clientId and refused the secret: unauthorized_client.",
    why: (f) =>
      secretLooks[f.secretLooks ?? ""] ??
      (f.clientRowId
        ? "It is none of this client's secrets, and none of its retired ones either."
        : "It is wrong, expired or retired; the answer does not say which."),
  },
  "token.secret_retired": {
    title: "This secret is retired",
    happened: (f) => `It is the secret that ends in ${f.hint}. It stopped working on ${f.retiredAt}.`,
    why: () =>
      "It was retired, or its overlap with a newer secret is over. Use the newer one, or make another.",
  },
  "token.client_suspended": {
    title: "This client is suspended",
    happened: (f) => `It was suspended on ${f.suspendedAt} and gets no tokens.`,
    why: () => "Somebody suspended it on purpose. Once resumed it works with the same secrets and links.",
  },
  "token.rate_limited": {
    title: "Too many token requests",
    happened: (f) => `The token endpoint answered 429.${wait(f)}`,
    why: () =>
      "A token works for its whole life: keep it and use it for all calls, instead of asking for one per call.",
  },
  "seller.not_linked": {
    title: "No link to this seller account",
    happened: (f) => `The token is good, but the Seller API refused it for SellerId ${f.sellerId}: 403.`,
    why: (f) =>
      f.linkEndedAt
        ? (ended[f.linkEndedBy ?? ""]?.(f.linkEndedAt) ??
          `The link between this client and the seller account ended on ${f.linkEndedAt}.`)
        : "This client has no open link to that seller account, or there is no such account; the answer does not say which.",
  },
  "seller.bad_format": {
    title: "This is not a SellerId",
    happened: (f) =>
      f.unsafe
        ? "It holds characters that no header can carry, so nothing was sent."
        : `The Seller API answered ${f.status}: it cannot read the SellerId.`,
    why: () =>
      "A SellerId is 1 to 12 digits and does not begin with 0. A login, an e-mail address or a shop name is none.",
  },
  "seller.open_quota": {
    title: "The open test seller is busy",
    happened: (f) => `Its shared quota is used up: 429.${wait(f)}`,
    why: () =>
      "It allows few calls a minute, counted over everybody who tries. A seller account of your own has no such quota.",
  },
  "api.rate_limited": {
    title: "Too many calls",
    happened: (f) => `The Seller API answered 429.${wait(f)}`,
    why: () =>
      "Wait as long as the answer says, then try again and make the pauses longer each time it happens.",
  },
  "net.dns": {
    title: "The address was not found",
    happened: () => "The name of the API's host could not be resolved from here.",
    why: () =>
      "A name server does not answer, or the configured address is wrong. Your values were not sent.",
  },
  "net.refused": {
    title: "The connection was refused",
    happened: (f) => `Nobody took the call, or it was broken off${f.cause ? ` (${f.cause})` : ""}.`,
    why: () => "The service is not running, or a firewall stands in between. Your values are not the cause.",
  },
  "net.timeout": {
    title: "No answer in time",
    happened: () => "There was no complete answer within 10 seconds.",
    why: () =>
      "The other side is overloaded, or a firewall swallows the call. Your values are not the cause.",
  },
  "http.html_instead": {
    title: "A web page came instead of data",
    happened: (f) => `The answer was an HTML page with status ${f.status}.`,
    why: () =>
      "A proxy, a firewall or a sign-in page stands between here and the API, or the address is not the API's.",
  },
  "http.redirect": {
    title: "The address points elsewhere",
    happened: (f) =>
      `The answer was ${f.status}${f.location ? `, towards ${f.location}` : ""}. It was not followed.`,
    why: () =>
      "Secrets and tokens go to the configured address only. A redirect means that this address is not the exact one.",
  },
  "api.server": {
    title: "The other side has a fault",
    happened: (f) => `The answer was status ${f.status}.`,
    why: () => "An error or an outage over there; your values are not the cause. Try again in a moment.",
  },
  "api.body_unreadable": {
    title: "The answer cannot be read",
    happened: (f) =>
      f.field
        ? `The answer lacks ${f.field}, or it is of another type.`
        : (unreadable[f.why ?? ""] ?? "What came was no HTTP answer."),
    why: () => "Something between here and the API changed or cut the answer, or the API itself has a fault.",
  },
  unknown: {
    title: "Something we do not recognise",
    happened: (f) =>
      claims[f.claim ?? ""]?.(f) ??
      ([f.status && `Status ${f.status}`, f.error, f.detail, f.cause].filter(Boolean).join(" · ") ||
        "The step failed without saying why."),
    why: () => "None of the known causes fits. The steps and the answer below are all there is to see.",
  },
};
