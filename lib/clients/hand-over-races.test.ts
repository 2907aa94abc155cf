import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { handOvers } from "@/db/schema";
import { ownDatabase } from "@/db/testing";
import { lettersTo } from "../accounts/act.testing";
import { inPasswordQueue } from "../accounts/password";
import { now } from "../clock";
import { findHandOver } from "./find-hand-over";
import { give, scene, secretsOf, show, typesOf, withdraw } from "./hand-over-scene.testing";

beforeAll(async () => {
  await ownDatabase();
});

describe("at once", () => {
  it("ten presses make one secret", async () => {
    const s = await scene();
    const { token } = await give(s);
    const answers = await Promise.all(Array.from({ length: 10 }, () => show(token)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.every((answer) => answer.ok || answer.code === "expired")).toBe(true);
    expect(await secretsOf(s)).toHaveLength(2);
  });

  it("guesses side by side are five, not more", async () => {
    const s = await scene();
    const { token } = await give(s, { phrase: "told by telephone" });
    const answers = await Promise.all(Array.from({ length: 12 }, () => show(token, "a wrong guess")));
    const judged = answers.filter((answer) => !answer.ok && answer.code === "invalid");
    expect(judged).toHaveLength(4);
    expect(await findHandOver(token)).toMatchObject({ state: "closed" });
  });

  it("a right phrase beside wrong ones: it is either opened or closed, and the contact hears which", async () => {
    for (let round = 0; round < 6; round++) {
      const s = await scene();
      const { token } = await give(s, { phrase: "told by telephone" });
      for (let n = 0; n < 3; n++) await show(token, "a wrong guess");
      const answers = await Promise.all([
        show(token, "a wrong guess"),
        show(token, "told by telephone"),
        show(token, "another guess"),
      ]);
      const isOpened = answers.some(({ ok }) => ok);
      expect(await secretsOf(s)).toHaveLength(isOpened ? 2 : 1);
      const { state } = (await findHandOver(token)) ?? {};
      const told = (await lettersTo(s.client.contactEmail)).map(({ kind }) => kind);
      const types = (await typesOf(s)).filter((type) => /opened|closed/.test(type));
      if (isOpened) {
        expect([state, told, types]).toEqual(["opened", ["hand-over-opened"], ["hand_over.opened"]]);
      } else if (state === "closed") {
        expect([told, types]).toEqual([["hand-over-closed"], ["hand_over.closed"]]);
      } else {
        // The right one came as the sixth while five were being judged, and may be typed again.
        expect([state, told, types]).toEqual(["waiting", [], []]);
      }
    }
  });

  it("the fifth wrong phrase closes nothing that a right one beside it leaves open", async () => {
    const s = await scene();
    const { token, handOverId } = await give(s, { phrase: "told by telephone" });
    const change = (set: Partial<typeof handOvers.$inferInsert>) =>
      asFounder((tx) => tx.update(handOvers).set(set).where(eq(handOvers.id, handOverId)));
    const triesOf = async () =>
      (await asFounder((tx) => tx.select().from(handOvers).where(eq(handOvers.id, handOverId))))[0]
        ?.wrongPhrases;
    /** A wrong phrase takes the fifth try; before it is judged, something else happens. */
    const guessWhile = async (meanwhile: () => Promise<unknown>) => {
      await change({ wrongPhrases: 4 });
      let go = () => {};
      const gate = new Promise<void>((open) => {
        go = open;
      });
      const held = [1, 2].map(() => inPasswordQueue("203.0.113.7", () => gate));
      const guess = show(token, "a wrong guess");
      await expect.poll(triesOf).toBe(5);
      await meanwhile();
      go();
      await Promise.all(held);
      return guess;
    };
    const givenBack = await guessWhile(() => change({ wrongPhrases: 4 }));
    expect(givenBack).toMatchObject({ code: "invalid", facts: { left: "1" } });
    expect(await findHandOver(token)).toMatchObject({ state: "waiting" });
    const opened = await guessWhile(() => change({ wrongPhrases: 4, openedAt: now() }));
    expect(opened).toMatchObject({ code: "expired" });
    expect(await lettersTo(s.client.contactEmail)).toEqual([]);
    expect(await typesOf(s)).toEqual(["hand_over.given"]);
  });

  it("of showing and withdrawing one wins", async () => {
    for (let round = 0; round < 5; round++) {
      const s = await scene();
      const { token, handOverId } = await give(s);
      const answers = await Promise.all([show(token), withdraw(s.editor, handOverId)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await secretsOf(s)).toHaveLength(answers[0].ok ? 2 : 1);
    }
  });

  it("two hand-overs of one client fill it, and the third waits", async () => {
    const s = await scene();
    const tokens = [(await give(s)).token, (await give(s)).token, (await give(s)).token];
    const answers = await Promise.all(tokens.map((token) => show(token)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.code === "limit")).toHaveLength(2);
    expect(await secretsOf(s)).toHaveLength(2);
  });
});
