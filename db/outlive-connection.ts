import type { Sql } from "postgres";

type Work = (sql: Sql) => Promise<unknown>;
/** What a transaction knows of its connection; `by` says what ended it. */
type Fate = { by?: unknown; end: (error: unknown) => void };

/** The driver's codes for a connection that is no more. */
const lost = /^(CONNECTION_\w+|E(CONN\w+|PIPE|TIMEDOUT|HOST\w+|NET\w+))$/;

/**
 * What a server that is stopped says to each connection. The driver repeats it to the first who gets that place in the
 * pool afterwards, once for each place, so a transaction that has not begun yet asks for another.
 */
const stopped = "57P01";
const places = 10;

/**
 * The same connections, with transactions that survive the loss of theirs. The driver would still send `rollback` or
 * `commit`, and what the work asks for later, down the lost connection: that ends the process, or spoils the place in
 * the pool for good, or speaks into the transaction of whoever got the place next. Here nothing more is sent, and the
 * transaction fails with what ended it.
 */
export function outliveConnection<Connections extends Pick<Sql, "begin">>(sql: Connections): Connections {
  return new Proxy(sql, {
    get: (target, name) => (name === "begin" ? beginning(target) : Reflect.get(target, name)),
  });
}

function beginning(sql: Pick<Sql, "begin">) {
  const begin = sql.begin as unknown as (...words: unknown[]) => Promise<unknown>;
  return (...words: unknown[]) => {
    const work = words.pop() as Work;
    return new Promise((resolve, reject) => {
      const fate: Fate = {
        end(error) {
          fate.by ??= error;
          reject(error);
        },
      };
      let isBegun = false;
      const carryOn = (tx: Sql) => {
        isBegun = true;
        return carry(work, watch(tx, fate), fate);
      };
      const start = (placesLeft: number) => {
        // The driver rejects at once when the connection closes, whatever the work is doing then.
        begin(...words, carryOn).then(resolve, (error) => {
          if (!isBegun && placesLeft > 0 && codeOf(error) === stopped) start(placesLeft - 1);
          else fate.end(error);
        });
      };
      start(places);
    });
  };
}

/** A transaction's own handle, which says nothing more once its connection is lost. */
function watch(sql: Sql, fate: Fate): Sql {
  const refuse = () => {
    if (fate.by) throw fate.by;
  };
  return new Proxy(sql, {
    apply(target, self, words) {
      refuse();
      return Reflect.apply(target as never, self, words);
    },
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name !== "unsafe" && name !== "savepoint") return value;
      return (...words: unknown[]) => {
        refuse();
        if (name === "unsafe") return value(...words);
        const work = words.pop() as Work;
        return new Promise((resolve, reject) => {
          const inner: Fate = {
            end(error) {
              reject(error);
              fate.end(error);
            },
          };
          value(...words, (tx: Sql) => carry(work, watch(tx, fate), inner)).then(resolve, reject);
        });
      };
    },
  });
}

/** Runs the work; where its connection was lost it never comes to an end for the driver, which would go on with it. */
function carry(work: Work, tx: Sql, fate: Fate) {
  return new Promise((resolve, reject) => {
    work(tx).then(
      (result) => {
        if (!fate.by) resolve(result);
      },
      (error) => {
        if (fate.by) return;
        if (isConnectionLost(error)) fate.end(error);
        else reject(error);
      },
    );
  });
}

/** Whether an error, or what caused it, says that the connection to the database was lost. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { severity } = error as { severity?: unknown };
  // After a fatal error the server hangs up by itself.
  if (severity === "FATAL" || severity === "PANIC" || lost.test(codeOf(error))) return true;
  // Who asks for SQL by way of drizzle gets the driver's error wrapped.
  return isConnectionLost(error.cause);
}

const codeOf = (error: unknown) => String((error as { code?: unknown } | undefined)?.code);

/**
 * Keeps this process alive when a connection is lost while the driver asks something for itself, such as the types a
 * fresh connection knows: nobody waits for that answer, so nobody can catch its failure. Anything else ends the
 * process as ever.
 */
export function outliveStrayLosses(note: (error: unknown) => void) {
  process.on("unhandledRejection", (error) => {
    if (!isConnectionLost(error)) throw error;
    note(error);
  });
}
