import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawnLike, drawnLikeCapital } from "./drawn-like";
import { findNameFault } from "./find-name-fault";
import { honestNames } from "./honest-names.testing";
import { listedNames } from "./look-alikes.testing";
import { isWithinSlip, nameCore, wordsOf } from "./name-core";
import { nameSkeleton, readingsOf } from "./name-skeleton";
import { isProtectedName } from "./protected-names";

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom(..."rnvclIıi1|!0oO ß.-́Ηη人ー") }),
);
const plainName = fc.string({
  unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789 "),
  maxLength: 30,
});
const named = fc.oneof(plainName, fc.constantFrom(...honestNames, ...listedNames));

describe("the skeleton of a name", () => {
  test("is its own skeleton", () => {
    fc.assert(
      fc.property(text, (name) => nameSkeleton(nameSkeleton(name)) === nameSkeleton(name)),
      { numRuns: 2000 },
    );
  });

  test("knows no case, no spaces and no marks between letters", () => {
    fc.assert(
      fc.property(named, fc.constantFrom(" ", "-", ".", "'", "\u200b", "_", " & "), (name, mark) => {
        const skeleton = nameSkeleton(name);
        return (
          nameSkeleton(name.toUpperCase()) === skeleton &&
          nameSkeleton(name.toLowerCase()) === skeleton &&
          nameSkeleton(name.split(" ").join(mark)) === nameSkeleton(name.replaceAll(" ", "")) &&
          nameSkeleton(name.normalize("NFD")) === skeleton
        );
      }),
    );
  });

  test("knows no accents", () => {
    const accent = fc.constantFrom("\u0300", "\u0301", "\u0308", "\u0327", "\u0323");
    fc.assert(
      fc.property(plainName, accent, fc.nat(30), (name, mark, at) => {
        const dressed = name.slice(0, at + 1) + mark + name.slice(at + 1);
        return nameSkeleton(dressed) === nameSkeleton(name);
      }),
    );
  });

  test.each([
    ["FeedWise", "fedvvise"],
    ["Camera", "Carnera"],
    ["Cloud", "dOuD"],
    ["Iota1", "lotaI"],
    ["STRASSE", "Straße"],
    ["Œuvre Æther", "oeuvre aether"],
    ["Łódź", "Lodz"],
    ["ＦｅｅｄＷｉｓｅ", "feedwise"],
    ["Яга", "ягa"],
  ])("of %s and %s is one", (one, other) => expect(nameSkeleton(one)).toBe(nameSkeleton(other)));

  test.each([
    ["Nova", "Hova"],
    ["Feed", "Fred"],
    ["Studio 22", "Studio 2"],
    ["さくら", "さくろ"],
    ["कि", "का"],
    ["तेल", "तिल"],
  ])("of %s and %s are two", (one, other) => expect(nameSkeleton(one)).not.toBe(nameSkeleton(other)));

  test("has other readings where a letter may be taken for two", () => {
    expect(readingsOf("ΗΟΝΥ")).toContain("hony");
    expect(readingsOf("NOVVA")).toEqual(["nowa", "nova"]);
    expect(readingsOf("plain")).toEqual(["piain"]);
  });
});

describe("what letters are drawn like", () => {
  const protectedNames = ["octopia", "cdiscount", "peaksys", "cnova", "clemarche"];
  const all = [...drawnLike, ...drawnLikeCapital];
  const drawnAs = (latin: string, only = /./u) =>
    all.filter(([drawn, one]) => one.toLowerCase() === latin && only.test(drawn)).map(([drawn]) => drawn);

  test("is some Latin letter or pair, each once", () => {
    expect(all.length).toBeGreaterThan(190);
    expect(all.filter(([letter, latin]) => !/^[A-Za-z]{1,2}$/.test(latin) || letter === latin)).toEqual([]);
    // A table that names a letter twice would read it one way only.
    expect([...drawnLike.keys()].filter((letter) => letter !== letter.toLowerCase())).toEqual([]);
  });

  test("does not help to write a protected name", () => {
    const places = protectedNames.flatMap((name) =>
      [...name].flatMap((letter, at) => drawnAs(letter).map((drawn) => [name, at, drawn] as const)),
    );
    expect(places.length).toBeGreaterThan(300);
    const passed = places
      .map(([name, at, drawn]) => name.slice(0, at) + drawn + name.slice(at + 1))
      .filter((name) => !findNameFault(name) && !isProtectedName(name));
    expect(passed).toEqual([]);
    // Nor where letters alone are judged, of whatever scripts.
    const name = fc.constantFrom("octopia", "cdiscount", "peaksys");
    fc.assert(
      fc.property(name, fc.infiniteStream(fc.nat(1000)), (latin, picks) => {
        const drawn = [...latin].map((letter) => {
          const choices = [letter, ...drawnAs(letter, /[\p{L}\p{N}]/u)];
          return choices[Number(picks.next().value) % choices.length];
        });
        return isProtectedName(drawn.join(""));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the core of a name", () => {
  test.each([
    ["FeedWise Support", "FeedWise"],
    ["The Official FeedWise App S.A.S.", "FeedWise"],
    ["FeedWise by FeedWise GmbH", "FeedWise FeedWise"],
    ["みなと丘カタログ株式会社", "みなと丘カタログ"],
  ])("of %s is %s", (name, core) => expect(nameCore(name)).toBe(nameSkeleton(core)));

  test("is all of a name that would keep next to nothing", () => {
    expect(nameCore("Go App")).toBe("goap");
    expect(nameCore("Go Team")).not.toBe(nameCore("Go App"));
    expect(nameCore("My API")).toBe("myapi");
  });

  test("comes of its words", () => {
    expect(wordsOf("O.K. FeedWise-Connector S.A.")).toEqual(["OK", "Feed", "Wise", "Connector", "SA"]);
    expect(wordsOf("Müller GmbH & Söhne")).toEqual(["Müller", "GmbH", "Söhne"]);
  });
});

describe("a slip of the keys", () => {
  const slips: [string, string, boolean][] = [
    ["octopia", "octopia", true],
    ["octopia", "octopa", true],
    ["octopia", "ooctopia", true],
    ["octopia", "octopya", true],
    ["octopia", "octpoia", true],
    ["octopia", "octpia", true],
    ["octopia", "octapya", false],
    ["octopia", "cotpoia", false],
    ["octopia", "octo", false],
    ["abc", "bca", false],
    ["", "a", true],
  ];
  test.each(slips)("between %s and %s: %s", (one, other, expected) => {
    expect([isWithinSlip(one, other), isWithinSlip(other, one)]).toEqual([expected, expected]);
  });
});
