import { unstable_rethrow } from "next/navigation";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { makeActor, makeMember, makeOrganisation, rolledBack } from "@/db/testing";
import type { Actor } from "./accounts/actor";
import { findViewer } from "./accounts/find-actor";
import { readFormKey } from "./accounts/form-key";
import { action, type Effects, visitorAction } from "./action";
import { moveClock } from "./clock";
import { comeFrom, fill, jar } from "./door.testing";
import { env } from "./env";
import { lastRefusal, withNote } from "./last-refusal";
import { log } from "./log";
import { done, refuse } from "./result";

vi.mock("next/headers", async () => (await import("./door.testing")).nextHeaders);
vi.mock("next/cache", async () => {
  const { jar } = await import("./door.testing");
  return { revalidatePath: (...words: unknown[]) => jar.fetchedAnew.push(words) };
});

afterEach(() => {
  moveClock(0);
  vi.restoreAllMocks();
});

const input = z.object({ name: z.string("required").min(2, "too_short"), logo: z.any().optional() });
const fields = { name: "Ada", password: "not to be shown again" };

/** An act that says what it was called with. */
const heard = () => vi.fn(async (..._words: unknown[]) => done({ heard: true }) as never);
const formOf = (actor: Actor, over: Record<string, string> = {}) =>
  fill("invite member", actor.sessionId, actor.organisationId, { ...fields, ...over });

describe("the door of signed-in people", () => {
  it(
    "hands the act who it is, what the page promised and what was typed",
    rolledBack(async () => {
      const actor = await makeActor();
      const act = heard();
      await comeFrom(actor);
      const form = formOf(actor);
      form.set("logo", new File(["x"], "logo.png"));
      expect(await action(input, act)(null, form)).toEqual(done({ heard: true }));
      const [who, typed] = act.mock.calls[0] as [Actor, { name: string; logo: File }];
      const { sessionId, personId, name, email, organisationId } = actor;
      expect(who).toMatchObject({ sessionId, personId, name, email, organisationId, requestId: "request-1" });
      expect(who.key).toMatchObject({ act: "invite member", organisationId, path: "/team?x=1" });
      expect([typed.name, typed.logo.name]).toEqual(["Ada", "logo.png"]);
      expect(jar).toEqual({ set: [], deleted: [], fetchedAnew: [] });
    }),
  );

  it(
    "acts for the organisation of the page, also where another tab has switched",
    rolledBack(async () => {
      const actor = await makeActor();
      const other = await makeOrganisation({ kind: "partner" });
      await makeMember({ id: actor.personId }, other);
      const act = heard();
      await comeFrom(actor);
      await action(input, act)(null, formOf({ ...actor, organisationId: other.id }));
      expect(act.mock.calls[0]?.[0]).toMatchObject({ organisationId: other.id });
      expect((await findViewer(actor.sessionId))?.organisation.id).toBe(other.id);
    }),
  );

  it(
    "lets no other site in, before anything else is looked at, and logs it",
    rolledBack(async () => {
      const actor = await makeActor();
      const warn = vi.spyOn(log, "warn").mockImplementation(() => {});
      const act = heard();
      await comeFrom(actor, { origin: "https://elsewhere.test" });
      const refusal = await action(input, act)(null, formOf(actor));
      expect(refusal).toEqual(refuse("not_allowed", { values: { name: "Ada" } }));
      expect(act).not.toHaveBeenCalled();
      expect(warn).toHaveBeenCalledWith({ reason: "another origin", requestId: "request-1" }, "refused");
    }),
  );

  it(
    "sends the signed out to sign in, and back to the form's page",
    rolledBack(async () => {
      const actor = await makeActor();
      await comeFrom(null);
      const back = (path: string) => ({ code: "sign_in_again", facts: { href: `/sign-in?next=${path}` } });
      expect(await action(input, heard())(null, formOf(actor))).toMatchObject(back("%2Fteam%3Fx%3D1"));
      expect(await action(input, heard())(null, new FormData())).toMatchObject(back("%2F"));
    }),
  );

  it(
    "takes no key of another session, and none that is made up",
    rolledBack(async () => {
      const [actor, stranger] = [await makeActor(), await makeActor()];
      const act = heard();
      await comeFrom(actor);
      const foreign = await action(input, act)(null, formOf(stranger));
      expect(foreign).toEqual(refuse("stale", { values: { name: "Ada" } }));
      expect(await action(input, act)(null, formOf(actor, { formKey: "a.b" }))).toEqual(foreign);
      expect(act).not.toHaveBeenCalled();
    }),
  );

  it(
    "names what is wrong with a field, keeps what was typed but no password, and notes of which act",
    rolledBack(async () => {
      const actor = await makeActor();
      const act = heard();
      await comeFrom(actor);
      const noted = await withNote(async () => [
        await action(input, act)(null, formOf(actor, { name: "A" })),
        lastRefusal(),
      ]);
      const refusal = refuse("invalid", { fields: { name: "too_short" }, values: { name: "A" } });
      expect(noted).toEqual([refusal, { refusal, act: "invite member" }]);
      expect(act).not.toHaveBeenCalled();
    }),
  );

  it(
    "keeps a form usable whose key is used up, and leaves other refusals as they are",
    rolledBack(async () => {
      const actor = await makeActor();
      await comeFrom(actor);
      const stale = await action(input, async () => refuse("stale"))(null, formOf(actor));
      const fresh = readFormKey((!stale.ok && stale.formKey) || "");
      expect(fresh).toMatchObject({ act: "invite member", holder: actor.sessionId });
      const taken = await action(input, async () => refuse("taken"))(null, formOf(actor));
      expect(taken).toEqual(refuse("taken", { values: { name: "Ada" } }));
    }),
  );

  it(
    "answers a surprise with a reference that the log knows, and with nothing of it",
    rolledBack(async () => {
      const actor = await makeActor();
      const error = vi.spyOn(log, "error").mockImplementation(() => {});
      await comeFrom(actor);
      const fails = action(input, async () => {
        throw new Error("the inside of it");
      });
      const refusal = await fails(null, formOf(actor));
      const [line] = error.mock.calls[0] as unknown as [{ reference: string; err: Error }];
      expect(line.err.message).toBe("the inside of it");
      expect(refusal).toEqual(refuse("unavailable", { reference: line.reference, values: { name: "Ada" } }));
    }),
  );

  it("calls what is no form invalid", async () => {
    expect(await action(input, heard())(null, { name: "Ada" } as never)).toEqual(refuse("invalid"));
  });
});

