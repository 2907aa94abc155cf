import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

/** A picture of many colours, as its maker would save it. */
export function paint(width = 300, height = 200) {
  const dots = Buffer.alloc(width * height * 3);
  for (let at = 0; at < dots.length; at++) dots[at] = (at * 7 + Math.floor(at / width)) % 256;
  return sharp(dots, { raw: { width, height, channels: 3 } });
}

/** One chunk of a PNG. */
export function pngChunk(type: string, data: Uint8Array) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A one-colour PNG by hand, of any size, with further chunks before its dots. */
export function pngByHand(width: number, height: number, more: Buffer[] = []) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // One bit per dot, no colour.
  head.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))), { level: 9 });
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    pngChunk("IHDR", head),
    ...more,
    pngChunk("IDAT", rows),
    pngChunk("IEND", new Uint8Array()),
  ]);
}
