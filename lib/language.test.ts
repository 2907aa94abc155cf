import { describe, expect, it } from "vitest";
import { acceptedLanguage, asLanguage } from "./language";

describe("acceptedLanguage", () => {
  it.each([
    ["fr", "fr"],
    ["fr-FR,fr;q=0.9,en;q=0.8", "fr"],
    ["FR-ca", "fr"],
    ["en-GB,en;q=0.9,fr;q=0.8", "en"],
    ["en;q=0.4,fr;q=0.9", "fr"],
    ["de-DE,de;q=0.9,fr;q=0.5", "fr"],
    ["fr;q=0,en", "en"],
    ["*", "en"],
    ["de,*;q=0.1", "en"],
    ["de", undefined],
    ["french", undefined],
    ["fr;q=much", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("of %j takes %j", (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });
});

it("takes no name it does not know", () => {
  expect(["fr", "en", "FR", "de", "", undefined].map(asLanguage)).toEqual([
    "fr",
    "en",
    "en",
    "en",
    "en",
    "en",
  ]);
});
