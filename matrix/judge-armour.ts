import type { Answer } from "./ask";

/** What every answer of the portal wears, whatever it answers. */
const worn: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
};
const neverSaid = ["x-powered-by", "server", "access-control-allow-origin"];

const pagePolicy = {
  "default-src": /^'none'$/,
  "script-src": /^'self' 'nonce-[\w+/]{22}==' 'strict-dynamic'$/,
  "style-src": /^'self' 'nonce-[\w+/]{22}=='$/,
  "img-src": /^'self' data:$/,
  "font-src": /^'self'$/,
  "connect-src": /^'self'$/,
  "form-action": /^'self'$/,
  "object-src": /^'none'$/,
  "base-uri": /^'none'$/,
  "frame-ancestors": /^'none'$/,
};
const filePolicy = "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

/** What may be kept on the way: files whose names change with what is in them, and what is the same for everybody. */
const isKept = (path: string) =>
  /^\/(_next\/static|logos)\/|^\/(icon\.svg|\.well-known\/security\.txt)$/.test(path);

/** Everything that is wrong with an answer's headers, and with a page in which something could run that is not ours. */
export function judgeArmour(path: string, answer: Answer): string[] {
  const { status, headers, body } = answer;
  const said = (name: string) => String(headers[name] ?? "");
  const wrong: string[] = [];
  for (const [name, value] of Object.entries(worn))
    if (said(name) !== value) wrong.push(`${name} is "${said(name)}"`);
  for (const name of neverSaid) if (name in headers) wrong.push(`it says ${name}`);
  const policy = said("content-security-policy");
  if (policy !== filePolicy) wrong.push(...judgePolicy(policy));
  const isFine = status === 200 || status === 206 || status === 304;
  if (!(isFine && isKept(path)) && !/\bno-store\b/.test(said("cache-control")))
    wrong.push(`cache-control is "${said("cache-control")}"`);
  for (const cookie of [headers["set-cookie"] ?? []].flat()) wrong.push(...judgeCookie(cookie));
  if (/text\/html/.test(said("content-type")) && !said("content-disposition"))
    wrong.push(...judgePage(body, nonceOf(answer)));
  return wrong;
}

/** The word that scripts of this one answer carry. */
export function nonceOf({ headers }: Answer) {
  return /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";
}

function judgePolicy(policy: string) {
  const directives = policy.split("; ").map((one): [string, string] => {
    const [name = "", ...words] = one.split(" ");
    return [name, words.join(" ")];
  });
  const missing = Object.keys(pagePolicy).filter((name) => !directives.some(([one]) => one === name));
  const wrong = directives.filter(
    ([name, words]) => !pagePolicy[name as keyof typeof pagePolicy]?.test(words),
  );
  return [...missing.map((name) => `no ${name}`), ...wrong.map(([name, words]) => `${name} ${words}`)];
}

function judgeCookie(cookie: string) {
  const [name = ""] = cookie.split("=", 1);
  const words = cookie.split(/;\s*/).map((word) => word.toLowerCase());
  const asked = ["secure", "httponly", "path=/"].filter((word) => !words.includes(word));
  const isSame = words.some((word) => word === "samesite=lax" || word === "samesite=strict");
  const wrong = [
    ...asked,
    ...(isSame ? [] : ["samesite"]),
    ...(name.startsWith("__Host-") ? [] : ["__Host-"]),
  ];
  if (words.some((word) => word.startsWith("domain="))) wrong.push("no domain");
  return wrong.map((word) => `the cookie ${name} lacks: ${word}`);
}

/** A page whose tags could run something that the policy must then stop. */
function judgePage(body: string, nonce: string) {
  const tags = [...body.matchAll(/<(script|style)\b[^>]*>/g)].map(([tag]) => tag);
  const strangers = tags.filter((tag) => !tag.includes(`nonce="${nonce}"`));
  const drawn = body.replace(/<(script|style)\b[^>]*>.*?<\/\1>/gs, "");
  const odd = [...drawn.matchAll(/<[a-z][^>]*\s(on[a-z]+|style)="|="\s*javascript:/g)].map(([text]) => text);
  return [...strangers, ...odd].slice(0, 3).map((text) => `the page has ${text.slice(0, 120)}`);
}
