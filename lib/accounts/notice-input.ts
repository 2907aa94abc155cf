import { z } from "zod";
import { oneOf } from "../input";
import { type NoticeName, noticeNames, noticeOf } from "../mail/notices";

/** One field per notice; a page offers those that concern its reader, so each may be missing. */
const choices = Object.fromEntries(
  noticeNames.map((name) => [name, oneOf(noticeOf(name).choices).optional()]),
) as Record<NoticeName, z.ZodOptional<z.ZodEnum<{ mail: "mail"; digest: "digest"; off: "off" }>>>;

export const chooseNoticesInput = z.strictObject({
  ...choices,
  /** How often the reader gets what they chose to have together; missing where they are asked about nothing. */
  rhythm: oneOf(["daily", "weekly"]).optional(),
  /** How often the reader gets the summary of the organisation they act for, where there is one. */
  summary: oneOf(["daily", "weekly", "off"]).optional(),
});
export type ChooseNoticesInput = z.output<typeof chooseNoticesInput>;
