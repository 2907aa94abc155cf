/** What the schedule needs to know of a signing key. */
export type Scheduled = { kid: string; activeAt: Date };

const rotationMs = 90 * 86_400_000;
const publishedAheadMs = 3_600_000;
const keptLongerMs = 86_400_000;

/** The key that signs at a moment: the last one whose time has come. */
export function keyInUse<Key extends Scheduled>(keys: Key[], at: Date): Key | undefined {
  return inOrder(keys).findLast((key) => key.activeAt <= at);
}

/**
 * The keys whose public half is shown at a moment: the one in use, those to come, and an old one until a day after
 * the last token it can have signed has run out.
 */
export function publishedKeys<Key extends Scheduled>(keys: Key[], at: Date, tokenTtlSeconds: number): Key[] {
  const ordered = inOrder(keys);
  return ordered.filter((_, index) => {
    const successor = ordered[index + 1];
    if (!successor) return true;
    return successor.activeAt.getTime() + tokenTtlSeconds * 1000 + keptLongerMs > at.getTime();
  });
}

/**
 * What to do now so that there is always a key in use and exactly one to come, published at least an hour before
 * its first use: the times at which new keys become active, and the kids that nobody needs any more.
 */
export function planRotation(keys: Scheduled[], at: Date, tokenTtlSeconds: number) {
  const inUse = keyInUse(keys, at);
  const add: Date[] = inUse ? [] : [at];
  if (!keys.some((key) => key.activeAt > at)) {
    const due = (inUse?.activeAt ?? at).getTime() + rotationMs;
    add.push(new Date(Math.max(due, at.getTime() + publishedAheadMs)));
  }
  const shown = new Set(publishedKeys(keys, at, tokenTtlSeconds).map(({ kid }) => kid));
  return { add, remove: keys.filter(({ kid }) => !shown.has(kid)).map(({ kid }) => kid) };
}

/** When a key may sign at the earliest: everybody must have had an hour to learn of it. */
export function soonestUse(createdAt: Date, at: Date): Date {
  return new Date(Math.max(createdAt.getTime() + publishedAheadMs, at.getTime()));
}

function inOrder<Key extends Scheduled>(keys: Key[]): Key[] {
  return [...keys].sort((a, b) => a.activeAt.getTime() - b.activeAt.getTime() || (a.kid < b.kid ? -1 : 1));
}
