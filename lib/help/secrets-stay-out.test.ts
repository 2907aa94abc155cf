import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inRolledBackTransaction, rolledBack } from "@/db/testing";
import { makeSecret } from "../secrets";
import { answerTicket } from "./answer-ticket";
import { cleanText } from "./clean-text";
import { answering, at, atHelp, opening, reply, scene, stored } from "./help-scene.testing";
import { noteTicket } from "./note-ticket";
import { openTicket } from "./open-ticket";

const part = (bytes: number) => randomBytes(bytes).toString("base64url");
const makers = {
  "clientSecret of a sandbox": () => makeSecret("demo"),
  "clientSecret of a live portal": () => makeSecret("production"),
  token: () => `eyJ${part(20)}.eyJ${part(80)}.${part(64)}`,
  "half a token": () => `eyJ${part(20)}.eyJ${part(80)}`,
  "webhook key": () => `whsec_${randomBytes(24).toString("base64")}`,
  "encryption key": () => `Aa0${randomBytes(32).toString("base64")}`,
};
/** What people type around what they paste, and what logs put right before it. */
const around = fc.constantFrom(
  "",
  " ",
  "secret_",
  "x",
  "=",
  '"',
  "\n",
  "my secret is: ",
  "{'a':'",
  "\t",
  "é",
  "/",
  "-",
);
const pasted = fc.record({
  make: fc.constantFrom(...Object.values(makers)),
  before: around,
  after: fc.constantFrom("", " ", ".", '"', "\n", ",", "\u200b", "é", ")"),
});
/** The part of a secret that nobody could make up. */
const heartOf = (secret: string) => secret.slice(-24).replace(/=+$/, "").slice(0, 20);

describe("what looks like a secret", () => {
  it("is taken out of any text it stands in", () => {
    fc.assert(
      fc.property(pasted, fc.string(), ({ make, before, after }, text) => {
        const secret = make();
        const clean = cleanText(`${text} ${before}${secret}${after} ${text}`);
        expect(clean.cleaned).toBe(true);
        expect(clean.text).not.toContain(heartOf(secret));
      }),
      { numRuns: 500 },
    );
  });

  it("is found where signs that nobody sees stand in it", () => {
    const secret = makeSecret("demo");
    const hidden = `${secret.slice(0, 20)}\u200b${secret.slice(20, 30)}\u2060${secret.slice(30)}`;
    expect(cleanText(hidden)).toEqual({ text: "mps_test_[redacted]", cleaned: true });
  });

  it("knows a webhook key by whatever sign it begins with, also behind a letter", () => {
    for (const first of ["+", "/", "a", "Z", "0"])
      expect(cleanText(`xwhsec_${first}IYvgxrTs5hnVmUtgtaNTdOWbdSs90L`)).toEqual({
        text: "whsec_[redacted]",
        cleaned: true,
      });
  });

  it("leaves honest words, ids and addresses alone", () => {
    for (const text of [
      "Which SellerId belongs in the header? We use 104512 with FeedWise-Connector-2026.",
      "01a20151-485c-7ead-9e7d-510a327f77c4",
      "GET /seller/v2/orders?pageIndex=1&pageSize=100 gives 403 seller_not_granted",
      "supercalifragilisticexpialidocious-and-something-longer-still",
      "👩‍👩‍👧 merci\u202f!",
    ])
      expect(cleanText(text)).toEqual({ text, cleaned: false });
  });

  it("takes no longer for a long line than for many short ones", () => {
    const started = performance.now();
    for (const line of ["eyJ-", "password", "a", "mps_test_", "Bearer ", "/i/", "aA0", "whsec"])
      cleanText(line.repeat(1_048_576 / line.length));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe("a secret that somebody sends", () => {
  it("survives nowhere: not in tickets, files, letters, events or notes", async () => {
    await fc.assert(
      fc.asyncProperty(pasted, pasted, async (one, two) => {
        await inRolledBackTransaction(async () => {
          const secrets = Array.from({ length: 6 }, (_, n) => (n % 2 ? one : two).make());
          const text = (n: number) => `${one.before}${secrets[n]}${one.after}`;
          // A name that grew over a line's length is no subject.
          const subject = `About ${text(0).replace(/[\n\t]/g, " ")}`.slice(0, 119);
          const { member, operator, id } = await scene();
          const file = new File([`line\n${text(2)}`], "a.log");
          await openTicket(
            atHelp(member),
            opening({ subject, message: `m ${text(1)}`, callMe: "x", file: [file] }),
          );
          await answerTicket(at(member, "answer ticket", id), answering(id, `a ${text(3)}`));
          await reply(operator, id, { message: `r ${text(4)}` });
          const note = { do: "note", ticketId: id, note: `n ${text(5)}` } as const;
          await noteTicket(at(operator, "note ticket", id), note);
          const { files, ...rest } = await stored();
          expect(rest.messages).toHaveLength(4);
          const all = JSON.stringify(rest) + files.map(({ bytes }) => bytes.toString("utf8")).join("\n");
          const left = secrets.filter((secret) => all.includes(heartOf(secret)));
          expect(left).toEqual([]);
        });
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it(
    "is told to its sender, who may have to retire it",
    rolledBack(async () => {
      const { member, id } = await scene();
      const message = `Here: ${makeSecret("demo")}`;
      const opened = await openTicket(atHelp(member), opening({ message }));
      expect(opened).toMatchObject({ view: { goTo: expect.stringContaining("done=cleaned") } });
      const answered = await answerTicket(at(member, "answer ticket", id), answering(id, message));
      expect(answered).toMatchObject({ view: { goTo: expect.stringContaining("done=cleaned") } });
    }),
  );
});
