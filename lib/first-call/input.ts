import { z } from "zod";
import { because, oneOf } from "../input";
import { openSellerId, operationIds, scenarios } from "./operations";

// Whoever has the secret sees what the API itself would answer, so nothing that can be sent or stored is refused:
// only a NUL and half a character can be neither.
const sendable = (text: string) => text.isWellFormed() && !text.includes("\0");

const asTyped = (max: number) =>
  z
    .string(because("required"))
    .min(1, because("required"))
    .max(max, because("too_long"))
    .refine(sendable, because("bad_characters"));

/** A first call with somebody's own client. Ids are trimmed and kept byte for byte; the secret is not even trimmed. */
export const firstCallInput = z.strictObject({
  clientId: z.string(because("required")).trim().pipe(asTyped(200)),
  clientSecret: asTyped(2000),
  // A client that is linked to nobody yet proves itself on the open test seller.
  sellerId: z.string(because("required")).trim().pipe(asTyped(200)).default(openSellerId),
  operation: oneOf(operationIds).default("sellers.get"),
  scenario: oneOf(["", ...scenarios]).default(""),
});
export type FirstCallInput = z.output<typeof firstCallInput>;

/** "Try a first call now": nothing to type. */
export const starterCallInput = z.strictObject({ do: z.literal("starter", because("bad_choice")) });
export type StarterCallInput = z.output<typeof starterCallInput>;
