import type { Answer } from "../answer";

const guarded = {
  "Content-Type": "application/json",
  "Referrer-Policy": "no-referrer",
  "X-Frame-Options": "SAMEORIGIN",
  "X-Robots-Tag": "none",
};

/** A JSON answer that nobody may keep: everything the POST endpoints say. */
export function answerOnce(status: number, body: object, more: Record<string, string> = {}): Answer {
  const headers = { ...guarded, "Cache-Control": "no-store", Pragma: "no-cache", ...more };
  return { status, headers, body: JSON.stringify(body) };
}

/** A JSON answer that is checked again before each use: keys, discovery, realm. */
export function answerPublic(status: number, body: object, more: Record<string, string> = {}): Answer {
  const headers = { ...guarded, "Cache-Control": "no-cache", ...more };
  return { status, headers, body: JSON.stringify(body) };
}

/** An error of RFC 6749 5.2. */
export function refuseToken(
  status: number,
  error: string,
  description?: string,
  more: Record<string, string> = {},
): Answer {
  const body = description === undefined ? { error } : { error, error_description: description };
  return answerOnce(status, body, more);
}

/** "Not now": 429 or 503, always with the seconds after which it is worth asking again. */
export function refuseForNow(status: 429 | 503, description: string, retryAfterSeconds: number): Answer {
  return refuseToken(status, "temporarily_unavailable", description, {
    "Retry-After": String(retryAfterSeconds),
  });
}
