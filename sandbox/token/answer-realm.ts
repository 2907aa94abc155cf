import { log } from "@/lib/log";
import { Unavailable } from "@/lib/tokens/ask";
import type { Answer } from "../answer";
import type { Call } from "../call";
import { Busy } from "../visit";
import { answerOnce, answerPublic, refuseForNow, refuseToken } from "./answers";
import { describeRealm, describeServer, listPublicKeys } from "./describe-realm";
import { giveToken } from "./give-token";
import { introspectToken } from "./introspect-token";
import { revokeToken } from "./revoke-token";

const realms = "/auth/realms/";
const realm = "maas";
const metadata = /^\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/;

const pages: Record<string, () => object | Promise<object>> = {
  "": describeRealm,
  "/": describeRealm,
  "/protocol/openid-connect/certs": listPublicKeys,
  "/.well-known/openid-configuration": describeServer,
  "/.well-known/oauth-authorization-server": describeServer,
};

const posts: Record<string, (call: Call) => Promise<Answer>> = {
  "/protocol/openid-connect/token": giveToken,
  "/protocol/openid-connect/token/introspect": introspectToken,
  "/protocol/openid-connect/revoke": revokeToken,
};

/** Everything below a realm, by how it is asked for. */
export const realmPlaces = { GET: Object.keys(pages), POST: Object.keys(posts) };

/** Whether a path belongs to the authorisation server. */
export function isRealmPath(path: string) {
  return path === "/auth" || path.startsWith("/auth/") || path.startsWith("/.well-known/");
}

/** Everything the authorisation server answers, trouble included: always JSON. */
export async function answerRealm(call: Call): Promise<Answer> {
  try {
    return await answerPath(call, placeIn(call.path));
  } catch (error) {
    if (error instanceof Busy) throw error;
    if (error instanceof Unavailable) return refuseForNow(503, "The service is not available right now", 2);
    log.error({ err: error, requestId: call.requestId }, "the token endpoint failed");
    return refuseToken(500, "server_error", "Something failed on our side");
  }
}

async function answerPath(call: Call, place: string | null | undefined): Promise<Answer> {
  if (place === undefined) return refuseToken(404, "HTTP 404 Not Found");
  if (place === null) return refuseToken(404, "Realm does not exist");
  const post = posts[place];
  if (post) {
    if (call.method === "POST") return post(call);
    const allow = { Allow: "POST, OPTIONS" };
    if (call.method === "OPTIONS") return { ...answerOnce(200, {}, allow), body: "" };
    return refuseToken(405, "HTTP 405 Method Not Allowed", undefined, allow);
  }
  const page = pages[place];
  if (!page) return refuseToken(404, "HTTP 404 Not Found");
  if (call.method === "GET" || call.method === "HEAD") return answerPublic(200, await page());
  const allow = { Allow: "GET, HEAD, OPTIONS" };
  if (call.method === "OPTIONS") return { ...answerPublic(200, {}, allow), body: "" };
  return answerPublic(405, { error: "HTTP 405 Method Not Allowed" }, allow);
}

/** The path below the realm; `null` for a realm that does not exist, `undefined` outside of all realms. */
function placeIn(path: string): string | null | undefined {
  // RFC 8414 3.1 puts the well-known part in front of the issuer's path, OpenID Connect behind it.
  const [wellKnown] = metadata.exec(path) ?? [];
  if (wellKnown) {
    const rest = placeIn(path.slice(wellKnown.length));
    return rest ? undefined : rest === "" ? wellKnown : rest;
  }
  if (!path.startsWith(realms) || path === realms) return undefined;
  const [name = ""] = path.slice(realms.length).split("/");
  return name === realm ? path.slice(realms.length + name.length) : null;
}
