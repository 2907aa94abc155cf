import { expect, test } from "vitest";
import { ago, clock, count, day, moment } from "./_time";
import { inUtc } from "./_ui/in-utc";

const at = "2026-11-22T14:05:09.000Z";

test("a moment is said in the language, in UTC, and to machines as it is", () => {
  expect(moment(at, "en")).toEqual({ iso: at, text: "22 Nov 2026, 14:05 UTC" });
  expect(moment(new Date(at), "fr")).toEqual({ iso: at, text: "22 nov. 2026, 14:05 UTC" });
});

test("the browser says it as the server does", () => {
  for (const language of ["en", "fr"] as const) expect(inUtc(at, language)).toBe(moment(at, language).text);
});

test("so are its day and its time alone", () => {
  expect([day(at, "en"), day(at, "fr")]).toEqual(["22 Nov 2026", "22 nov. 2026"]);
  expect([clock(at, "en"), clock(at, "fr")]).toEqual(["14:05 UTC", "14:05 UTC"]);
});

test("how long ago it was is said in the largest unit that fits", () => {
  const now = new Date("2026-11-24T15:05:09.000Z");
  expect(ago(at, now, "en")).toBe("2 days ago");
  expect(ago("2026-11-24T12:00:00Z", now, "fr")).toBe("il y a 3 heures");
  expect(ago("2026-11-24T15:04:00Z", now, "en")).toBe("1 minute ago");
  expect(ago("2026-11-24T15:06:00Z", now, "fr")).toBe("il y a 0 seconde");
});

test("a number is grouped as the language does", () => {
  expect(count(1200, "en")).toBe("1,200");
  expect(count(1200, "fr")).toMatch(/^1\s200$/);
});
