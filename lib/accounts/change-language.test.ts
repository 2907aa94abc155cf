import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { people } from "@/db/schema";
import { ownDatabase } from "@/db/testing";
import { ask, atOnce, eventsOf, makeMember, withForm } from "./act.testing";
import { changeLanguage } from "./change-language";
import { changeLanguageInput } from "./input";

beforeAll(() => ownDatabase());

async function languageOf(personId: string) {
  const [row] = await asFounder((tx) =>
    tx.select({ language: people.language }).from(people).where(eq(people.id, personId)),
  );
  return row?.language;
}

describe("changeLanguage", () => {
  test("saves the person's language, and lets it count in this browser from now on", async () => {
    const member = await makeMember();
    const result = await changeLanguage(withForm(member, "change language"), { language: "fr" });
    expect(result).toMatchObject({ ok: true, view: { forgetsLanguage: true, isFrameStale: true } });
    expect(await languageOf(member.personId)).toBe("fr");
  });

  test("leaves everybody else's language alone", async () => {
    const [member, other] = [await makeMember(), await makeMember()];
    await changeLanguage(withForm(member, "change language"), { language: "fr" });
    expect(await languageOf(other.personId)).toBe("en");
  });

  test("refuses an ended session, somebody else's session and a form for another act", async () => {
    const [member, other] = [await makeMember(), await makeMember()];
    await ask(sql`update sessions set ended_at = now() where id = ${other.sessionId}`);
    const borrowed = withForm({ ...member, sessionId: other.sessionId }, "change language");
    expect(await changeLanguage(borrowed, { language: "fr" })).toMatchObject({ code: "sign_in_again" });
    expect(await changeLanguage(withForm(other, "change language"), { language: "fr" })).toMatchObject({
      code: "sign_in_again",
    });
    expect(await changeLanguage(withForm(member, "sign out"), { language: "fr" })).toMatchObject({
      code: "stale",
    });
    expect([await languageOf(member.personId), await languageOf(other.personId)]).toEqual(["en", "en"]);
  });

  test("changes nothing when the same form comes again", async () => {
    const member = await makeMember();
    const actor = withForm(member, "change language");
    await changeLanguage(actor, { language: "fr" });
    expect(await changeLanguage(actor, { language: "en" })).toMatchObject({ ok: false, code: "stale" });
    expect(await languageOf(member.personId)).toBe("fr");
  });

  test("has one winner of five at once with one form", async () => {
    const member = await makeMember();
    const actor = withForm(member, "change language");
    const results = await atOnce(5, () => changeLanguage(actor, { language: "fr" }));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await eventsOf(member.personId)).types).toEqual(["person.language_changed"]);
  });

  test("leaves an event that names the language and nothing secret", async () => {
    const member = await makeMember();
    const actor = withForm(member, "change language");
    await changeLanguage(actor, { language: "fr" });
    const { text } = await eventsOf(member.personId);
    expect(text).toContain('"data": {"language": "fr"}');
    for (const hidden of [member.sessionId, actor.key?.random ?? "?"]) expect(text).not.toContain(hidden);
  });

  test("takes only languages the portal speaks", () => {
    for (const language of ["de", "FR", "", undefined]) {
      expect(changeLanguageInput.safeParse({ language }).success).toBe(false);
    }
  });
});
