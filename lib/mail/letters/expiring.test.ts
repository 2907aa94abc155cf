import { describe, expect, it } from "vitest";
import { languages } from "../../language";
import { renderHtml, renderText } from "../render";
import { linksExpiringLetter, secretsExpiringLetter } from "./expiring";

const href = "https://portal.example/clients/x";
const endsAt = new Date("2027-02-03T04:05:06Z");
const link = { clientId: "a-client", endsAt, sellerId: 200_005, shopName: "<b>Shop</b>", reference: null };

describe.each(languages)("letters about what ends soon, in %s", (language) => {
  it("list each link with its moment, and say how many more there are", () => {
    const letter = linksExpiringLetter(language, { href, lines: [link, { ...link, sellerId: 7 }], more: 3 });
    const text = renderText(letter);
    for (const said of ["2027-02-03 04:05 UTC", "SellerId 200005", "SellerId 7", "a-client", href, " 3 "]) {
      expect(text).toContain(said);
    }
    expect(renderHtml(letter)).not.toContain(link.shopName);
    expect(letter.subject).toContain("5");
    expect(letter.subject.length).toBeLessThanOrEqual(60);
  });

  it("list each secret by its last characters", () => {
    const secret = { clientId: "a-client", endsAt, hint: "Zz9x" };
    const letter = secretsExpiringLetter(language, { href, lines: [secret], more: 0 });
    for (const said of ["2027-02-03 04:05 UTC", "a-client", "Zz9x", href])
      expect(renderText(letter)).toContain(said);
    expect(letter.subject).toContain("1 secret");
    expect(letter.subject.length).toBeLessThanOrEqual(60);
  });
});
