import { findFacts } from "../find-facts";
import { writeHtml, writePage } from "../write-guide";

/** `GET`: the help page as a file, in the languages that the address names. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { facts, qr, languages, method } = await findFacts(id, new URL(request.url).searchParams);
  const pieces = languages.map((language) => writeHtml(language, method, facts, qr));
  return new Response(writePage(pieces, languages[0] ?? "en", facts), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-disposition": 'attachment; filename="help-page.html"',
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
