import { Agent, type IncomingHttpHeaders, request } from "node:http";

export type Answer = { status: number; headers: IncomingHttpHeaders; raw: string[]; body: string };
export type Question = {
  method?: string;
  path: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
};

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Asks a server on this machine exactly this, and follows nothing. `Host` is whatever the headers say. */
export async function ask(port: number, question: Question): Promise<Answer> {
  // A machine that is busy with much else may say so; that answers no question here.
  for (let times = 1; ; times++) {
    const answer = await askOnce(port, question);
    if (answer.status !== 503 || question.method === "POST" || times === 5) return answer;
  }
}

function askOnce(port: number, question: Question): Promise<Answer> {
  const { method = "GET", path, headers = {}, body } = question;
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, method, path, headers, agent };
    const asked = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const { statusCode: status = 0, rawHeaders: raw } = answer;
        resolve({ status, headers: answer.headers, raw, body: Buffer.concat(chunks).toString("utf8") });
      });
    });
    asked.on("error", (error: NodeJS.ErrnoException) => {
      // A connection that the server closed for its idleness at that very moment: nothing was asked yet.
      if (asked.reusedSocket && error.code === "ECONNRESET") resolve(askOnce(port, question));
      else reject(error);
    });
    // Nothing here waits so long; which question it was must not be a riddle.
    asked.setTimeout(120_000, () => asked.destroy(new Error(`no answer: ${method} ${path}`)));
    asked.end(body);
  });
}

/** Does the same for each, a few at a time. */
export async function each<T, U>(all: T[], work: (one: T) => Promise<U>, atOnce = 6): Promise<U[]> {
  const results: U[] = [];
  const waiting = all.entries();
  const worker = async () => {
    for (const [at, one] of waiting) results[at] = await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
