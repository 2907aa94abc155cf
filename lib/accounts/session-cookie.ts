import { decode, encode } from "next-auth/jwt";
import { env } from "../env";

/** Absolute life of a session; it also ends after twelve hours unseen (`find_session`). */
export const sessionSeconds = 7 * 86_400;

const overHttps = () => env().PUBLIC_URL.startsWith("https:");

/** The cookie's name: bound to the host over https, where browsers enforce what `__Host-` promises. */
export const sessionCookieName = () => (overHttps() ? "__Host-portal-session" : "portal-session");

/** How the cookie is set, for our own door and for next-auth's routes alike. */
export const sessionCookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  secure: overHttps(),
  path: "/",
});

/** The cookie's value: next-auth's encrypted token, holding the session's id and nothing else. */
export function encodeSession(sessionId: string) {
  return encode({ token: { sid: sessionId }, secret: env().SESSION_SECRET, maxAge: sessionSeconds });
}

/** The session id inside a cookie's value; null for anything this portal did not make. */
export async function decodeSession(value: string) {
  try {
    const token = await decode({ token: value, secret: env().SESSION_SECRET });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null;
  }
}
