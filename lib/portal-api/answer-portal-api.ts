import { createHash } from "node:crypto";
import { isConnectionLost } from "@/db/outlive-connection";
import { newId } from "../id";
import { type Taken, takeLimit } from "../limits/take-limit";
import { log } from "../log";
import { isDatabaseReady } from "../readiness";
import { verifyToken } from "../tokens/verify-token";
import { type ApiAnswer, type ApiCall, isRefused } from "./call";
import { type ApiCaller, findCaller } from "./caller";
import { openApi } from "./open-api";
import { apiHeaders, type ProblemCode, type Refused, tellProblem } from "./problem";
import { findRoute } from "./routes";

const prefix = "/api/v1";
const mostBodyBytes = 64 * 1024;
const perClient = { name: "portal API", max: 600, windowSeconds: 60 };

/**
 * The one door of the portal API: route, token, client, limit, body, then the route's own answer. It reads no cookie
 * and asks for no origin; the bearer is the proof. Surprises are logged with the id that the answer carries.
 */
export async function answerPortalApi(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const requestId = request.headers.get("x-request-id") ?? newId();
  const tell = (refused: Refused) => tellProblem(refused, pathname, requestId);
  try {
    const path = pathname.slice(prefix.length);
    if (path === "/openapi.json" && request.method === "GET") {
      return Response.json(openApi(), { headers: { "Cache-Control": "no-cache" } });
    }
    const found = findRoute(path);
    if (!found) return tell({ code: "not_found" });
    // HEAD is GET whose body nobody sends.
    const method = request.method === "HEAD" ? "GET" : request.method;
    const answer = found.route[method as keyof typeof found.route];
    if (!answer) {
      return tell({ code: "method_not_allowed", headers: { Allow: Object.keys(found.route).join(", ") } });
    }
    const caller = await prove(request, searchParams, requestId);
    if (typeof caller === "string") return tell({ code: caller });
    const taken = await takeLimit(perClient, caller.clientRowId);
    const headers = quotaHeaders(taken);
    if (!taken.allowed) {
      return tell({
        code: "quota_exceeded",
        headers: { ...headers, "Retry-After": String(taken.retryAfterSeconds) },
      });
    }
    const call = await read(request, caller, found.named, pathname, searchParams);
    const said = isRefused(call as ApiAnswer) ? (call as Refused) : await answer(call as ApiCall);
    if (isRefused(said)) return tell({ ...said, headers: { ...headers, ...said.headers } });
    const all = { ...apiHeaders, ...headers };
    return said.body
      ? Response.json(said.body, { status: said.status, headers: all })
      : new Response(null, { status: said.status, headers: all });
  } catch (error) {
    // A database that is back already was away all the same.
    const isOut = isConnectionLost(error) || !(await isDatabaseReady(true));
    log.error({ requestId, path: pathname, err: error }, "a call of the portal API failed");
    return tell(
      isOut ? { code: "unavailable", headers: { "Retry-After": "5" } } : { code: "internal_error" },
    );
  }
}

async function prove(
  request: Request,
  query: URLSearchParams,
  requestId: string,
): Promise<ApiCaller | ProblemCode> {
  const authorization = request.headers.get("authorization") ?? "";
  if (query.has("access_token")) return "invalid_request";
  const [, token = ""] = /^bearer +(\S+) *$/i.exec(authorization) ?? [];
  // Two headers arrive as one, with a comma.
  if (authorization.includes(",")) return "invalid_request";
  if (!token) return "token_missing";
  const verified = await verifyToken(token);
  if (!verified.ok) return verified.reason;
  return findCaller(verified.claims, requestId);
}

/** The call as its route needs it, or what is wrong with its body. */
async function read(
  request: Request,
  caller: ApiCaller,
  named: string,
  path: string,
  query: URLSearchParams,
): Promise<ApiCall | Refused> {
  const idempotencyKey = request.headers.get("idempotency-key");
  if (idempotencyKey !== null && !/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) {
    return {
      code: "invalid_parameter",
      errors: { "Idempotency-Key": ["1 to 255 visible ASCII characters."] },
    };
  }
  const text = request.method === "POST" ? await request.text() : "";
  if (Buffer.byteLength(text) > mostBodyBytes) return { code: "too_large" };
  let body: unknown;
  if (text) {
    const type = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase();
    if (type !== "application/json") return { code: "unsupported_media_type" };
    body = readJson(text);
    if (typeof body !== "object" || body === null || Array.isArray(body)) return { code: "invalid_body" };
  } else body = {};
  const fingerprint = createHash("sha256").update(`${request.method} ${path}\n${text}`).digest();
  return { caller, named, query, body, fingerprint, idempotencyKey };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The fields of the IETF draft "RateLimit header fields for HTTP". */
function quotaHeaders({ allowed, left, retryAfterSeconds }: Taken) {
  const { max, windowSeconds } = perClient;
  return {
    RateLimit: `"client";r=${allowed ? left : 0};t=${allowed ? windowSeconds : retryAfterSeconds}`,
    "RateLimit-Policy": `"client";q=${max};w=${windowSeconds}`,
  };
}
