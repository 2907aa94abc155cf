import { z } from "zod";
import { createClientInput } from "../clients/input";
import { because, oneOf, rowId } from "../input";

/** A SellerId out of a page's own choices. */
const ownSellerId = z
  .string(because("required"))
  .regex(/^[1-9]\d{0,11}$/, because("bad_choice"))
  .transform(Number);

export const createLinkedClientInput = createClientInput.extend({ sellerId: ownSellerId });
export const linkOwnClientInput = z.strictObject({ do: z.literal("link").optional(), sellerId: ownSellerId });

export const endReasons = ["not_used", "switching", "mistake", "security", "other"] as const;

export const unlinkClientInput = z.strictObject({
  linkId: rowId,
  reason: oneOf(endReasons),
  when: z
    .string()
    .trim()
    .regex(/^(now|\d{4}-\d{2}-\d{2})$/, because("bad_date"))
    .default("now"),
});

export type CreateLinkedClientInput = z.output<typeof createLinkedClientInput>;
export type LinkOwnClientInput = z.output<typeof linkOwnClientInput>;
export type UnlinkClientInput = z.output<typeof unlinkClientInput>;
