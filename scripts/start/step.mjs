/**
 * Does one step of a start, naming it when it begins and its seconds when it ends.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const from = performance.now();
  process.stdout.write(`  ${name.padEnd(10)}`);
  try {
    const result = await work();
    process.stdout.write(`${seconds(from)}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${seconds(from)}  failed\n`);
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
