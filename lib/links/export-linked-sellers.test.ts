import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { makeClient, makeLink, makeOrganisation, makeSeller, rolledBack } from "@/db/testing";
import { inSeconds, now } from "../clock";
import { guardText } from "../csv";
import { exportLinkedSellers } from "./export-linked-sellers";

const hostile = [
  '=HYPERLINK("http://x")',
  "+33 1",
  "-5",
  "@sum(A1)",
  "\tx",
  'a,b "c"',
  "x;=1+1",
  "line\n=2",
  "＝1",
  " =1",
  "Épicerie",
];

async function makeShops() {
  const organisation = await makeOrganisation({ kind: "aggregator" });
  const client = await makeClient(organisation);
  const links = [];
  for (const [i, shopName] of hostile.entries()) {
    const seller = await makeSeller(null, { shopName });
    links.push(
      await makeLink(client, seller, {
        createdAt: inSeconds(-i),
        reference: i === 1 ? "=cmd" : null,
        failingSince: i < 2 ? now() : null,
        unlinkedAt: i === 3 ? now() : null,
        reason: i === 3 ? "other" : null,
        expiresAt: i === 4 ? inSeconds(3600) : null,
      }),
    );
  }
  return { organisation, client, links };
}

async function read(pieces: AsyncGenerator<string>) {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return { pieces: all.length, text: all.join("") };
}

describe("the export of linked sellers", () => {
  it(
    "has the header that was agreed on and every link once, in pieces of one page",
    rolledBack(async () => {
      const { organisation, client, links } = await makeShops();
      const { text, pieces } = await read(exportLinkedSellers(organisation.id, client.id, {}, 4));
      expect(pieces).toBe(1 + 3);
      expect(text).toMatch(
        /^sellerId,shopName,clientId,status,since,expiresAt,reference,via,lastUsedAt,health\r\n/,
      );
      expect(text.endsWith("\r\n")).toBe(true);
      const { data, errors } = Papa.parse<Record<string, string>>(text, {
        header: true,
        skipEmptyLines: true,
      });
      expect(errors).toEqual([]);
      expect(data.map(({ sellerId }) => Number(sellerId))).toEqual(links.map(({ sellerId }) => sellerId));
      expect(data[4]).toMatchObject({
        status: "open",
        expiresAt: links[4]?.expiresAt?.toISOString(),
        via: "typed",
      });
      expect(data[3]?.status).toBe("ended");
    }),
  );

  it(
    "leaves out exactly what the filter leaves out",
    rolledBack(async () => {
      const { organisation, client, links } = await makeShops();
      const idsOf = async (filter: Parameters<typeof exportLinkedSellers>[2]) => {
        const { text } = await read(exportLinkedSellers(organisation.id, client.id, filter, 3));
        return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data.map(
          ({ sellerId }) => Number(sellerId),
        );
      };
      const all = links.map(({ sellerId }) => sellerId);
      expect(await idsOf({ health: "failing", sort: "sellerId" })).toEqual(all.slice(0, 2));
      expect((await idsOf({ status: "open" })).sort()).toEqual(all.filter((_, i) => i !== 3).sort());
      expect(await idsOf({ q: "epicerie" })).toEqual([all[10]]);
      const stranger = await makeOrganisation({ kind: "aggregator" });
      expect((await read(exportLinkedSellers(stranger.id, client.id, {}))).pieces).toBe(1);
    }),
  );

  it(
    "holds no cell that a spreadsheet would run, wherever it cuts the lines",
    rolledBack(async () => {
      const { organisation, client } = await makeShops();
      const { text } = await read(exportLinkedSellers(organisation.id, client.id, {}));
      for (const delimiter of [",", ";", "\t"]) {
        const { data } = Papa.parse<string[]>(text, { delimiter });
        expect(data.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
      }
    }),
  );

  it("guards what begins a formula behind any mark, and leaves other text as it is", () => {
    const marks = fc.constantFrom(",", ";", "\t", "\n", '"', " ", "x");
    const signs = fc.constantFrom("=", "+", "-", "@", "＝", "＠");
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, signs, fc.string())), (parts) => {
        expect(guardText(parts.join(""))).not.toMatch(/[,;\t\r\n"]\s*[=+\-@＝＋－＠]/);
      }),
    );
    for (const plain of ["Maison Lumière", "A-B, C+D", "100 % = tout"]) expect(guardText(plain)).toBe(plain);
  });
});
