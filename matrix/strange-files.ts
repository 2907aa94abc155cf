import { paint, pngByHand } from "@/lib/picture.testing";

/** Stands in every file that hides something, and must stand in nothing that comes out again. */
export const canary = "CANARY-<script>alert(document.domain)</script>";
const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${canary}</svg>`;
const page = `<!doctype html><title>x</title>${canary}`;
const file = (name: string, type: string, ...parts: (string | Uint8Array)[]) =>
  new File(parts as BlobPart[], name, { type });

/** Files that are not what they say, or more than they should be; and the code of each where a picture is wanted. */
export async function strangeFiles(): Promise<{ what: string; sent: File; code: string }[]> {
  const png = await paint().png().toBuffer();
  const gif = await paint(8, 8).gif().toBuffer();
  const signature = png.subarray(0, 8);
  return [
    { what: "an SVG", sent: file("a.svg", "image/svg+xml", svg), code: "file_type" },
    { what: "an SVG in a PNG's clothes", sent: file("a.png", "image/png", svg), code: "file_type" },
    { what: "a page in a PNG's clothes", sent: file("a.png", "image/png", page), code: "file_type" },
    {
      what: "a page behind a PNG's first bytes",
      sent: file("a.png", "image/png", signature, page),
      code: "file_broken",
    },
    { what: "a page that says it is one", sent: file("a.html", "text/html", page), code: "file_type" },
    {
      what: "a GIF that is a script too",
      sent: file("a.png", "image/png", gif, `/*${canary}*/`),
      code: "file_type",
    },
    { what: "a PDF", sent: file("a.webp", "image/webp", "%PDF-1.7\n", canary), code: "file_type" },
    { what: "an archive", sent: file("a.jpg", "image/jpeg", "PK\u0003\u0004", canary), code: "file_type" },
    {
      what: "half a picture",
      sent: file("a.png", "image/png", png.subarray(0, png.length >> 1)),
      code: "file_broken",
    },
    {
      what: "over sixteen million dots",
      sent: file("a.png", "image/png", pngByHand(4001, 4000)),
      code: "file_pixels",
    },
    { what: "a bomb", sent: file("a.png", "image/png", pngByHand(20_000, 20_000)), code: "file_pixels" },
    {
      what: "a byte too many",
      sent: file("a.png", "image/png", png, new Uint8Array(1_048_577 - png.length)),
      code: "file_big",
    },
  ];
}

/** Names by which a file might be put somewhere else, or taken for something else. */
export const strangeNames = [
  "../../../../etc/cron.d/evil.png",
  "..\\..\\windows\\evil.png",
  "/etc/passwd",
  "evil.png/../../x.html",
  "evil\u202Egnp.html.png",
  "evil%00.png",
  "con.png",
  ".htaccess",
  "<script>alert(1)</script>.png",
  `${"x".repeat(600)}.png`,
];

/** A good picture with a page behind it and words inside, as it would be drawn all the same. */
export async function twoFaced() {
  const png = await paint().withMetadata().png().toBuffer();
  return new Uint8Array(Buffer.concat([png, Buffer.from(page)]));
}
