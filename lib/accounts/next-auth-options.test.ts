import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "@/db/testing";
import { env } from "../env";
import { makeMember, password } from "./act.testing";
import { findViewer } from "./find-actor";
import { nextAuthOptions } from "./next-auth-options";
import { decodeSession, encodeSession, sessionCookieName } from "./session-cookie";

beforeAll(() => ownDatabase());

const sessionName = sessionCookieName();
type Sent = { method: string; path: string; body?: Record<string, string>; cookies?: Record<string, string> };

/** Sends one request through next-auth as mounted, and collects what it answers. */
async function send({ method, path, body = {}, cookies = {} }: Sent) {
  const answer = { status: 200, headers: new Map<string, unknown>(), body: undefined as unknown };
  const response = {
    status(status: number) {
      answer.status = status;
      return response;
    },
    getHeader: (name: string) => answer.headers.get(name.toLowerCase()),
    setHeader(name: string, value: unknown) {
      answer.headers.set(name.toLowerCase(), value);
      return response;
    },
    send(sent: unknown) {
      answer.body = sent;
    },
    json(sent: unknown) {
      answer.body = sent;
    },
    end() {},
  };
  const request = {
    method,
    query: { nextauth: path.split("/") },
    body,
    cookies,
    headers: { host: "localhost" },
  };
  const mounted = (NextAuth as unknown as { default?: typeof NextAuth }).default ?? NextAuth;
  await mounted(request as never, response as never, nextAuthOptions());
  return { ...answer, setCookies: ((answer.headers.get("set-cookie") ?? []) as string[]).join("\n") };
}

/** A form token of next-auth's own, as a page of its would hold it. */
async function csrf() {
  const { body, setCookies } = await send({ method: "GET", path: "csrf" });
  const [, name = "", value = ""] = /(next-auth\.csrf-token)=([^;]+)/.exec(setCookies) ?? [];
  return {
    csrfToken: (body as { csrfToken: string }).csrfToken,
    cookies: { [name]: decodeURIComponent(value) },
  };
}

const paths = [
  "signin",
  "signin/credentials",
  "signin/email",
  "signout",
  "callback",
  "callback/credentials",
  "callback/email",
  "csrf",
  "session",
  "providers",
  "_log",
  "error",
  "verify-request",
  "anything",
];

describe("next-auth as mounted", () => {
  test.each(paths)("POST %s begins no session and fails without an error of ours", async (path) => {
    const { email } = await makeMember();
    const form = await csrf();
    for (const body of [
      {},
      { email, password },
      { email, password, csrfToken: form.csrfToken, json: "true" },
    ]) {
      const answer = await send({
        method: "POST",
        path,
        body: body as Record<string, string>,
        cookies: form.cookies,
      });
      expect(answer.status).toBeLessThan(500);
      expect(answer.setCookies).not.toContain(`${sessionName}=e`);
    }
  });

  test.each(paths)("GET %s begins no session", async (path) => {
    const answer = await send({ method: "GET", path });
    expect(answer.status).toBeLessThan(500);
    expect(answer.setCookies).not.toContain(`${sessionName}=e`);
  });

  test("offers no provider", async () => {
    expect((await send({ method: "GET", path: "providers" })).body).toEqual({});
  });

  test("tells of a session nothing but its end", async () => {
    const { sessionId, email } = await makeMember();
    const cookies = { [sessionName]: await encodeSession(sessionId) };
    const answer = await send({ method: "GET", path: "session", cookies });
    expect(Object.keys(answer.body as object)).toEqual(["expires"]);
    expect(JSON.stringify(answer)).not.toContain(email);
    const [, renewed = ""] = new RegExp(`${sessionName}=([^;]+)`).exec(answer.setCookies) ?? [];
    expect(await decodeSession(renewed)).toBe(sessionId);
  });

  test("ends the session row when it signs out", async () => {
    const { sessionId } = await makeMember();
    const { csrfToken, cookies } = await csrf();
    const signedIn = { ...cookies, [sessionName]: await encodeSession(sessionId) };
    await send({ method: "POST", path: "signout", body: {}, cookies: signedIn });
    expect(await findViewer(sessionId)).not.toBeNull();
    await send({ method: "POST", path: "signout", body: { csrfToken }, cookies: signedIn });
    expect(await findViewer(sessionId)).toBeNull();
  });
});

describe("the session cookie", () => {
  test("holds the session's id and nothing else, and opens only as a whole", async () => {
    const { sessionId } = await makeMember();
    const value = await encodeSession(sessionId);
    expect(value).not.toContain(sessionId);
    const held = await decode({ token: value, secret: env().SESSION_SECRET });
    expect(Object.keys(held ?? {}).sort()).toEqual(["exp", "iat", "jti", "sid"]);
    expect(await decodeSession(value)).toBe(sessionId);
    const changed = value.slice(0, -2) + (value.endsWith("AA") ? "BB" : "AA");
    for (const odd of [changed, "", "x", "a.b.c.d.e", `${value}.x`])
      expect(await decodeSession(odd)).toBeNull();
  });
});
