/**
 * Does one step of a start and says how long it took; a long one is named when it begins as well.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {string} [longName] what to say at the beginning
 * @returns {Promise<T>}
 */
export async function step(name, work, longName) {
  const from = performance.now();
  if (longName) console.log(`  ${longName} ...`);
  try {
    const result = await work();
    console.log(`  ${name.padEnd(10)}${seconds(from)}`);
    return result;
  } catch (error) {
    console.log(`  ${name.padEnd(10)}${seconds(from)}  failed`);
    throw error;
  }
}

/** Seconds since `from`, as steps show them.
 * @param {number} from */
export function seconds(from) {
  return `${((performance.now() - from) / 1000).toFixed(1).padStart(6)} s`;
}

/** Something the person who started this can mend: said without a stack. */
export class Plain extends Error {
  plain = true;
}
