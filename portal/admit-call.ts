import type { IncomingMessage, ServerResponse } from "node:http";
import { apiHeaders, type ProblemCode, problemBody } from "@/lib/portal-api/problem";

const mostBodyBytes = 64 * 1024;

/** Whether a path is the portal API's. */
export const isCall = (path: string) => path === "/api/v1" || path.startsWith("/api/v1/");

/**
 * Lets a call of the portal API through, or answers it in that API's words. Its bearer is its proof, so no origin is
 * asked for; and no cookie reaches it, so that none can ever count there.
 */
export function admitCall(
  { headers, method }: IncomingMessage,
  response: ServerResponse,
  path: string,
  id: string,
) {
  delete headers.cookie;
  // Whoever asks with a browser gets the API's own answers too, and no page in their place.
  headers.accept = "application/json";
  const refuse = (code: ProblemCode) => {
    const body = problemBody({ code }, path, id);
    // The rest of a body that nobody reads must not keep the connection.
    const head = { "Content-Type": "application/problem+json", ...apiHeaders, Connection: "close" };
    response.writeHead(body.status, head).end(JSON.stringify(body));
    return false;
  };
  if (!isReadable(path)) return refuse("not_found");
  if (method === "GET" || method === "HEAD") return true;
  if (headers["transfer-encoding"]) return refuse("length_required");
  return Number(headers["content-length"] ?? 0) <= mostBodyBytes || refuse("too_large");
}

/** Next would answer 500 to escapes that are not UTF-8. */
function isReadable(path: string) {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}
