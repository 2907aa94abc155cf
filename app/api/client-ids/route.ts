import { findActor } from "@/lib/accounts/find-actor";
import { checkClientId } from "@/lib/clients/find-free-client-ids";
import { takeLimit } from "@/lib/limits/take-limit";

const asks = { name: "client-id-check", max: 60, windowSeconds: 60 };

/** `GET ?clientId=`: whether it could be created now. For signed-in people, sixty a minute; the form asks as one types. */
export async function GET(request: Request) {
  const headers = { "cache-control": "no-store" };
  const viewer = await findActor();
  if (!viewer) return Response.json({ error: "sign_in_again" }, { status: 401, headers });
  if (!(await takeLimit(asks, viewer.personId)).allowed) {
    return Response.json({ error: "too_many" }, { status: 429, headers });
  }
  const clientId = new URL(request.url).searchParams.get("clientId") ?? "";
  return Response.json(await checkClientId(clientId.trim().slice(0, 200)), { headers });
}
