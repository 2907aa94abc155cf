import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { invitations } from "@/db/schema";
import { makeActor, rolledBack, viewerOf } from "@/db/testing";
import { moveClock } from "../clock";
import { csvFile, invite, inviting, listed, makeInvitationScene } from "./invitation-scene.testing";
import { inviteFromFile } from "./invite-from-file";
import { listInvitations } from "./list-invitations";
import { noteInvitationStep } from "./note-invitation-step";

describe("the sender's list", () => {
  it(
    "shows how far somebody came, forwards only, and who stopped a day ago",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const one = await invite(scene);
      const seen = async () => {
        const [item] = (await listed(scene)).items;
        return [item?.step, item?.isAbandoned];
      };
      expect(await seen()).toEqual([null, false]);
      await noteInvitationStep(one.token, "consent");
      await noteInvitationStep(one.token, "opened");
      expect(await seen()).toEqual(["consent", false]);
      try {
        moveClock(86_401);
        expect(await seen()).toEqual(["consent", true]);
      } finally {
        moveClock(0);
      }
    }),
  );

  it(
    "is the organisation's own, by state and page by page, none lost and none twice",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const text = `reference\n${Array.from({ length: 120 }, (_, n) => `ref ${n}`).join("\n")}`;
      const form = inviting(scene, "invite from file");
      const input = { clientId: scene.client.clientId, message: "", csv: csvFile(text) };
      expect(await inviteFromFile(form, input)).toMatchObject({ ok: true, view: { made: 120, bad: [] } });
      const seen: string[] = [];
      for (let after: string | null = ""; after !== null; ) {
        const page: Awaited<ReturnType<typeof listInvitations>> = await listInvitations(
          viewerOf(scene.partner),
          { state: "open", after },
        );
        seen.push(...page.items.map(({ reference }) => reference));
        after = page.next;
      }
      expect(new Set(seen).size).toBe(120);
      expect(seen).toHaveLength(120);
      const rival = await makeActor({ kind: "partner" });
      expect((await listInvitations(viewerOf(rival), {})).items).toEqual([]);
      expect((await listInvitations(viewerOf(scene.partner), { state: "accepted" })).items).toEqual([]);
      const odd = await listInvitations(viewerOf(scene.partner), { after: "1.'; drop", limit: 3 });
      expect(odd.items).toHaveLength(3);
      await asFounder((tx) =>
        tx.update(invitations).set({ withdrawnAt: new Date() }).where(eq(invitations.reference, "ref 7")),
      );
      const withdrawn = await listInvitations(viewerOf(scene.partner), { state: "withdrawn" });
      expect(withdrawn.items.map(({ reference }) => reference)).toEqual(["ref 7"]);
    }),
  );
});
