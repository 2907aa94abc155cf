import { z } from "zod";
import { oneOf, rowId } from "../input";

export const retryLetterInput = z.strictObject({ do: z.literal("resend"), mailId: rowId });
export type RetryLetterInput = z.output<typeof retryLetterInput>;

export const retryDeliveryInput = z.strictObject({ do: z.literal("resend"), deliveryId: rowId });
export type RetryDeliveryInput = z.output<typeof retryDeliveryInput>;

export const retryFailedInput = z.strictObject({
  do: z.literal("resend"),
  what: oneOf(["letters", "deliveries"]),
});
export type RetryFailedInput = z.output<typeof retryFailedInput>;
