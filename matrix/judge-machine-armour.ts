import type { Answer } from "./ask";

/** What no answer to a program says: it has no cookie, no page of a browser asks it, and what runs here is no matter. */
const neverSaid = /^(set-cookie|server|x-powered-by|via|access-control-.*)$/i;
const always = {
  "x-content-type-options": /^nosniff$/,
  "strict-transport-security": /^max-age=31536000; includeSubDomains$/,
  "x-request-id": /^[0-9a-f-]{36}$/,
};

/** What the authorisation server says besides, in every answer. */
const atRealm = {
  "content-type": /^application\/json$/,
  "referrer-policy": /^no-referrer$/,
  "x-frame-options": /^(SAMEORIGIN|DENY)$/,
  "x-robots-tag": /^none$/,
};
const atSellerApi = { "cache-control": /^no-store$/, vary: /^Authorization, SellerId$/ };

/** Codes of the Seller API whose answers carry a challenge, and the error that it names. */
const challenges: Record<string, RegExp> = {
  token_missing: /^Bearer realm="maas"$/,
  token_invalid: /^Bearer realm="maas", error="invalid_token"$/,
  token_expired: /^Bearer realm="maas", error="invalid_token"$/,
  token_revoked: /^Bearer realm="maas", error="invalid_token"$/,
  insufficient_scope: /^Bearer realm="maas", error="insufficient_scope"$/,
  invalid_request: /^Bearer realm="maas", error="invalid_request"$/,
};

/** One request, as far as the headers of its answer hang on it. */
type Asked = { method: string; path: string; isBasic?: boolean; secrets?: string[] };

/** Everything that is wrong with what an answer of the sandbox wears. */
export function judgeMachineArmour(asked: Asked, answer: Answer): string[] {
  const { path } = asked;
  const isRealm = /^\/(auth|\.well-known)(\/|$)/.test(path);
  const wrong = [...missing(answer, always), ...judgeMoment(answer)];
  for (const name of Object.keys(answer.headers)) if (neverSaid.test(name)) wrong.push(`it says ${name}`);
  const names = answer.raw.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  for (const name of names) if (names.indexOf(name) !== names.lastIndexOf(name)) wrong.push(`${name} twice`);
  for (const secret of asked.secrets ?? [])
    if (`${answer.raw.join()} ${answer.body}`.includes(secret)) wrong.push("it repeats a secret");
  if (/^\/(healthz|readyz)$/.test(path))
    return [...wrong, ...missing(answer, { "cache-control": /^no-store$/ })];
  return [...wrong, ...(isRealm ? judgeRealm(asked, answer) : judgeSellerApi(answer))];
}

function judgeRealm({ method, path, isBasic }: Asked, answer: Answer) {
  const { status, headers } = answer;
  // What anybody may read, and what else is said at its address.
  const isPublic = /\/certs$|\/\.well-known\/|^\/\.well-known\/|\/maas\/?$/.test(path) && status !== 404;
  const kept = status >= 413 || !isPublic ? /^no-store$/ : /^no-cache$/;
  const wrong = missing(answer, { ...atRealm, "cache-control": kept });
  if (kept.test("no-store")) wrong.push(...missing(answer, { pragma: /^no-cache$/ }));
  const challenge = status === 401 && isBasic ? 'Basic realm="maas"' : undefined;
  if (headers["www-authenticate"] !== challenge) wrong.push(`challenge ${headers["www-authenticate"]}`);
  if (method === "HEAD" || method === "OPTIONS" || answer.body === "") return wrong;
  const said = JSON.parse(answer.body) as { error?: string };
  if (status >= 400 && !said.error) wrong.push("an error without its code");
  return wrong;
}

function judgeSellerApi(answer: Answer) {
  const { status, headers, body } = answer;
  const wrong = missing(answer, atSellerApi);
  if (status < 300) return wrong;
  wrong.push(...missing(answer, { "content-type": /^application\/problem\+json$/ }));
  if (body === "") return wrong;
  const said = JSON.parse(body) as Record<string, unknown>;
  for (const name of ["type", "title", "detail", "instance", "code"])
    if (typeof said[name] !== "string") wrong.push(`the problem has no ${name}`);
  if (said.status !== status) wrong.push(`the problem says ${said.status}`);
  if (said.traceId !== headers["x-request-id"]) wrong.push("another trace");
  if ((status === 400 || status === 422) !== "errors" in said)
    wrong.push(`errors: ${JSON.stringify(said.errors)}`);
  const challenge = headers["www-authenticate"];
  const expected = challenges[String(said.code)];
  if (expected ? !expected.test(challenge ?? "") : challenge) wrong.push(`challenge ${challenge}`);
  return wrong;
}

/** When to come again and what to ask instead: said where it helps, and nowhere else. */
function judgeMoment({ status, headers }: Answer) {
  const isLater = status === 429 || status === 503;
  const wrong: string[] = [];
  if (isLater ? !/^[1-9]\d*$/.test(headers["retry-after"] ?? "") : headers["retry-after"])
    wrong.push(`retry-after ${headers["retry-after"]}`);
  if (status === 405 && !/^[A-Z]+(, [A-Z]+)*$/.test(headers.allow ?? ""))
    wrong.push(`allow ${headers.allow}`);
  return wrong;
}

function missing({ headers }: Answer, wanted: Record<string, RegExp>) {
  return Object.entries(wanted)
    .filter(([name, value]) => !value.test(String(headers[name] ?? "")))
    .map(([name]) => `${name} is "${headers[name]}"`);
}
