import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { consentTextVersion } from "@/lib/links/consent-text";
import { consent as en } from "./en/consent";
import { consent as fr } from "./fr/consent";

it("the words that people agree to have a name of their own, and keep it only while they stay the same", () => {
  const words = [en, fr].map((one) => [one.words, one.unreviewed.points, one.durations]);
  const digest = createHash("sha256").update(JSON.stringify(words)).digest("hex").slice(0, 16);
  // Other words: write down their digest here, and give them another name in lib/links/consent-text.ts.
  expect({ [consentTextVersion]: digest }).toEqual({ "2026-11": "75e5949662ea3c23" });
});
