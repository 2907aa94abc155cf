import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tooMany } from "../accounts/too-many";
import { now } from "../clock";
import { type Limit, takeLimit } from "../limits/take-limit";
import { rewritePicture } from "../picture";
import { done, type Result, refuse } from "../result";
import { logoPath } from "./listing-fields";

const perOrganisation: Limit = { name: "logo", max: 60, windowSeconds: 3600 };
const size = { square: 128, mostBytes: 20_480 };

/**
 * Writes a sent picture anew. Outside of the act's transaction, because that takes long, and counted also where it is
 * refused, because the work was done.
 */
export async function readLogo(organisationId: string, file: File): Promise<Result<Buffer>> {
  const room = await takeLimit(perOrganisation, organisationId);
  if (!room.allowed) return tooMany(room.retryAfterSeconds);
  const picture = await rewritePicture(new Uint8Array(await file.arrayBuffer()), size);
  return picture.ok ? done(picture.bytes) : refuse("invalid", { fields: { logo: picture.code } });
}

/** Keeps a picture that was written anew; resolves to the path that shows it. */
export async function keepLogo(tx: Tx, bytes: Buffer): Promise<string> {
  await tx.execute(sql`select keep_logo(${bytes}, ${now().toISOString()}::timestamptz)`);
  return logoPath(bytes);
}
