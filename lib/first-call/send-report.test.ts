import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { events, mails, members } from "@/db/schema";
import { makeActor, ownDatabase, rolledBack, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { newId } from "../id";
import { makeSecret, unseal } from "../secrets";
import { listCalls } from "./list-calls";
import { listColleagues } from "./list-colleagues";
import { makeReport } from "./make-report.testing";
import { sendReport } from "./send-report";
import { sendReportInput } from "./share-input";

/** Somebody with one colleague, and a report of theirs. */
async function makeTeam() {
  const actor = await makeActor();
  const colleague = await makeActor({ organisationId: actor.organisationId, role: "viewer" });
  return { actor, colleague, firstCallId: await makeReport(actor) };
}

const atForm = (actor: Actor, firstCallId: string, memberIds: string[]) =>
  withFormKey(actor, { act: "send report", offered: { firstCallId: [firstCallId], memberId: memberIds } });

const press = (actor: Actor, firstCallId: string, memberId: string, note = "") =>
  sendReport(atForm(actor, firstCallId, [memberId]), { do: "send", firstCallId, memberId, note });

/** What lies in the outbox for an address. */
async function lettersTo({ email }: Actor) {
  const rows = await asFounder((tx) => tx.select().from(mails).where(eq(mails.recipient, email)));
  return rows.map(({ sealedText }) => unseal(sealedText));
}

describe("a report goes to a colleague", () => {
  test(
    "by a letter that leads to the page for members, with the sender's sentence",
    rolledBack(async () => {
      const { actor, colleague, firstCallId } = await makeTeam();
      expect(await press(actor, firstCallId, colleague.personId, "Is it the old secret?")).toMatchObject({
        ok: true,
        view: { goTo: `/first-call/${firstCallId}?done=sent#share` },
      });
      const [letter = "", ...more] = await lettersTo(colleague);
      expect(more).toEqual([]);
      expect(letter).toContain(`/first-call/${firstCallId}`);
      expect(letter).toContain("“Is it the old secret?”");
      expect(letter).toMatch(/my client for SellerId 104512/);
      expect(letter).not.toMatch(/\/shared\//);
      expect(await lettersTo(actor)).toEqual([]);
    }),
  );

  test(
    "from a viewer, too",
    rolledBack(async () => {
      const { actor, colleague, firstCallId } = await makeTeam();
      expect(await press(colleague, firstCallId, actor.personId)).toMatchObject({ ok: true });
      expect(await lettersTo(actor)).toHaveLength(1);
      expect(await listColleagues(colleague)).toEqual([
        { id: actor.personId, name: actor.name, email: actor.email },
      ]);
    }),
  );

  test(
    "and to nobody else: strangers, foreign reports and former colleagues are not found",
    rolledBack(async () => {
      const { actor, colleague, firstCallId } = await makeTeam();
      const stranger = await makeActor();
      expect(await press(actor, firstCallId, stranger.personId)).toMatchObject({ code: "not_found" });
      expect(await press(stranger, firstCallId, colleague.personId)).toMatchObject({ code: "not_found" });
      expect(await press(actor, newId(), colleague.personId)).toMatchObject({ code: "not_found" });
      const unoffered = await sendReport(atForm(actor, firstCallId, []), {
        ...{ do: "send", firstCallId, memberId: colleague.personId, note: "" },
      });
      expect(unoffered).toMatchObject({ code: "not_found", fields: { memberId: "bad_choice" } });
      await asFounder((tx) => tx.delete(members).where(eq(members.personId, colleague.personId)));
      expect(await press(actor, firstCallId, colleague.personId)).toMatchObject({ code: "not_found" });
      expect(await press(colleague, firstCallId, actor.personId)).toMatchObject({ code: "not_allowed" });
      expect(await lettersTo(colleague)).toEqual([]);
      expect(await lettersTo(stranger)).toEqual([]);
    }),
  );

  test(
    "five times an hour at most",
    rolledBack(async () => {
      const { actor, colleague, firstCallId } = await makeTeam();
      for (let i = 0; i < 5; i++)
        expect(await press(actor, firstCallId, colleague.personId)).toMatchObject({ ok: true });
      expect(await press(actor, firstCallId, colleague.personId)).toMatchObject({ code: "too_many" });
      expect(await lettersTo(colleague)).toHaveLength(5);
    }),
  );

  test(
    "without the secret that was written into the sentence, in letter and event",
    rolledBack(async () => {
      const { actor, colleague, firstCallId } = await makeTeam();
      const secret = makeSecret();
      await press(actor, firstCallId, colleague.personId, `try ${secret}`);
      const [letter = ""] = await lettersTo(colleague);
      expect(letter).toContain("try mps_");
      expect(letter).not.toContain(secret);
      const told = await asFounder((tx) =>
        tx
          .select()
          .from(events)
          .where(and(eq(events.type, "report.sent"), eq(events.organisationId, actor.organisationId))),
      );
      expect(told).toMatchObject([{ data: { firstCallId, memberId: colleague.personId } }]);
      expect(JSON.stringify(told)).not.toMatch(/try|mps_/);
    }),
  );

  test("once, when the same form is sent twice at once", async () => {
    await ownDatabase();
    const { actor, colleague, firstCallId } = await makeTeam();
    const form = atForm(actor, firstCallId, [colleague.personId]);
    const input = { do: "send", firstCallId, memberId: colleague.personId, note: "" } as const;
    const results = await Promise.all([sendReport(form, input), sendReport(form, input)]);
    expect(results.map((one) => (one.ok ? "ok" : one.code)).sort()).toEqual(["ok", "stale"]);
    expect(await lettersTo(colleague)).toHaveLength(1);
  });
});

test("the form takes a colleague and one line, which may be empty", () => {
  const [firstCallId, memberId] = [newId(), newId()];
  const parse = (over: object) => sendReportInput.safeParse({ do: "send", firstCallId, memberId, ...over });
  expect(parse({}).data).toMatchObject({ note: "" });
  expect(parse({ memberId: "" }).success).toBe(false);
  expect(parse({ note: "x".repeat(301) }).success).toBe(false);
  expect(parse({ note: "two\nlines" }).success).toBe(false);
});

test(
  "the history names who made a call",
  rolledBack(async () => {
    const { actor, firstCallId } = await makeTeam();
    expect(await listCalls(actor.organisationId)).toMatchObject([{ id: firstCallId, by: actor.name }]);
  }),
);
