import type { Text } from "../_text/text";
import { FormField } from "../_ui/form-field";
import { takenFiles } from "./form-texts";

/** The files that go along with a message, on either side. */
export function FilesField({ t }: { t: Text }) {
  const { file, fileHint } = t.help.ask;
  return (
    <FormField
      accept={takenFiles}
      hint={fileHint}
      label={file}
      multiple
      name="file"
      optional={t.common.optional}
      type="file"
    />
  );
}
