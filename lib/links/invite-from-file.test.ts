import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { mails } from "@/db/schema";
import { makeActor, makeLink, rolledBack } from "@/db/testing";
import { now } from "../clock";
import { bareCell, readCsv, writeCsv } from "../csv";
import { inviteFromFileInput } from "./invitation-input";
import { csvFile, inviting, makeInvitationScene, rows } from "./invitation-scene.testing";
import { inviteFromFile } from "./invite-from-file";
import { readInvitationRows } from "./read-invitation-rows";

const head = "reference,expectedSellerId,email,expires";
const read = (text: string) => readInvitationRows(new TextEncoder().encode(text));
const codes = (text: string) => {
  const result = read(text);
  return result.ok ? result.bad.map(({ line, code }) => [line, code]) : result.code;
};

describe("reading a file", () => {
  it("judges each row on its own", () => {
    const text = [
      head,
      "fine,200001,shop@asked.test,30d",
      "bad address,,not-an-address,7d",
      "bad number,12ab,,7d",
      "leading zero,012,,7d",
      "bad life,,,2y",
      `${"x".repeat(81)},,,7d`,
      "extra,,,7d,more",
      "fine,200001,shop@asked.test,30d",
      "by number,,200002,",
      "both,200002,200002,",
      "another,200003,200002,",
      'quotes,"a"b,,7d',
      "",
      ",,,",
      "last,,1234567890123,1d",
    ].join("\r\n");
    expect(codes(text)).toEqual([
      [3, "bad_email"],
      [4, "bad_number"],
      [5, "bad_number"],
      [6, "bad_choice"],
      [7, "too_long"],
      [8, "extra_cells"],
      [9, "duplicate"],
      [12, "seller_not_expected"],
      [13, "bad_quotes"],
      [16, "bad_number"],
    ]);
    const result = read(text);
    expect(result.ok && result.good.map(({ line, row }) => [line, row.expires])).toEqual([
      [2, "30d"],
      [10, "30d"],
      [11, "30d"],
    ]);
  });

  it("reads no more of a file than it takes, whatever its lines cost", () => {
    const longest = (line: string) => `email\n${line.repeat(Math.floor(990_000 / line.length))}`;
    for (const line of ["a\n", '"x"y\n', ";,\n"]) {
      expect(read(longest(line))).toEqual({ ok: false, code: "file_rows" });
      const { rows, isCut } = readCsv(longest(line), 100);
      expect([isCut, rows.length <= 100]).toEqual([true, true]);
    }
    const blank = `email\n${"\n,\n".repeat(2000)}shop@asked.test\n`;
    expect(read(blank)).toMatchObject({ ok: true, good: [{ line: 4002 }], bad: [] });
    expect(
      read(`email\n${Array.from({ length: 2000 }, (_, at) => `a${at}@b.test\n`).join("")}`),
    ).toMatchObject({
      ok: true,
    });
  });

  it("takes the columns in any order and case, some missing, with semicolons or a mark at the start", () => {
    const result = read("\uFEFFEmail;REFERENCE\r\nshop@asked.test;Lumière & Co\r\n");
    expect(result).toMatchObject({
      ok: true,
      delimiter: ";",
      good: [{ line: 2, row: { reference: "Lumière & Co", email: { email: "shop@asked.test" } } }],
      bad: [],
    });
  });

  it("refuses a file that is no list of invitations as a whole", () => {
    expect(codes("name,phone\na,b")).toBe("file_header");
    expect(codes("reference,reference\na,b")).toBe("file_header");
    expect(codes("")).toBe("file_header");
    expect(codes(head)).toBe("file_rows");
    expect(codes(`${head}\n${"a,,,7d\n".repeat(2001)}`)).toBe("file_rows");
    const latin1 = new Uint8Array([...new TextEncoder().encode("reference\n"), 0xe9]);
    expect(readInvitationRows(latin1)).toEqual({ ok: false, code: "file_encoding" });
    const big = inviteFromFileInput.safeParse({
      clientId: "c",
      csv: new File(["x".repeat(1_000_001)], "a.csv"),
    });
    expect(big.error?.issues[0]?.message).toBe("file_big");
    expect(inviteFromFileInput.safeParse({ clientId: "c", csv: "text" }).error?.issues[0]?.message).toBe(
      "required",
    );
  });

  it("loses no cell of a refused row, whatever stands in it", () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom("=1", "+a", "@b", "'=c", 'q"q', "a,b", "a;b", "a\nb"));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (pairs) => {
        const plain = pairs.map((pair) => pair.map((text) => text.replaceAll("\r", "")));
        // A life that no row may have makes every one of them bad.
        const written = writeCsv([
          ["reference", "expectedSellerId", "email", "expires"],
          ...plain.map(([a = "", b = ""]) => [a, b, "", "never"]),
        ]);
        const result = read(written);
        expect(result.ok && result.bad.map(({ cells }) => cells.slice(0, 2))).toEqual(plain);
        const back = readCsv(writeCsv(result.ok ? result.bad.map(({ cells }) => cells) : []));
        expect(back.rows.map(({ cells }) => cells.slice(0, 2))).toEqual(plain);
      }),
    );
  });
});

