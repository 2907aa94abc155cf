import { Agent, request } from "node:http";

/** One answer, whole. */
export type Answer = { status: number; headers: Record<string, string>; body: string; ms: number };

/** No answer came, or not all of it: whether something was done is unknown. */
export class NoAnswer extends Error {}

type Asked = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  timeoutMs?: number;
  agent?: Agent;
};

const kept = new Agent({ keepAlive: true, maxSockets: 200 });

/** Sends one request to this machine and reads its answer. Follows nothing. Throws `NoAnswer` where none came. */
export function ask(url: string, asked: Asked = {}): Promise<Answer> {
  const from = performance.now();
  const { method = "GET", headers = {}, body, timeoutMs = 25_000, agent = kept } = asked;
  const { hostname, port, pathname, search, host } = new URL(url);
  const address = hostname === "localhost" ? "127.0.0.1" : hostname;
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new NoAnswer(`${method} ${pathname}: ${why}`));
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const options = { host: address, port, path: pathname + search, method, agent, timeout: timeoutMs };
    const sent = request({ ...options, headers: { host, ...headers, ...length } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.once("error", (error) => fail(error.message));
      answer.once("aborted", () => fail("broken off"));
      answer.once("end", () => {
        if (!answer.complete) return fail("broken off");
        const { statusCode: status = 0, headers: said } = answer;
        const flat = Object.entries(said).map(([name, value]) => [name, [value].flat().join("\n")]);
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status, headers: Object.fromEntries(flat), body: text, ms: performance.now() - from });
      });
    });
    sent.once("error", (error) => fail(error.message));
    sent.once("timeout", () => sent.destroy(new Error("timeout")));
    sent.end(body);
  });
}

/** The JSON of an answer; undefined where it is none. */
export function json(answer: Answer): Record<string, unknown> | undefined {
  try {
    return JSON.parse(answer.body);
  } catch {
    return undefined;
  }
}
