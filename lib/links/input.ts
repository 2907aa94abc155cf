import { z } from "zod";
import { createClientInput } from "../clients/input";
import { accepted, because, oneOf, rowId, staffReason } from "../input";

/** A SellerId out of a page's own choices. */
const ownSellerId = z
  .string(because("required"))
  .regex(/^[1-9]\d{0,11}$/, because("bad_choice"))
  .transform(Number);

export const createLinkedClientInput = createClientInput.extend({ sellerId: ownSellerId });
export const linkOwnClientInput = z.strictObject({ do: z.literal("link").optional(), sellerId: ownSellerId });

/** For how many days a link may be agreed to; `none` until somebody ends it. */
export const durations = ["none", "90", "365"] as const;

export const linkClientInput = z.strictObject({
  sellerId: ownSellerId,
  duration: oneOf(durations).default("none"),
  /** Asked for where nobody has reviewed the client: copying a number makes one look at it. */
  typedSellerId: z.string().trim().max(20, because("too_long")).optional(),
  terms: accepted,
  confirm: accepted,
});

export const undoLinkInput = z.strictObject({ do: z.literal("undo"), linkId: rowId });

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

export const keepLinkInput = z.strictObject({ do: z.literal("keep"), linkId: rowId });
export const restoreLinkInput = z.strictObject({ do: z.literal("restore"), linkId: rowId });
export const unlinkSellerInput = z.strictObject({ do: z.literal("unlink"), linkId: rowId });

export const endAnyLinkInput = z.strictObject({ linkId: rowId, reason: staffReason });
export const linkForOthersInput = z.strictObject({
  clientId: z.string(because("required")).trim().min(1, because("required")).max(200, because("too_long")),
  reason: staffReason,
});

export type CreateLinkedClientInput = z.output<typeof createLinkedClientInput>;
export type LinkOwnClientInput = z.output<typeof linkOwnClientInput>;
export type UnlinkClientInput = z.output<typeof unlinkClientInput>;
export type LinkClientInput = z.output<typeof linkClientInput>;
export type UndoLinkInput = z.output<typeof undoLinkInput>;
export type KeepLinkInput = z.output<typeof keepLinkInput>;
export type RestoreLinkInput = z.output<typeof restoreLinkInput>;
export type UnlinkSellerInput = z.output<typeof unlinkSellerInput>;
export type EndAnyLinkInput = z.output<typeof endAnyLinkInput>;
export type LinkForOthersInput = z.output<typeof linkForOthersInput>;