describe("what an act may ask of its door", () => {
  const run = async (effects: Effects) => {
    const actor = await makeActor();
    await comeFrom(actor);
    return action(input, async () => done(effects))(null, formOf(actor)).catch((error: unknown) => error);
  };

  it(
    "a session begins and ends with its cookie",
    rolledBack(async () => {
      await run({ sessionId: "s1" });
      const options = { httpOnly: true, sameSite: "lax", secure: false, path: "/", maxAge: 604_800 };
      expect(jar.set).toEqual([["portal-session", expect.any(String), options]]);
      expect(jar.deleted).toEqual([]);
      await run({ sessionId: null });
      expect(jar.set).toEqual([]);
      expect(jar.deleted).toEqual([{ name: "portal-session", path: "/", secure: false }]);
    }),
  );

  it(
    "the browser's language gives way, and what stands around the form is fetched anew",
    rolledBack(async () => {
      await run({ forgetsLanguage: true });
      expect(jar).toMatchObject({ set: [], deleted: [{ path: "/", secure: false }], fetchedAnew: [] });
      await run({ isFrameStale: true });
      expect(jar).toMatchObject({ deleted: [], fetchedAnew: [["/", "layout"]] });
    }),
  );

  it(
    "the next page is Next's own to go to, and no surprise",
    rolledBack(async () => {
      const error = vi.spyOn(log, "error");
      const thrown = await run({ goTo: "/clients" });
      expect(() => unstable_rethrow(thrown)).toThrow();
      expect((thrown as { digest: string }).digest).toContain(";/clients;");
      expect(error).not.toHaveBeenCalled();
    }),
  );
});

describe("the door of visitors", () => {
  const formHere = (over: Record<string, string> = {}) =>
    fill("sign in", "browser-1", "", { ...fields, ...over });

  it("hands the act the browser, what the page promised and what was typed", async () => {
    const act = heard();
    await comeFrom(null);
    expect(await visitorAction(input, act)(null, formHere())).toEqual(done({ heard: true }));
    const key = { act: "sign in", holder: "browser-1" };
    expect(act.mock.calls[0]).toMatchObject([{ visitorId: "browser-1", key }, { name: "Ada" }]);
  });

  it("takes no key of another browser, none of another site, and nothing that is wrong", async () => {
    vi.spyOn(log, "warn").mockImplementation(() => {});
    const act = heard();
    const door = visitorAction(input, act);
    const values = { name: "Ada" };
    await comeFrom(null, { "x-portal-visitor": "browser-2" });
    expect(await door(null, formHere())).toEqual(refuse("stale", { values }));
    await comeFrom(null, { origin: "null" });
    expect(await door(null, formHere())).toEqual(refuse("not_allowed", { values }));
    await comeFrom(null);
    expect(await door(null, formHere({ name: "A" }))).toMatchObject({ fields: { name: "too_short" } });
    expect(act).not.toHaveBeenCalled();
  });

  it("gives a form that grew old, or whose key is used up, a fresh key for the same", async () => {
    const old = formHere();
    const same = { act: "sign in", holder: "browser-1", path: "/team?x=1" };
    moveClock(86_400);
    await comeFrom(null, { origin: env().PUBLIC_URL });
    const act = heard();
    const late = await visitorAction(input, act)(null, old);
    expect(readFormKey((!late.ok && late.formKey) || "")).toMatchObject(same);
    expect(act).not.toHaveBeenCalled();
    const used = await visitorAction(input, async () => refuse("stale"))(null, formHere());
    expect(readFormKey((!used.ok && used.formKey) || "")).toMatchObject(same);
  });
});
