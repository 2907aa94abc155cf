import { z } from "zod";
import { because, line, optionalLine, rowId } from "../input";

// People paste logs here: what cannot be read is left out instead of refused, line ends and tabs stay.
const unseen = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu;

/** Some lines in the writer's own words. */
const lines = (max: number) =>
  z
    .string(because("required"))
    .transform((text) => text.toWellFormed().replace(/\r\n?/g, "\n").replace(unseen, "").trim())
    .pipe(
      z
        .string()
        .refine((text) => /[^\p{Cf}\p{Z}\p{M}\s]/u.test(text), because("required"))
        .max(max, because("too_long")),
    );

const message = lines(5000);
const mostFiles = 3;

/** A field without a file is sent as an empty text by whoever sends all inputs. */
const file = z
  .union([z.literal(""), z.array(z.file()).max(mostFiles, because("file_many"))], because("file_many"))
  .default([])
  .transform((files) => files || []);

export const openTicketInput = z.strictObject({
  subject: line(120),
  message,
  callMe: optionalLine(200),
  callNumber: z
    .string()
    .trim()
    .regex(/^(\+?[\d ()./-]{6,30})?$/, because("bad_number"))
    .default(""),
  file,
});

export const answerTicketInput = z.strictObject({ ticketId: rowId, message, file });
export const solveTicketInput = z.strictObject({ do: z.literal("solve"), ticketId: rowId });

export const takeTicketInput = z.strictObject({ do: z.literal("take"), ticketId: rowId });
export const replyToTicketInput = z.strictObject({
  do: z.literal("reply"),
  ticketId: rowId,
  message,
  file,
  solved: z.literal("on", because("bad_choice")).optional(),
});
export const closeTicketInput = z.strictObject({ do: z.literal("close"), ticketId: rowId });
export const noteTicketInput = z.strictObject({ do: z.literal("note"), ticketId: rowId, note: lines(2000) });

export type OpenTicketInput = z.output<typeof openTicketInput>;
export type AnswerTicketInput = z.output<typeof answerTicketInput>;
export type ReplyToTicketInput = z.output<typeof replyToTicketInput>;
export type NoteTicketInput = z.output<typeof noteTicketInput>;
export type TicketIdInput = { ticketId: string };
