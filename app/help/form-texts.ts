import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";

/** The sentences of forms that take files with a message. */
export function messageTexts(t: Text) {
  const { file_big, file_encoding, file_type } = t.help.files;
  return { ...formTexts(t), fieldErrors: { ...t.fieldErrors, file_big, file_encoding, file_type } };
}

/** What a browser offers to choose from; what is sent is looked at again. */
export const takenFiles = ".txt,.log,.csv,.json,.md,text/plain,image/png,image/jpeg,image/webp";
