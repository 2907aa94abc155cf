import { type JudgedField, judgedFields } from "./desk-input";
import type { ConnectionMethod } from "./listing-input";

/** What an entry says, whether draft, submission or public. */
export type EntryContent = {
  displayName: string;
  description: string;
  logo: string | null;
  website: string;
  methods: ConnectionMethod[];
  supportUrl: string;
};

/** One field now and in the two states it is held against; null where there is no such state. */
export type FieldDifference = {
  field: JudgedField;
  now: string;
  decided: string | null;
  live: string | null;
  /** Against what was decided last, or, where nothing was, against what is public; a first entry has no changes. */
  isChanged: boolean;
};

/** A submission field by field, held against the version decided last and against what is public. */
export function compareVersions(
  now: EntryContent,
  decided: EntryContent | null,
  live: EntryContent | null,
): FieldDifference[] {
  return judgedFields.map((field) => {
    const values = [now, decided, live].map((content) => content && textOf(content[field]));
    const [text = "", before = null, shown = null] = values;
    const others = [before, shown].filter((value) => value !== null);
    return {
      field,
      now: text ?? "",
      decided: before,
      live: shown,
      isChanged: others.some((value) => value !== text),
    };
  });
}

/** Choices in their own order, so that the order of ticking is no difference. */
const textOf = (value: string | string[] | null) =>
  Array.isArray(value) ? [...value].sort().join() : (value ?? "");
