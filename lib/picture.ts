import sharp from "sharp";
import type { FieldCode } from "./result";

/** Larger files are not looked at. */
export const mostPictureBytes = 1_048_576;
const mostPixels = 16_000_000;
const secondsEach = 5;

/** The three kinds that are taken, by how their files begin. */
const beginnings = {
  png: (bytes: Buffer) => bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1")),
  jpeg: (bytes: Buffer) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  webp: (bytes: Buffer) =>
    bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP",
};

// Whatever a file claims to be: nothing but these three decoders ever runs.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadPngBuffer", "VipsForeignLoadJpegBuffer", "VipsForeignLoadWebpBuffer"],
});
// A picture is small and the cores are shared: one thread each, and nothing kept.
sharp.concurrency(1);
sharp.cache(false);

/** How large it becomes: a square with the whole picture in it, or no wider than so many dots. */
export type PictureSize = { square: number; mostBytes?: number } | { width: number; mostBytes?: number };

/** A picture as WebP, or what is wrong with the file. */
export type Picture = { ok: true; bytes: Buffer } | { ok: false; code: FieldCode };

/**
 * Decodes a picture that somebody sent and writes it anew as WebP, so that nothing of the file itself is left: no
 * other format inside it, no words about place and camera, no frames. Tries lower qualities until `mostBytes` hold it.
 */
export async function rewritePicture(sent: Uint8Array, size: PictureSize): Promise<Picture> {
  const bytes = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength);
  const code = await findFault(bytes);
  if (code) return { ok: false, code };
  try {
    let smallest: Buffer | undefined;
    for (const quality of [88, 70, 50, 30, 10]) {
      smallest = await write(bytes, size, quality);
      if (smallest.length <= (size.mostBytes ?? Number.POSITIVE_INFINITY)) break;
    }
    return smallest ? { ok: true, bytes: smallest } : { ok: false, code: "file_broken" };
  } catch {
    // What is left to go wrong is the picture's own data: cut off, or garbled.
    return { ok: false, code: "file_broken" };
  }
}

const open = (bytes: Buffer) =>
  sharp(bytes, { limitInputPixels: mostPixels, sequentialRead: true, failOn: "error", autoOrient: true });

async function findFault(bytes: Buffer): Promise<FieldCode | null> {
  if (bytes.length === 0) return "file_empty";
  if (bytes.length > mostPictureBytes) return "file_big";
  const [kind] = Object.entries(beginnings).find(([, begins]) => begins(bytes)) ?? [];
  if (!kind) return "file_type";
  try {
    const { format, pages = 1, width, height } = await open(bytes).metadata();
    if (format !== kind || pages > 1 || (kind === "png" && isAnimated(bytes))) return "file_type";
    return width * height > mostPixels ? "file_pixels" : null;
  } catch (error) {
    return /pixel limit/.test(String(error)) ? "file_pixels" : "file_broken";
  }
}

/** Whether a PNG says before its picture that more follow; its decoder would silently take the first. */
function isAnimated(bytes: Buffer) {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const chunk = bytes.toString("latin1", at + 4, at + 8);
    if (chunk === "acTL") return true;
    if (chunk === "IDAT") return false;
  }
  return false;
}

function write(bytes: Buffer, size: PictureSize, quality: number) {
  const picture =
    "square" in size
      ? open(bytes).resize(size.square, size.square, {
          fit: "contain",
          background: { r: 0, g: 0, b: 0, alpha: 0 },
        })
      : // A tower of dots would be more than the format can hold.
        open(bytes).resize({
          width: size.width,
          height: 4 * size.width,
          fit: "inside",
          withoutEnlargement: true,
        });
  return picture.webp({ quality, alphaQuality: quality }).timeout({ seconds: secondsEach }).toBuffer();
}
