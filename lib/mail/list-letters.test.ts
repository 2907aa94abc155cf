import { beforeAll, describe, expect, test } from "vitest";
import { asVisitor } from "@/db/client";
import { ownDatabase } from "@/db/testing";
import { resetLetter, verifyLetter } from "./letters/accounts";
import { listLetters } from "./list-letters";
import { send } from "./send";

beforeAll(() => ownDatabase());

describe("listLetters", () => {
  test("opens the letters to one address, newest first, with their links", async () => {
    const href = "https://portal.test/verify/abc?x=1&y=2";
    await asVisitor((tx) =>
      send(tx, "Ada@people.test", (language) =>
        verifyLetter(language, { name: "Ada <b>", companyName: "Maison", href }),
      ),
    );
    await asVisitor((tx) =>
      send(tx, "ada@people.test", (language) =>
        resetLetter(language, { name: "Ada", href: "https://portal.test/reset/def" }),
      ),
    );
    await asVisitor((tx) =>
      send(tx, "eve@people.test", (language) =>
        resetLetter(language, { name: "Eve", href: "https://portal.test/reset/ghi" }),
      ),
    );
    const letters = await listLetters("ADA@people.test");
    expect(letters.map(({ links }) => links)).toEqual([["https://portal.test/reset/def"], [href]]);
    const [newest, first] = letters;
    expect(Object.keys(newest ?? {})).toEqual(["to", "subject", "text", "html", "sentAt", "links"]);
    expect(first).toMatchObject({ to: "Ada@people.test", text: expect.stringContaining("Ada <b>") });
    expect(first?.html).toContain("Ada &lt;b&gt;");
    expect(new Date(newest?.sentAt ?? "").getTime()).toBeGreaterThanOrEqual(
      new Date(first?.sentAt ?? "").getTime(),
    );
    expect(await listLetters()).toHaveLength(3);
    expect(await listLetters("nobody@people.test")).toEqual([]);
  });
});
