import { z } from "zod";
import { because, optionalLine, rowId } from "../input";

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

export const sendReportInput = z.strictObject({
  do: z.literal("send", because("bad_choice")),
  firstCallId: rowId,
  memberId: rowId,
  note: optionalLine(300),
});
export type SendReportInput = z.output<typeof sendReportInput>;
