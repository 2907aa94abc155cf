import { findLogo } from "@/lib/directory/find-logo";

/** `GET`: a picture of the directory. Its name is the hash of its bytes, so that it never changes. */
export async function GET(_request: Request, { params }: { params: Promise<{ hash: string }> }) {
  const picture = await findLogo((await params).hash);
  if (!picture) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(picture), {
    headers: {
      "content-type": "image/webp",
      "content-length": String(picture.length),
      "content-disposition": 'inline; filename="logo.webp"',
      "x-content-type-options": "nosniff",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