describe("inviting from a file", () => {
  it(
    "makes the good rows of five hundred, hands their links back once, and the twelve bad ones to correct",
    rolledBack(async () => {
      const scene = await makeInvitationScene({ reviewedAt: now() });
      const lines = Array.from({ length: 500 }, (_, n) =>
        n % 42 === 0 ? `=bad ${n},,not-an-address,7d` : `ref ${n},,shop${n}@asked.test,7d`,
      );
      const form = inviting(scene, "invite from file");
      const input = {
        clientId: scene.client.clientId,
        message: "",
        csv: csvFile([head, ...lines].join("\n")),
      };
      const result = await inviteFromFile(form, input);
      if (!result.ok) throw new Error(result.code);
      expect(result.view).toMatchObject({ made: 488 });
      expect(result.view.bad).toHaveLength(12);
      expect(await rows()).toHaveLength(488);
      expect(await asFounder((tx) => tx.select({ id: mails.id }).from(mails))).toHaveLength(488);

      const links = readCsv(result.view.linksCsv).rows.slice(1);
      expect(new Set(links.map(({ cells }) => cells[4])).size).toBe(488);
      expect(links.every(({ cells }) => /\/i\/[\w-]{43}$/.test(cells[4] ?? ""))).toBe(true);
      expect(result.view.badCsv).toContain("\r\n'=bad 0,");
      // The refused rows are a file that can be sent again; corrected, they are good.
      const corrected = result.view.badCsv.replaceAll("not-an-address", "right@asked.test");
      expect(read(corrected)).toMatchObject({ ok: true, bad: [] });
      expect(bareCell("'=bad 0")).toBe("=bad 0");
      expect(await inviteFromFile(form, input)).toMatchObject({ ok: false, code: "stale" });
      expect(await rows()).toHaveLength(488);
    }),
  );

  it(
    "refuses rows of linked accounts, files that are none, and whoever may not",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      await makeLink(scene.client, scene.account);
      const { sellerId } = scene.account;
      const input = (text: string) => ({
        clientId: scene.client.clientId,
        message: "",
        csv: csvFile(text),
      });
      const result = await inviteFromFile(
        inviting(scene, "invite from file"),
        input(`reference,expectedSellerId,email\na,${sellerId},\nb,,${sellerId}\nc,,`),
      );
      expect(result).toMatchObject({
        ok: true,
        view: {
          made: 1,
          bad: [
            { line: 2, code: "already_linked" },
            { line: 3, code: "already_linked" },
          ],
        },
      });
      expect(await inviteFromFile(inviting(scene, "invite from file"), input("nonsense"))).toMatchObject({
        code: "invalid",
        fields: { csv: "file_header" },
      });
      const { organisationId } = scene.partner;
      const viewer = await makeActor({ role: "viewer", organisationId });
      const wrong = inviting({ ...scene, partner: viewer }, "invite from file");
      expect(await inviteFromFile(wrong, input("reference\na"))).toMatchObject({ code: "not_allowed" });
      const rival = inviting({ ...scene, partner: await makeActor({ kind: "partner" }) }, "invite from file");
      expect(await inviteFromFile(rival, input("reference\na"))).toMatchObject({ code: "not_found" });
      expect(await rows()).toHaveLength(1);
    }),
  );
});
