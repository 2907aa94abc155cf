import { z } from "zod";
import { because, rowId } from "../input";

export const shareReportInput = z.strictObject({
  do: z.literal("share", because("bad_choice")),
  firstCallId: rowId,
});
export type ShareReportInput = z.output<typeof shareReportInput>;

export const endReportShareInput = z.strictObject({
  do: z.literal("end_share", because("bad_choice")),
  firstCallId: rowId,
});
export type EndReportShareInput = z.output<typeof endReportShareInput>;
