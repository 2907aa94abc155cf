import { asMachine } from "@/db/client";
import { now } from "../clock";
import { ask } from "./ask";
import type { Claims } from "./claims";

/** Ends one token before its time; again is harmless. Its row is kept for as long as the token would have lived. */
export async function endToken({ jti, sub, exp }: Claims): Promise<void> {
  await ask(asMachine()`
    insert into ended_tokens (token_id, client_row_id, ended_at, expires_at)
    values (${jti}, ${sub}, ${now()}, to_timestamp(${exp})) on conflict do nothing`);
}
