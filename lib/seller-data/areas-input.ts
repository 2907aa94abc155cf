import { z } from "zod";
import { because, rowId } from "../input";

/** Which areas a client needs, as a comma list; none means all. */
export const chooseAreasInput = z.strictObject({
  clientRowId: rowId,
  areas: z.string().max(200, because("too_long")).default(""),
});
export type ChooseAreasInput = z.output<typeof chooseAreasInput>;
