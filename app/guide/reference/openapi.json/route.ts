import { describeApi } from "@/lib/seller-data/open-api";

/** The Seller API as an OpenAPI 3.1 document, the same for everybody. */
export function GET() {
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  return new Response(`${JSON.stringify(describeApi(), null, 2)}\n`, { headers });
}
