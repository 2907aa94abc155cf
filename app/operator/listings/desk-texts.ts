import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";

/** The catalogue with the desk's own word for a decision that came too late. */
export function deskText(t: Text): Text {
  return { ...t, refusals: { ...t.refusals, stale: t.listingDesk.form.stale } };
}

/** The sentences of the desk's forms. */
export const deskFormTexts = (t: Text) => ({
  ...formTexts(deskText(t)),
  mend: t.listingDesk.form.lookAgain,
});
