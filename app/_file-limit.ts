import type { Viewer } from "@/lib/accounts/find-actor";
import { tooMany } from "@/lib/accounts/too-many";
import { takeLimit } from "@/lib/limits/take-limit";
import { text } from "./_text/text";
import { tellRefusal } from "./_ui/tell-refusal";

/** A whole list as a file is much work, and much to carry away. */
const perPerson = { name: "files", max: 60, windowSeconds: 3600 };

/** Counts one more list that somebody takes as a file; the answer of whoever took too many within the hour, else null. */
export async function refuseFile({ personId }: Pick<Viewer, "personId">): Promise<Response | null> {
  const { allowed, retryAfterSeconds } = await takeLimit(perPerson, personId);
  if (allowed) return null;
  return new Response(tellRefusal(await text(), tooMany(retryAfterSeconds)), {
    status: 429,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "private, no-store",
      "retry-after": String(retryAfterSeconds),
    },
  });
}
