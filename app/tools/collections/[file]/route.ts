import { findActor } from "@/lib/accounts/find-actor";
import { operationsOf, readAreas } from "@/lib/seller-data/guide-areas";
import { text } from "../../../_text/text";
import { fileWords } from "../file-words";
import { findFile } from "../files";
import { fillValues } from "../fill-values";

/**
 * `GET ?clientId=&sellerId=&areas=`: one of the files, to be saved. The reader's own values fill it; no secret ever does.
 */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }) {
  const name = (await params).file;
  const file = findFile(name);
  if (!file) return new Response("Not found\n", { status: 404, headers: { "content-type": "text/plain" } });
  const query = new URL(request.url).searchParams;
  const asked = {
    clientId: query.get("clientId") ?? undefined,
    sellerId: query.get("sellerId") ?? undefined,
  };
  const { values } = await fillValues(await findActor(), asked);
  const chosen = operationsOf(readAreas(query.getAll("areas").join(",")));
  return new Response(file.write(values, fileWords(await text()), chosen), {
    headers: {
      "content-type": `${file.type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      // Two readers on one machine must not get each other's values from a cache.
      "cache-control": "private, no-store",
    },
  });
}
