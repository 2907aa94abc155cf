import { text } from "../../../../_text/text";
import { findFacts } from "../find-facts";
import { drawSvg } from "../write-guide";

/** `GET`: the QR code of the link as a file, for print. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { qr } = await findFacts(id, new URL(request.url).searchParams);
  return new Response(drawSvg(qr, (await text()).helpPage.qr), {
    headers: {
      "content-type": "image/svg+xml",
      "content-disposition": 'attachment; filename="link.svg"',
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
