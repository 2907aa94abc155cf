import type { CopyTexts } from "../_ui/copy-button";
import type { FormTexts } from "../_ui/form-context";
import type { Text } from "./text";

/** The sentences every form needs, as plain tables that may travel to the browser. */
export function formTexts(t: Text): FormTexts {
  const { colon, reference, mend, errorTitle, signInToGoOn: signIn } = t.common;
  const { refusals, limits, fieldErrors } = t;
  const help = t.help.link;
  return { refusals, limits, fieldErrors, colon, reference, mend, errorTitle, signIn, help };
}

/** The words of a copy button for one thing, such as "clientId". */
export function copyTexts(t: Text, what: string): CopyTexts {
  const { copy, copyName, copiedName, selected } = t.common;
  return { copy, name: copyName(what), copied: copiedName(what), selected };
}
