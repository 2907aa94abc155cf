import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asFounder, asVisitor } from "@/db/client";
import { events, sessions, teamInvitations } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeMember,
  makeOrganisation,
  makeSession,
  rolledBack,
  withFormKey,
} from "@/db/testing";
import { inSeconds, now } from "../clock";
import { newId } from "../id";
import * as scene from "./act.testing";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { findViewer } from "./find-actor";
import { findStoppedViewer } from "./find-stopped";
import { resumeOrganisation } from "./resume-organisation";
import { signIn } from "./sign-in";
import { suspendOrganisation } from "./suspend-organisation";

const reason = "Invoices that nobody can explain.";
const suspend = (desk: Actor, organisationId: string) =>
  suspendOrganisation(
    withFormKey(desk, { act: "suspend organisation", offered: { organisation: [organisationId] } }),
    { do: "suspend", reason },
  );
const resume = (desk: Actor, organisationId: string) =>
  resumeOrganisation(
    withFormKey(desk, { act: "resume organisation", offered: { organisation: [organisationId] } }),
    { do: "resume", reason },
  );

describe("suspending an organisation", () => {
  it(
    "ends the sessions that show it and no others, and invitations to its team",
    rolledBack(async () => {
      const [desk, owner] = [await makeActor({ kind: "operator" }), await makeActor()];
      const colleague = await makeActor({ organisationId: owner.organisationId, role: "viewer" });
      const elsewhere = await makeOrganisation();
      await makeMember({ id: colleague.personId }, elsewhere, { createdAt: inSeconds(60) });
      const other = await makeSession({ id: colleague.personId }, elsewhere);
      const first = await makeSession({ id: colleague.personId }, null);
      const stranger = await makeActor();
      const invitation = {
        id: newId(),
        tokenHash: Buffer.from("t"),
        organisationId: owner.organisationId,
        email: "new@people.test",
        emailFold: "new@people.test",
        role: "viewer" as const,
        createdAt: now(),
        createdBy: owner.personId,
        expiresAt: inSeconds(3600),
      };
      await asFounder((tx) => tx.insert(teamInvitations).values(invitation));

      expect(await suspend(desk, owner.organisationId)).toMatchObject({ ok: true });
      const live = await asFounder((tx) =>
        tx.select({ id: sessions.id }).from(sessions).where(sql`ended_at is null`),
      );
      expect(live.map(({ id }) => id).sort()).toEqual([desk.sessionId, other.id, stranger.sessionId].sort());
      expect(live.map(({ id }) => id)).not.toContain(first.id);
      const [withdrawn] = await asFounder((tx) => tx.select().from(teamInvitations));
      expect(withdrawn?.withdrawnBy).toBe(desk.personId);
      const [event] = await asFounder((tx) => tx.select().from(events).orderBy(events.id));
      expect(event?.data).toMatchObject({ sessions: 3, invitations: 1, words: reason });
      expect(await findViewer(owner.sessionId)).toBeNull();
      expect((await findViewer(other.id))?.organisation.id).toBe(elsewhere.id);
    }),
  );

  it(
    "lets no act of its members through, not even in a session that began before",
    rolledBack(async () => {
      const [desk, owner] = [await makeActor({ kind: "operator" }), await makeActor()];
      await suspend(desk, owner.organisationId);
      // As if the end of sessions had been overtaken by a new one.
      await asFounder((tx) =>
        tx.update(sessions).set({ endedAt: null }).where(eq(sessions.id, owner.sessionId)),
      );
      const form = withFormKey(owner, { act: "create client" });
      expect(await asFounder((tx) => allow(tx, form, "create client"))).toMatchObject({
        code: "not_allowed",
      });
    }),
  );

  it(
    "says so where its invitations and hand-overs are opened",
    rolledBack(async () => {
      const [desk, owner] = [await makeActor({ kind: "operator" }), await makeActor({ kind: "partner" })];
      const client = await makeClient({ id: owner.organisationId });
      const [id, at] = [owner.organisationId, now().toISOString()];
      const later = inSeconds(3600).toISOString();
      await asFounder(async (tx) => {
        await tx.execute(sql`insert into invitations (id, token_hash, client_row_id, organisation_id, created_at, created_by, expires_at, sent_at)
          values (${newId()}, 'i', ${client.id}, ${id}, ${at}, ${owner.personId}, ${later}, ${at})`);
        await tx.execute(sql`insert into hand_overs (id, token_hash, client_row_id, organisation_id, created_at, created_by, expires_at)
          values (${newId()}, 'h', ${client.id}, ${id}, ${at}, ${owner.personId}, ${later})`);
      });
      const seen = () =>
        asVisitor(async (tx) => {
          const [invitation] = await tx.execute(sql`select suspended from find_invitation('i')`);
          const [handOver] = await tx.execute(sql`select client_gone from find_hand_over('h')`);
          return { ...invitation, ...handOver };
        });
      expect(await seen()).toEqual({ suspended: false, client_gone: false });
      await suspend(desk, owner.organisationId);
      expect(await seen()).toEqual({ suspended: true, client_gone: true });
    }),
  );

  it(
    "is not for the marketplace's own organisation",
    rolledBack(async () => {
      const [desk, other] = [await makeActor({ kind: "operator" }), await makeActor({ kind: "operator" })];
      for (const id of [desk.organisationId, other.organisationId])
        expect(await suspend(desk, id)).toMatchObject({ code: "not_found" });
    }),
  );

  it(
    "tells whoever knows the password why, and strangers nothing; afterwards they go on as before",
    rolledBack(async () => {
      const desk = await makeActor({ kind: "operator" });
      const member = await scene.makeMember();
      await suspend(desk, member.organisationId);
      const enter = (password: string, next = "") =>
        signIn(scene.makeVisitor("sign in"), { email: member.email, password, next });
      const wrong = await enter("another one entirely");
      expect(wrong).toMatchObject({ code: "invalid", fields: { password: "wrong_password" } });
      expect(JSON.stringify(wrong)).not.toContain("Maison");

      const entered = await enter(scene.password, "/clients");
      if (!entered.ok) throw new Error(entered.code);
      const sessionId = entered.view.sessionId ?? "";
      expect(entered.view.goTo).toBe("/help");
      expect(await findViewer(sessionId)).toBeNull();
      expect(await findStoppedViewer(sessionId)).toMatchObject({
        personId: member.personId,
        organisation: { id: member.organisationId },
        stopped: [{ name: "Maison", since: expect.any(Date), reason }],
      });
      const ticket = "/help/0198a7c2-0000-7000-8000-000000000000";
      expect(await enter(scene.password, ticket)).toMatchObject({ view: { goTo: ticket } });
      expect(await enter(scene.password, "/helpless")).toMatchObject({ view: { goTo: "/help" } });

      expect(await resume(desk, member.organisationId)).toMatchObject({ ok: true });
      expect(await findStoppedViewer(sessionId)).toBeNull();
      expect(await findViewer(sessionId)).toMatchObject({ personId: member.personId });
      expect(await enter(scene.password)).toMatchObject({ ok: true, view: { goTo: "/seller" } });
    }),
  );

  it(
    "stops nobody who has another organisation, and says nothing of one that was deleted",
    rolledBack(async () => {
      const desk = await makeActor({ kind: "operator" });
      const member = await scene.makeMember();
      const other = await makeOrganisation();
      await makeMember({ id: member.personId }, other);
      await suspend(desk, member.organisationId);
      const { id } = await makeSession({ id: member.personId }, other);
      expect(await findStoppedViewer(id)).toBeNull();
      expect((await findViewer(id))?.organisations).toHaveLength(1);
      await asFounder((tx) =>
        tx.execute(
          sql`update organisations set suspended_at = now(), deleted_at = now() where id = ${other.id}`,
        ),
      );
      expect((await findStoppedViewer(id))?.stopped.map(({ name }) => name)).toEqual(["Maison"]);
    }),
  );
});
