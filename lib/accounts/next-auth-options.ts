import type { AuthOptions } from "next-auth";
import { asVisitor } from "@/db/client";
import { env } from "../env";
import { log } from "../log";
import { endSession } from "./begin-session";
import { sessionCookieName, sessionCookieOptions, sessionSeconds } from "./session-cookie";

/** Bound to the host over https, as every cookie of ours; next-auth alone would leave it to the whole domain. */
const callbackCookieName = () => `${sessionCookieOptions().secure ? "__Host-" : ""}next-auth.callback-url`;

/**
 * How next-auth is mounted: on our cookie and our secret, without any provider of its own. It can end a session,
 * never begin one, and tells nothing about it. A function, because a build imports this without an environment.
 */
export function nextAuthOptions(): AuthOptions {
  return {
    providers: [],
    secret: env().SESSION_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() },
      callbackUrl: { name: callbackCookieName(), options: sessionCookieOptions() },
    },
    pages: { signIn: "/sign-in", signOut: "/account", error: "/sign-in", verifyRequest: "/sign-in" },
    callbacks: {
      // Whatever was in the token, our session's id is all that goes on.
      jwt: ({ token }) => ({ sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const { sid } = token;
        if (typeof sid === "string") await asVisitor((tx) => endSession(tx, sid));
      },
    },
    // Anybody may post to its log route: only the shape of what came is kept.
    logger: {
      error: (code) => log.warn({ code: String(code).slice(0, 60) }, "next-auth"),
      warn: (code) => log.debug({ code: String(code).slice(0, 60) }, "next-auth"),
      debug: () => {},
    },
  };
}
