import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddress } from "@/lib/client-address";
import { env, isLoopback } from "@/lib/env";
import { newId } from "@/lib/id";
import { log } from "@/lib/log";
import { isDatabaseReady } from "@/lib/readiness";
import { isSameOrigin } from "@/lib/same-origin";
import { admitCall, isCall } from "./admit-call";
import { answerPlainly } from "./answer-plainly";
import { isLogo } from "./armour";
import { chooseLanguage } from "./choose-language";
import { isUpload } from "./cut-uploads";
import { readCookie } from "./read-cookie";

/** A larger one is a form with files, which is cut before it is handed on. */
export const mostBodyBytes = 1_000_000;

const probes = new Set(["/api/health", "/api/ready"]);
const ours = [
  "x-portal-visitor",
  "x-portal-address",
  "x-portal-path",
  "x-portal-url",
  "x-portal-language",
  "x-portal-language-chosen",
  "x-request-id",
];
const forwarded = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "forwarded",
];
// Next honours these from anybody; each was once a way around its checks.
const internal = [
  "x-middleware-subrequest",
  "x-middleware-rewrite",
  "x-middleware-next",
  "x-invoke-path",
  "x-matched-path",
];

/** Lets a request through to Next, or answers it here. Facts about the caller are set, never taken over. */
export async function admit(request: IncomingMessage, response: ServerResponse) {
  const { headers, method = "GET", url = "/" } = request;
  const path = url.split("?", 1)[0] ?? "/";
  const hops = env().TRUSTED_PROXY_HOPS;
  const address = clientAddress(request, hops);
  headers.host = askedHost(request, hops);
  for (const name of [...ours, ...forwarded, ...internal]) delete headers[name];
  const requestId = newId();
  headers["x-request-id"] = requestId;
  headers["x-portal-address"] = address;
  headers["x-portal-path"] = path;
  // What Next's scripts add to tell their own requests apart is no part of where somebody is.
  headers["x-portal-url"] = url.replace(/[?&]_rsc(?:=[^&]*)?$/, "");
  headers["x-forwarded-for"] = address;
  response.setHeader("X-Request-Id", requestId);
  if (isWinding(path)) return refuse(response, 404, "unreadable");
  if (isCall(path)) return hasOurHost(request, response) && admitCall(request, response, path, requestId);
  chooseLanguage(request, response);
  if (probes.has(path)) return true;

  if (!hasOurHost(request, response)) return false;
  if (!isReadable(path) || /%00/.test(url)) return refuse(response, 404, "unreadable");
  const reads = method === "GET" || method === "HEAD";
  if (!reads && !isSameOrigin({ get: (name) => headers[name] as string | undefined })) {
    return refuse(response, 403, "foreignOrigin");
  }
  if (!reads) {
    // Before anything reads it: pages and route handlers of Next would take in whatever comes.
    if (headers["transfer-encoding"]) return refuse(response, 411, "noLength");
    const isTooLarge = Number(headers["content-length"] ?? 0) > mostBodyBytes;
    if (isTooLarge && !isUpload(request, path)) return refuse(response, 413, "tooLarge");
  }
  if (path.startsWith("/_next/")) return true;
  // Pictures that anybody may see know nobody, so that every cache on the way may keep them.
  if (!isLogo(path)) headers["x-portal-visitor"] = knowVisitor(request, response, reads);
  const scripted = headers["next-action"] !== undefined || path.startsWith("/api/");
  if (scripted || (await isDatabaseReady(!reads))) return true;
  const reference = newId();
  log.error({ reference, requestId, path }, "the database does not answer");
  response.setHeader("Retry-After", "5");
  return refuse(response, 503, reads ? "database" : "nothingSaved", reference);
}

/**
 * Whether what is asked for is not the place that its letters say: Next would resolve the dots and answer with another
 * page than the one that is judged here. Browsers resolve them before they ask.
 */
function isWinding(path: string) {
  return !path.startsWith("/") || path.split(/[\\/]/).some((part) => /^(\.|%2e){1,2}$/i.test(part));
}

/** Whether the path's escapes are UTF-8 without NUL; Next would answer 500 to the rest, PostgreSQL would throw. */
function isReadable(path: string) {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

/** The host that was asked for: behind proxies that put their own there, the one that the outermost of them noted. */
function askedHost({ headers }: IncomingMessage, hops: number) {
  const noted = hops > 0 ? String(headers["x-forwarded-host"] ?? "").split(",") : [];
  return (noted.at(-hops) ?? noted[0] ?? "").trim() || headers.host;
}

/** `Host` is compared, never believed: links, cookies and proofs come from the configured address alone. */
function hasOurHost(request: IncomingMessage, response: ServerResponse) {
  const { MODE, PUBLIC_URL } = env();
  const host = (request.headers.host ?? "").toLowerCase();
  if (host === new URL(PUBLIC_URL).host) return true;
  const reads = request.method === "GET" || request.method === "HEAD";
  const target = request.url?.startsWith("/") ? request.url : "/";
  if (MODE === "demo" && reads && isLoopback(host.replace(/:\d+$/, "")) && !target.startsWith("//")) {
    response.writeHead(308, { location: `${PUBLIC_URL}${target}`, "cache-control": "no-store" }).end();
    return false;
  }
  return refuse(response, 400, "unknownHost");
}

/** The browser's own random name: binds the forms of people who are not signed in. */
function knowVisitor(request: IncomingMessage, response: ServerResponse, reads: boolean) {
  const secure = env().PUBLIC_URL.startsWith("https:");
  const name = secure ? "__Host-portal-visitor" : "portal-visitor";
  const known = readCookie(request, name);
  if (known && /^[\w-]{22}$/.test(known)) return known;
  const fresh = randomBytes(16).toString("base64url");
  if (reads) {
    const cookie = `${name}=${fresh}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000${secure ? "; Secure" : ""}`;
    response.appendHeader("Set-Cookie", cookie);
  }
  return fresh;
}

function refuse(...answer: Parameters<typeof answerPlainly>) {
  answerPlainly(...answer);
  return false;
}
