import { isDatabaseReady } from "@/lib/readiness";

/** The database is reachable and migrated; 503 otherwise. */
export async function GET() {
  const ready = await isDatabaseReady();
  const headers = { "cache-control": "no-store" };
  return Response.json({ status: ready ? "ok" : "unavailable" }, { status: ready ? 200 : 503, headers });
}

export const dynamic = "force-dynamic";
