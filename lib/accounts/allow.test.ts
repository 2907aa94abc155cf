import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { asOperator, asVisitor, inOrganisation } from "@/db/client";
import { ownDatabase } from "@/db/testing";
import { moveClock } from "../clock";
import { env } from "../env";
import { ask, join, makeMember, makeOrganisation, makeVisitor, withForm } from "./act.testing";
import type { Actor } from "./actor";
import { allow, requireFresh } from "./allow";
import { mustSetUpSecondFactor } from "./has-second-factor";
import type { Right } from "./rights";
import { setUpSecondFactor } from "./second-factor.testing";

beforeAll(() => ownDatabase());
afterEach(() => moveClock(0));

const may = (actor: Actor, right: Right) => inOrganisation(actor, (tx) => allow(tx, actor, right));
const setRole = (actor: Actor, role: string) =>
  ask(sql`update members set role = ${role} where person_id = ${actor.personId}`);

describe("allow", () => {
  test("lets an owner and an editor act, and a viewer not, naming whom to ask", async () => {
    const owner = await makeMember();
    const actor = withForm(await makeMember(), "unlink client");
    await join(actor.organisationId, owner.personId, "owner");
    expect(await may(actor, "unlink client")).toBeNull();
    await setRole(actor, "editor");
    expect(await may(actor, "unlink client")).toBeNull();
    await setRole(actor, "viewer");
    expect(await may(actor, "unlink client")).toMatchObject({ code: "not_allowed", facts: { who: "Ada" } });
  });

  test("reads the role now: a removal and a suspension count at the next act", async () => {
    const removed = withForm(await makeMember(), "unlink client");
    await join(removed.organisationId, (await makeMember()).personId);
    await ask(sql`delete from members where person_id = ${removed.personId}`);
    expect(await may(removed, "unlink client")).toMatchObject({ code: "not_allowed" });
    const suspended = withForm(await makeMember(), "unlink client");
    await ask(sql`update organisations set suspended_at = now() where id = ${suspended.organisationId}`);
    expect(await may(suspended, "unlink client")).toMatchObject({ code: "not_allowed" });
  });

  test("refuses a foreign organisation, and a kind the right is not for", async () => {
    const member = withForm(await makeMember(), "link client");
    const foreign = { ...member, organisationId: await makeOrganisation() };
    expect(await may(foreign, "link client")).toMatchObject({ code: "not_allowed" });
    const partner = { ...member, organisationId: await makeOrganisation("partner") };
    await join(partner.organisationId, member.personId, "owner");
    expect(await may(partner, "link client")).toMatchObject({ code: "not_allowed" });
    expect(await may(member, "link client")).toBeNull();
  });

  test("asks for the password again after ten minutes, with a way back", async () => {
    const actor = withForm(await makeMember(), "create client");
    expect(await may(actor, "create client")).toBeNull();
    moveClock(590);
    expect(await may(actor, "create client")).toBeNull();
    moveClock(610);
    const refusal = { code: "sign_in_again", facts: { href: "/sign-in?again=1&next=%2Fhere" } };
    expect(await may(actor, "create client")).toMatchObject(refusal);
    const { key } = makeVisitor("retire secret");
    expect(await may({ ...actor, key }, "retire secret")).toBeNull();
  });

  test("counts the ten minutes to the millisecond", async () => {
    const actor = withForm(await makeMember(), "create client");
    const typedAt = Date.now() - 1000;
    await ask(
      sql`update sessions set fresh_at = ${new Date(typedAt).toISOString()} where id = ${actor.sessionId}`,
    );
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      vi.setSystemTime(typedAt + 600_000);
      expect(await may(actor, "create client")).toBeNull();
      expect(await inOrganisation(actor, (tx) => requireFresh(tx, actor))).toBeNull();
      vi.setSystemTime(typedAt + 600_001);
      const again = { code: "sign_in_again", facts: { href: "/sign-in?again=1&next=%2Fhere" } };
      expect(await may(actor, "create client")).toMatchObject(again);
      expect(await inOrganisation(actor, (tx) => requireFresh(tx, actor))).toMatchObject(again);
    } finally {
      vi.useRealTimers();
    }
  });

  test("names three owners at most, who came first", async () => {
    const viewer = withForm(await makeMember(), "unlink client");
    for (const [seconds, name] of ["Ben", "Cleo", "Dora", "Emil"].entries()) {
      moveClock(seconds);
      const { personId } = await makeMember();
      await ask(sql`update people set name = ${name} where id = ${personId}`);
      await join(viewer.organisationId, personId, "owner");
    }
    await setRole(viewer, "viewer");
    expect(await may(viewer, "unlink client")).toMatchObject({ facts: { who: "Ben, Cleo, Dora" } });
  });

  test("refuses an ended session, another person's, and none at all", async () => {
    const [actor, stranger] = [withForm(await makeMember(), "sign out"), await makeMember()];
    const signIn = { code: "sign_in_again", facts: { href: "/sign-in?next=%2Fhere" } };
    expect(await may({ ...actor, sessionId: stranger.sessionId }, "sign out")).toMatchObject(signIn);
    await ask(sql`update sessions set ended_at = now() where id = ${actor.sessionId}`);
    expect(await may(actor, "sign out")).toMatchObject(signIn);
    const late = withForm(await makeMember(), "sign out");
    await ask(sql`update sessions set expires_at = now() where id = ${late.sessionId}`);
    expect(await may(late, "sign out")).toMatchObject(signIn);
    const visitorMay = (right: Right) => asVisitor((tx) => allow(tx, makeVisitor(right), right));
    expect(await visitorMay("sign out")).toMatchObject(signIn);
    expect(await visitorMay("sign up")).toBeNull();
  });

  test("in production lets nobody act for the marketplace without a second factor, and in a demo anybody", async () => {
    const desk = withForm(await makeMember(), "add staff note");
    const operator = { ...desk, organisationId: await makeOrganisation("operator", "Desk") };
    await join(operator.organisationId, desk.personId, "owner");
    const seller = withForm(await makeMember(), "unlink client");
    expect(await may(operator, "add staff note")).toBeNull();
    env().MODE = "production";
    try {
      const asked = {
        code: "not_allowed",
        facts: { limit: "no_second_factor", href: "/account/second-factor" },
      };
      expect(await may(operator, "add staff note")).toMatchObject(asked);
      expect(await asOperator((tx) => allow(tx, operator, "add staff note"))).toMatchObject(asked);
      expect(await mustSetUpSecondFactor(operator)).toBe(true);
      expect(await may(seller, "unlink client")).toBeNull();
      await setUpSecondFactor(desk);
      expect(await may(operator, "add staff note")).toBeNull();
      expect(await asOperator((tx) => allow(tx, operator, "add staff note"))).toBeNull();
      expect(await mustSetUpSecondFactor(operator)).toBe(false);
    } finally {
      env().MODE = "demo";
    }
  });

  test("takes no form that was rendered for another act, whoever sends it", async () => {
    const actor = withForm(await makeMember(), "unlink client");
    expect(await may(actor, "unlink client")).toBeNull();
    for (const right of ["link client", "create client", "sign out", "sign in"] as const)
      expect(await may(actor, right)).toMatchObject({ code: "stale" });
    const visitor = makeVisitor("sign up");
    expect(await asVisitor((tx) => allow(tx, visitor, "sign in"))).toMatchObject({ code: "stale" });
    expect(await may({ ...actor, key: null }, "unlink client")).toBeNull();
  });
});
