import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";

/** What the fields of an entry are called. */
export function entryLabels(t: Text): Record<string, string> {
  const {
    client: clientRowId,
    displayName,
    description,
    logo,
    website,
    methods,
    supportUrl,
  } = t.listing.entry;
  return { clientRowId, displayName, description, logo, website, methods, supportUrl };
}

/** The sentences of a form about an entry: some fit it better than the general ones. */
export function entryTexts(t: Text) {
  return { ...formTexts(t), fieldErrors: { ...t.fieldErrors, ...t.listing.entry.errors } };
}
