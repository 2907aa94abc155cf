import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** How often something happened, and how many milliseconds it took. */
export type Times = { count: number; p50: number; p95: number; p99: number };

/** What a load came to. */
export type Load = {
  seconds: number;
  /** From the sending to the answer. */
  served: Times;
  /** The same from when each should have been sent. */
  servedFromDue: Times;
  refused: Times;
  /** How much later than meant each was sent: what the load itself is to blame for. */
  lag: Times;
  /** Refusals that do not say when to come back. */
  rude: number;
  broken: number;
  /** What could not even be sent, because all connections waited. */
  unsent: number;
  otherStatus: Record<number, number>;
};

/**
 * What to send, in turns, over how many connections and for how long: so many a second whatever the answers are, or
 * without `perSecond` one after the other on each connection.
 */
export type Order = {
  port: number;
  requests: string[];
  width: number;
  seconds: number;
  perSecond?: number;
};

/** One request as bytes (each character is one), on a connection that is kept. */
export function makeRequest(method: string, path: string, headers: Record<string, string>, body = "") {
  const lines = Object.entries({
    host: "localhost",
    ...headers,
    "content-length": String(Buffer.byteLength(body)),
  });
  return `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}

export type Generator = Awaited<ReturnType<typeof startGenerator>>;

/** A process of its own that sends what it is told to, so that nothing else here makes its answers seem late. */
export async function startGenerator() {
  const child = fork(fileURLToPath(new URL("generator.mjs", import.meta.url)), { execArgv: [] });
  await once(child);
  return {
    async send(order: Order): Promise<Load> {
      const load = once(child);
      child.send(order);
      return (await load) as Load;
    },
    stop: () => void (child.connected && child.disconnect()),
  };
}

function once(child: ChildProcess) {
  return new Promise<unknown>((resolve, reject) => {
    const fail = () => reject(new Error("the load's process ended"));
    child.once("exit", fail);
    child.once("message", (message) => {
      child.off("exit", fail);
      resolve(message);
    });
  });
}
