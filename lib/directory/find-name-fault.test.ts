import { describe, expect, test } from "vitest";
import { findNameFault } from "./find-name-fault";
import { honestNames } from "./honest-names.testing";

describe("the letters of a name", () => {
  test.each(honestNames)("%s are fine", (name) => expect(findNameFault(name)).toBeNull());

  test.each([
    ["a control character", "Feed\u0007Wise"],
    ["a line break", "Feed\nWise"],
    ["a turned reading direction", "Feed\u202eWise"],
    ["an isolate", "Feed\u2066Wise"],
    ["a zero-width space", "Feed\u200bWise"],
    ["a zero-width non-joiner", "Feed\u200cWise"],
    ["a word joiner", "Feed\u2060Wise"],
    ["a byte order mark", "\ufeffFeedWise"],
    ["a soft hyphen", "Feed\u00adWise"],
    ["a tag", "FeedWise\u{e0041}"],
    ["a filler that is a letter", "Feed\u3164Wise"],
    ["half of a character", "Feed\ud800Wise"],
    ["private use", "Feed\ue000Wise"],
    ["an unassigned one", "Feed\u0378Wise"],
    ["an emoji", "FeedWise 🚀"],
    ["a flag", "FeedWise 🇫🇷"],
    ["a tick", "FeedWise ✓"],
    ["a trade mark sign", "FeedWise®"],
    ["a sign for a letter", "Feed$ystem"],
    ["a bar", "Feed|Wise"],
    ["an at sign", "D@ta"],
    ["mathematical letters", "𝐃ata"],
    ["a circled letter", "ⒹATA"],
    ["a squared letter", "🄳ATA"],
    ["a letterlike sign", "ℂompany"],
    ["a raised letter", "Dataᵃ"],
    ["a Roman numeral that is one character", "Data Ⅳ"],
    ["a struck letter", "Da\u0336ta"],
    ["an enclosing mark", "Da\u20ddta"],
    ["marks on marks", "Da\u0301\u0302\u0303ta"],
    ["a mark on nothing", "\u0301Data"],
    ["a mark on a space", "Data \u0301x"],
    ["a long-vowel sign for a dash", "Data ー Feeds"],
    ["the same in a word", "株式ー会社"],
    ["a space before", " Data"],
    ["a space behind", "Data "],
    ["two spaces", "Data  Feeds"],
    ["two spaces of other kinds", "Data\u00a0\u2003Feeds"],
    ["no letters", "!!"],
    ["one letter", "A!"],
    ["a dead script", "ᚠᚢᚦ"],
    ["a script that draws Latin capitals", "ꓢꓴꓑꓑꓳꓣꓔ"],
  ])("may not be: %s", (_, name) => expect(findNameFault(name)).toBe("name_characters"));

  test.each([
    ["Latin and Cyrillic in a word", "Fееd"],
    ["Latin and Greek in a word", "Aλpha"],
    ["Latin and Cyrillic words", "Data Калина"],
    ["Greek and Cyrillic", "Αγορά Рынок"],
    ["Latin and Cherokee", "ᎪBC"],
    ["Latin and Hebrew", "Data סחר"],
    ["Chinese in a Latin word", "Dat丨a"],
    ["Japanese in a Latin word", "Dataト"],
    ["kana and Hangul", "さくら 마켓"],
    ["Bopomofo and kana", "ㄅさ"],
    ["Cyrillic beside Chinese", "云杉 Рынок"],
    ["two kinds of digits", "Data 1٢"],
  ])("may not mix: %s", (_, name) => expect(findNameFault(name)).toBe("name_scripts"));

  test("are two to sixty", () => {
    expect([findNameFault("A"), findNameFault(""), findNameFault("Qi")]).toEqual([
      "too_short",
      "name_characters",
      null,
    ]);
    expect([findNameFault("a".repeat(60)), findNameFault("a".repeat(61))]).toEqual([null, "too_long"]);
    expect(findNameFault("店".repeat(60))).toBeNull();
  });

  test("are judged in no time, however they are put together", () => {
    const started = performance.now();
    for (const piece of ["a", "a.", ". ", "a\u0301", "ー", "'", "A a "]) findNameFault(piece.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
