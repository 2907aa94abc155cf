import { describe, expect, it } from "vitest";
import { operations } from "@/lib/seller-data/operations";
import { texts } from "../_text/texts";
import { searchGuide } from "./search-guide";

const find = (words: string, language: "en" | "fr" = "en") =>
  searchGuide(texts[language], words).map(({ href }) => href);

describe("the search of the guide", () => {
  it("finds a call by what it is for, by its route and by a parameter", () => {
    expect(find("ship order")[0]).toBe("/guide/reference/orders.ship");
    expect(find("/offer-packages")).toContain("/guide/reference/offerPackages.create");
    expect(find("updatedAtMin")).toContain("/guide/reference/orders.list");
  });

  it("finds errors by code and by words, areas, practices and terms", () => {
    expect(find("seller_not_granted")[0]).toBe("/guide/errors/seller_not_granted");
    expect(find("token.secret_wrong")[0]).toBe("/guide/errors/token.secret_wrong");
    expect(find("fulfilment")).toContain("/guide/areas/fulfilment");
    expect(find("checklist")).toEqual(["/guide/best-practices"]);
    expect(find("Retry-After")).toContain("/guide/best-practices#retry");
    expect(find("hand-over")).toContain("/guide/glossary#hand-over");
    expect(find("webhook").some((href) => href.startsWith("/guide/api#"))).toBe(true);
    expect(find(".env file")).toContain("/tools/collections");
  });

  it("does not mind case and accents, in both languages", () => {
    expect(find("EXPEDIER une commande", "fr")[0]).toBe("/guide/reference/orders.ship");
    expect(find("Sécret", "en")).toEqual(find("secret", "en"));
  });

  it("finds nothing for nothing, for what is not there, and survives what anybody types", () => {
    for (const words of ["", "   ", "'\"<>&", "zzzz", "orders zzzz", ".*", "("])
      expect(find(words)).toEqual([]);
    expect(find("a ".repeat(100)).length).toBeLessThanOrEqual(30);
    expect(find("order".repeat(1000))).toEqual([]);
  });

  it("finds every call by its title", () => {
    for (const language of ["en", "fr"] as const)
      for (const { id } of operations)
        expect(find(texts[language].reference.operations[id].title, language)).toContain(
          `/guide/reference/${id}`,
        );
  });
});
