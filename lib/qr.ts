import { encode } from "uqr";

/** A QR code as one path on a square of `size` units, its quiet zone included. */
export type QrView = { size: number; path: string };

/** Draws a text as a QR code that still reads with a seventh of it spoilt. */
export function drawQr(text: string): QrView {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const runs = data.flatMap((row, y) => {
    const marks = row.map((dark) => (dark ? "1" : "0")).join("");
    return [...marks.matchAll(/1+/g)].map(
      ({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`,
    );
  });
  return { size, path: runs.join("") };
}
