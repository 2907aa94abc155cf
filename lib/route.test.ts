import { afterEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { makeActor, makeMember, makeOrganisation, rolledBack } from "@/db/testing";
import { findViewer } from "./accounts/find-actor";
import { comeFrom, fill } from "./door.testing";
import { log } from "./log";
import { done, type Result, refuse } from "./result";
import { route } from "./route";

vi.mock("next/headers", async () => (await import("./door.testing")).nextHeaders);

afterEach(() => vi.restoreAllMocks());

const input = z.object({ name: z.string("required").min(2, "too_short") });
const heard = () => vi.fn(async (..._words: unknown[]) => done("heard") as Result<string>);

/** Sends a body to such a route, and reads the result that its answer tells. */
async function send(act: ReturnType<typeof heard>, body: FormData | string): Promise<Result<string>> {
  const handler = route(input, act, (result) => Response.json(result));
  const answer = await handler(new Request("http://localhost/run", { method: "POST", body }));
  return (await answer.json()) as Result<string>;
}

it(
  "hands a signed-in act who it is, for the organisation of its page",
  rolledBack(async () => {
    const actor = await makeActor();
    const other = await makeOrganisation({ kind: "partner" });
    await makeMember({ id: actor.personId }, other);
    const act = heard();
    await comeFrom(actor);
    const form = fill("run first call", actor.sessionId, other.id, { name: "Ada" });
    expect(await send(act, form)).toEqual(done("heard"));
    const { personId, sessionId, name, email } = actor;
    const who = { personId, sessionId, name, email, organisationId: other.id, requestId: "request-1" };
    expect(act.mock.calls[0]?.slice(0, 2)).toMatchObject([
      { ...who, key: { act: "run first call" } },
      { name: "Ada" },
    ]);
    expect((await findViewer(sessionId))?.organisation.id).toBe(other.id);
  }),
);

it("hands a visitor's act the browser, and nobody's name", async () => {
  const act = heard();
  await comeFrom(null);
  expect(await send(act, fill("run first call", "browser-1", "", { name: "Ada" }))).toEqual(done("heard"));
  expect(act.mock.calls[0]?.slice(0, 2)).toMatchObject([
    { visitorId: "browser-1", key: { holder: "browser-1" } },
    {},
  ]);
  expect(act.mock.calls[0]?.[0]).not.toHaveProperty("personId");
});

it("refuses another site, another browser's key, what is no form and what is wrong, in this order", async () => {
  const warn = vi.spyOn(log, "warn").mockImplementation(() => {});
  const act = heard();
  const good = () => fill("run first call", "browser-1", "", { name: "A" });
  await comeFrom(null, { origin: "https://elsewhere.test" });
  expect(await send(act, "no form")).toEqual(refuse("not_allowed"));
  expect(warn).toHaveBeenCalledWith({ reason: "another origin", requestId: "request-1" }, "refused");
  await comeFrom(null, { "x-portal-visitor": "browser-2" });
  expect(await send(act, "no form")).toEqual(refuse("invalid"));
  expect(await send(act, good())).toEqual(refuse("stale"));
  expect(await send(act, new FormData())).toEqual(refuse("stale"));
  await comeFrom(null);
  expect(await send(act, good())).toEqual(refuse("invalid", { fields: { name: "too_short" } }));
  expect(act).not.toHaveBeenCalled();
});

it("answers a surprise with a reference that the log knows", async () => {
  const error = vi.spyOn(log, "error").mockImplementation(() => {});
  const act = vi.fn(async () => {
    throw new Error("the inside of it");
  });
  await comeFrom(null);
  const refusal = await send(act, fill("run first call", "browser-1", "", { name: "Ada" }));
  const [line] = error.mock.calls[0] as unknown as [{ reference: string }];
  expect(refusal).toEqual(refuse("unavailable", { reference: line.reference }));
});
