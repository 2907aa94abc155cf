import { z } from "zod";

/** Further pages than a search ever shows. */
const mostPages = 500;

/**
 * What an address may ask of the directory. Nothing in an address is refused: what is too long is cut, what no name
 * holds is dropped, and a page that is none is the first.
 */
export const directoryQuery = z.object({
  q: z
    .string()
    .catch("")
    .transform((text) =>
      [...text.toWellFormed().replace(/[\p{Cc}\p{Cf}\ufffd]+/gu, " ")].slice(0, 100).join("").trim(),
    ),
  page: z.coerce.number().int().min(1).max(mostPages).catch(1),
});
export type DirectoryQuery = z.output<typeof directoryQuery>;
