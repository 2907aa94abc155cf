import { findActor } from "@/lib/accounts/find-actor";
import type { CallValues } from "@/lib/collections/curl";
import { envFile } from "@/lib/collections/env-file";
import { postmanCollection, postmanEnvironment } from "@/lib/collections/postman";
import { fillValues } from "../fill-values";

type File = { type: string; write: (values: CallValues) => string };

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
const files = new Map<string, File>([
  [
    "postman-collection.json",
    { type: "application/json", write: (values) => json(postmanCollection(values)) },
  ],
  [
    "postman-environment.json",
    { type: "application/json", write: (values) => json(postmanEnvironment(values)) },
  ],
  ["portal.env", { type: "text/plain", write: (values) => envFile({ ...values, clientSecret: "" }) }],
]);

/** `GET ?clientId=&sellerId=`: one of the files, to be saved. The reader's own values fill it; no secret ever does. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }) {
  const name = (await params).file;
  const file = files.get(name);
  if (!file) return new Response("Not found\n", { status: 404, headers: { "content-type": "text/plain" } });
  const query = new URL(request.url).searchParams;
  const asked = {
    clientId: query.get("clientId") ?? undefined,
    sellerId: query.get("sellerId") ?? undefined,
  };
  const { values } = await fillValues(await findActor(), asked);
  return new Response(file.write(values), {
    headers: {
      "content-type": `${file.type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      // Two readers on one machine must not get each other's values from a cache.
      "cache-control": "private, no-store",
    },
  });
}
