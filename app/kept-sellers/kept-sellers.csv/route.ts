import { notFound } from "next/navigation";
import { findActor } from "@/lib/accounts/find-actor";
import { writeKeptSellers } from "@/lib/links/list-kept-sellers";
import { refuseFile } from "../../_file-limit";

/** The organisation's kept sellers as a file; for those who keep any. */
export async function GET() {
  const viewer = await findActor();
  if (!viewer)
    return new Response(null, { status: 303, headers: { Location: "/sign-in?next=/kept-sellers" } });
  const { kind } = viewer.organisation;
  if (kind !== "partner" && kind !== "aggregator") notFound();
  const tooOften = await refuseFile(viewer);
  if (tooOften) return tooOften;
  return new Response(await writeKeptSellers(viewer), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="kept-sellers.csv"',
      "Cache-Control": "private, no-store",
    },
  });
}
