import type { Schema } from "./schema";

/** One field of a body: where it stands, what it is, whether it may be missing. */
export type BodyField = { place: string; type: string; known: string[]; required: boolean };

/** The fields of a schema one under the other; `[]` stands for each entry of a list. */
export function listFields(schema: Schema, place = "", required = true): BodyField[] {
  const { type, items, properties, enum: known = [] } = schema;
  const own = { place, type: [type ?? "object"].flat()[0] ?? "object", known: known.map(String), required };
  const inner = properties
    ? Object.entries(properties).flatMap(([name, field]) =>
        listFields(field, place ? `${place}.${name}` : name, schema.required?.includes(name) ?? false),
      )
    : items
      ? listFields(items, `${place}[]`)
      : [];
  // An object that has fields is nothing beside them, nor is the list around everything.
  const isFrame = properties !== undefined || place === "";
  return isFrame ? inner : [own, ...inner.filter((field) => field.place !== `${place}[]`)];
}
