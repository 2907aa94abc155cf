import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { mostPictureBytes, rewritePicture } from "./picture";
import { paint, pngByHand, pngChunk } from "./picture.testing";

const logo = { square: 128, mostBytes: 20_480 };
const canary = "CANARY-<script>alert(1)</script>";

let png: Buffer;
let jpeg: Buffer;
let webp: Buffer;
beforeAll(async () => {
  [png, jpeg, webp] = await Promise.all([
    paint().png().toBuffer(),
    paint()
      .withExif({ IFD0: { Copyright: canary }, IFD3: { GPSLatitude: "48/1 51/1 0/1" } })
      .jpeg()
      .toBuffer(),
    paint().webp().toBuffer(),
  ]);
});

async function taken(file: Uint8Array, size: Parameters<typeof rewritePicture>[1] = logo) {
  const picture = await rewritePicture(file, size);
  if (!picture.ok) throw new Error(picture.code);
  return { bytes: picture.bytes, about: await sharp(picture.bytes).metadata() };
}
const refused = async (file: Uint8Array) => {
  const picture = await rewritePicture(file, logo);
  return picture.ok ? "taken" : picture.code;
};

describe("a picture", () => {
  it("becomes a square WebP with the whole of it inside, whichever of the three kinds it is", async () => {
    for (const file of [png, jpeg, webp]) {
      const { bytes, about } = await taken(file);
      expect(about).toMatchObject({ format: "webp", width: 128, height: 128, hasAlpha: true });
      expect(bytes.length).toBeLessThan(logo.mostBytes);
      // Wider than high: what is left above and below is empty.
      const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      expect([data[3], data[(64 * info.width + 64) * info.channels + 3]]).toEqual([0, 255]);
    }
  });

  it("keeps its proportions where only its width is limited, and is never made larger", async () => {
    expect((await taken(png, { width: 150 })).about).toMatchObject({ width: 150, height: 100 });
    expect((await taken(png, { width: 1600 })).about).toMatchObject({ width: 300, height: 200 });
    const tower = await taken(pngByHand(20, 60_000), { width: 1600 });
    expect(tower.about.height).toBe(6400);
  });

  it("stays small even where nothing in it repeats", async () => {
    const noise = Buffer.from(
      Array.from({ length: 128 * 128 * 4 }, (_, at) => (at * at * 2_654_435_761) >>> 13),
    );
    const file = await sharp(noise, { raw: { width: 128, height: 128, channels: 4 } })
      .png()
      .toBuffer();
    expect((await taken(file)).bytes.length).toBeLessThan(logo.mostBytes);
  });

  it("loses everything that is not picture: words inside, words behind, where it was taken", async () => {
    const text = pngChunk("tEXt", Buffer.from(`Comment\0${canary}`));
    const files = [
      jpeg,
      pngByHand(40, 40, [text]),
      Buffer.concat([png, Buffer.from(`<html>${canary}</html>`)]),
      Buffer.concat([jpeg, Buffer.from(`/*${canary}*/`)]),
      Buffer.concat([webp, Buffer.from(`PK\x03\x04${canary}`)]),
    ];
    for (const file of files) {
      expect(file.includes("CANARY")).toBe(true);
      const { bytes, about } = await taken(file);
      expect(bytes.includes("CANARY")).toBe(false);
      expect(bytes.includes("script")).toBe(false);
      expect([about.exif, about.xmp, about.icc]).toEqual([undefined, undefined, undefined]);
    }
  });

  it("stands upright as its camera meant it", async () => {
    const lying = await paint(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await taken(lying, { width: 1600 })).about).toMatchObject({ width: 200, height: 300 });
  });
});

describe("what is no picture of ours", () => {
  const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`;

  it.each([
    ["zero bytes", Buffer.alloc(0), "file_empty"],
    ["twenty megabytes", Buffer.alloc(20_000_000, 0x89), "file_big"],
    ["an SVG", Buffer.from(svg), "file_type"],
    ["an SVG behind a BOM", Buffer.from(`\ufeff${svg}`), "file_type"],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>"), "file_type"],
    ["a GIF", Buffer.from("GIF89a\x01\0\x01\0\0\0\0;", "latin1"), "file_type"],
    ["a PDF", Buffer.from("%PDF-1.7\n%%EOF"), "file_type"],
    ["a BMP", Buffer.concat([Buffer.from("BM"), Buffer.alloc(60)]), "file_type"],
    ["an archive", Buffer.from("PK\x03\x04"), "file_type"],
    ["a program", Buffer.from("MZ\x90\0"), "file_type"],
    ["the beginning of a PNG and a page", Buffer.from("\x89PNG\r\n\x1a\n<html>", "latin1"), "file_broken"],
    ["the beginning of a JPEG and an SVG", Buffer.from(`\xff\xd8\xff${svg}`, "latin1"), "file_broken"],
    ["the beginning of a WebP and words", Buffer.from("RIFF\x10\0\0\0WEBPwords", "latin1"), "file_broken"],
  ])("%s", async (_, file, code) => {
    expect(await refused(file)).toBe(code);
  });

  it("one byte too many", async () => {
    const pad = (to: number) => Buffer.concat([png, Buffer.alloc(to - png.length)]);
    expect(await refused(pad(mostPictureBytes))).toBe("taken");
    expect(await refused(pad(mostPictureBytes + 1))).toBe("file_big");
  });

  it("a GIF that was given another name: its kind is what its bytes say", async () => {
    const gif = await paint(8, 8).gif().toBuffer();
    expect(await refused(gif)).toBe("file_type");
  });

  it("moving pictures", async () => {
    const frames = await sharp(await paint(8, 16).raw().toBuffer(), {
      raw: { width: 8, height: 16, channels: 3, pageHeight: 8 },
    })
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer();
    expect(await refused(frames)).toBe("file_type");
    expect(await refused(pngByHand(8, 8, [pngChunk("acTL", Buffer.alloc(8))]))).toBe("file_type");
  });

  it("files that stop in the middle", async () => {
    for (const file of [png, jpeg, webp])
      expect(await refused(file.subarray(0, file.length >> 1))).toBe("file_broken");
  });

  it("decompression bombs, before anything is unpacked", async () => {
    const bomb = pngByHand(20_000, 20_000);
    expect(bomb.length).toBeLessThan(mostPictureBytes);
    const before = process.memoryUsage().rss;
    const started = performance.now();
    expect(await refused(bomb)).toBe("file_pixels");
    expect(performance.now() - started).toBeLessThan(1000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    expect(await refused(pngByHand(4001, 4000))).toBe("file_pixels");
    expect(await refused(pngByHand(4000, 4000))).toBe("taken");
  });
});
