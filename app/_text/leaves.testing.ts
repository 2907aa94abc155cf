/** One sentence of a catalogue, or the function that makes it, and where it stands: `accounts.signUp.title`. */
export type Leaf = { path: string; names: string[]; value: string | ((...facts: never[]) => unknown) };

/** Every sentence of a catalogue. */
export function leavesOf(catalogue: object, above: string[] = []): Leaf[] {
  return Object.entries(catalogue).flatMap(([name, value]) => {
    const names = [...above, name];
    if (typeof value === "object" && value !== null) return leavesOf(value, names);
    return [{ path: names.join("."), names, value }];
  });
}

/** A fact that answers anything it is asked: a year as text and as a number, and itself for every part of it. */
const anyFact = (text: string): never =>
  new Proxy(() => text, {
    get: (_target, name) =>
      name === Symbol.toPrimitive || name === "toString" ? () => text : name === "length" ? 1 : anyFact(text),
  }) as never;

/** What a leaf says: itself, or what its function makes of facts that all read `fact`. */
export function say({ value }: Leaf, fact = "2026") {
  if (typeof value === "string") return value;
  return String(value(...(Array.from({ length: value.length }, () => anyFact(fact)) as never[])));
}

/** The parts of a sentence that do not change with its facts. */
export function fixedParts(leaf: Leaf) {
  return say(leaf)
    .split(/2026|\{\w+\}/)
    .map((part) => part.trim())
    .filter(Boolean);
}
