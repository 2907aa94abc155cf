import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { logos } from "@/db/schema";
import { rolledBack } from "@/db/testing";
import { env } from "../env";
import { paint, pngByHand } from "../picture.testing";
import { findLogo } from "./find-logo";
import type { SaveListingInput } from "./listing-input";
import { type ListingScene, listingForm, listingScene, versionsOf } from "./listing-scene.testing";
import { saveListing } from "./save-listing";

const save = async (
  { actor, complete, ...scene }: ListingScene,
  over: Partial<SaveListingInput> = {},
  offered: Record<string, string[]> = {},
) => saveListing(await listingForm(actor, "save listing", scene, offered), { ...complete, ...over });
const asFile = (bytes: Buffer, name = "logo.png") => new File([new Uint8Array(bytes)], name);
const refusedFields = (fields: Record<string, string>) => ({ ok: false, code: "invalid", fields });

describe("a picture", () => {
  it(
    "is written anew, shown under the name of its bytes, and stays until it is taken away",
    rolledBack(async () => {
      const scene = await listingScene();
      expect(
        await save(scene, { logo: asFile(await paint().jpeg().toBuffer(), "../../x.svg") }),
      ).toMatchObject({ ok: true });
      const logo = (await versionsOf(scene.actor))[0]?.logo ?? "";
      expect(logo).toMatch(/^\/logos\/[0-9a-f]{64}\.webp$/);
      const file = logo.slice("/logos/".length);
      const shown = await findLogo(file);
      expect(shown?.toString("latin1", 8, 12)).toBe("WEBP");
      for (const name of [
        file.toUpperCase(),
        `${file}.webp`,
        file.replace(".webp", ".png"),
        `0${file.slice(1)}`.replace(/^../, "00"),
        "../x",
      ])
        expect(await findLogo(name)).toBeNull();
      await save(scene, {}, { logo: [logo] });
      expect(await versionsOf(scene.actor)).toMatchObject([{ logo }]);
      await save(scene, { logo: "" }, { logo: [logo] });
      expect(await versionsOf(scene.actor)).toMatchObject([{ logo }]);
      // A path that no picture has is no picture.
      await save(scene, {}, { logo: [`/logos/${"0".repeat(64)}.webp`] });
      expect(await versionsOf(scene.actor)).toMatchObject([{ logo: null }]);
      await save(scene, { noLogo: "on" }, { logo: [logo] });
      expect(await versionsOf(scene.actor)).toMatchObject([{ logo: null }]);
    }),
  );

  it(
    "may be the same that another has",
    rolledBack(async () => {
      const logo = asFile(await paint(33, 44).png().toBuffer());
      const [one, other] = [await listingScene(), await listingScene()];
      for (const scene of [one, other]) expect(await save(scene, { logo })).toMatchObject({ ok: true });
      expect(await asFounder((tx) => tx.select({ hash: logos.hash }).from(logos))).toHaveLength(1);
      const paths = [(await versionsOf(one.actor))[0]?.logo, (await versionsOf(other.actor))[0]?.logo];
      expect(new Set(paths).size).toBe(1);
    }),
  );

  it(
    "that is none leaves everything as it was",
    rolledBack(async () => {
      const scene = await listingScene();
      const files: [File, string][] = [
        [asFile(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")), "file_type"],
        [asFile(Buffer.alloc(0)), "file_empty"],
        [asFile(Buffer.alloc(20_000_000)), "file_big"],
        [asFile(pngByHand(20_000, 20_000)), "file_pixels"],
      ];
      for (const [logo, code] of files)
        expect(await save(scene, { logo })).toMatchObject(refusedFields({ logo: code }));
      expect(await versionsOf(scene.actor)).toEqual([]);
      expect(await asFounder((tx) => tx.select().from(logos))).toEqual([]);
    }),
  );

  it(
    "counts also where it is refused",
    rolledBack(async () => {
      const { LIMITS } = env();
      env().LIMITS = "on";
      const scene = await listingScene();
      const broken = asFile(Buffer.from("no picture"));
      for (let n = 0; n < 60; n++)
        expect(await save(scene, { logo: broken })).toMatchObject(refusedFields({ logo: "file_type" }));
      expect(await save(scene, { logo: broken })).toMatchObject({ code: "too_many" });
      env().LIMITS = LIMITS;
    }),
  );

  it(
    "is not sent sixty-one times an hour",
    rolledBack(async () => {
      const { LIMITS } = env();
      env().LIMITS = "on";
      const scene = await listingScene();
      const logo = asFile(await paint(4, 4).png().toBuffer());
      for (let n = 0; n < 60; n++) expect(await save(scene, { logo })).toMatchObject({ ok: true });
      expect(await save(scene, { logo })).toMatchObject({ code: "too_many" });
      expect(await save(scene)).toMatchObject({ ok: true });
      env().LIMITS = LIMITS;
    }),
  );
});
