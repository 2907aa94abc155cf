import { log } from "../log";

const patienceMs = 3000;
const quietMs = 5000;
let loggedAt = Number.NEGATIVE_INFINITY;

/** The database did not answer, or not in time. The caller may try again. */
export class Unavailable extends Error {
  constructor(cause?: unknown) {
    super("the database does not answer", { cause });
    this.name = "Unavailable";
  }
}

/**
 * Waits for one statement, three seconds at most. Trouble with the connection is thrown as `Unavailable`; an error
 * in the statement itself is thrown as it is.
 */
export async function ask<Rows>(statement: PromiseLike<Rows>): Promise<Rows> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable("no answer in time")), patienceMs);
  });
  try {
    return await Promise.race([statement, late]);
  } catch (error) {
    if (!(error instanceof Unavailable) && !isConnectionTrouble(error)) throw error;
    logOutage(error);
    throw error instanceof Unavailable ? error : new Unavailable(error);
  } finally {
    clearTimeout(timer);
  }
}

/** One line now and then: during an outage every request meets the same error. */
function logOutage(error: unknown) {
  if (performance.now() - loggedAt < quietMs) return;
  loggedAt = performance.now();
  const { code, message } = error as { code?: string; message?: string };
  log.error({ code, reason: message }, "the database does not answer");
}

/** Anything without an SQLSTATE comes from the network; with one, classes 08, 28, 53, 57 and 3D mean "not now". */
function isConnectionTrouble(error: unknown) {
  const code = String((error as { code?: unknown } | null)?.code ?? "");
  if (/^[0-9A-Z]{5}$/.test(code) && /\d/.test(code)) return /^(08|28|53|57|3D)/.test(code);
  return /^(CONNECT|E[A-Z]+$)/.test(code);
}
