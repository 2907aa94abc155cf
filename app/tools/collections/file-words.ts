import type { FileWords } from "@/lib/collections/file-words";
import type { Text } from "../../_text/text";

/** The words of the files, in the language of the reader: what each call is for comes from the reference. */
export function fileWords(t: Text): FileWords {
  const { about, token, noSecret, unreachable, noToken, tokenGiven, answers, optional, http } = t.tools.files;
  const { jetbrains, encoded, unused, package: opened } = http;
  return {
    about,
    token,
    noSecret,
    unreachable,
    noToken,
    tokenGiven,
    answers,
    optional,
    http: { about: http.about, jetbrains, encoded, unused, package: opened },
    operations: t.reference.operations,
    parameters: t.reference.parameters.about,
  };
}
