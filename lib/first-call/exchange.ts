import { request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { readAnswer, type Trouble } from "./read-answer";

/** One request of the tester. The address comes from the configuration, never from a form. */
export type Outgoing = {
  method: "GET" | "POST" | "PATCH";
  url: string;
  headers: Record<string, string>;
  body?: string;
};

/** What came back: no redirect followed, nothing parsed, `cut` where it went on past the cap. */
export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: string;
  cut: boolean;
  /** Why the body is not the whole, plain text it should be. */
  trouble?: Trouble;
};

/** So much of an answer is read, in bytes. */
export const answerCap = 256 * 1024;

/**
 * Sends one request on a connection of its own and reads the answer, at most `answerCap` of it. TLS is always
 * verified and no proxy is used. Rejects with the socket's error and its host; the signal ends it at any moment.
 */
export function exchange({ method, url, headers, body }: Outgoing, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith("https:") ? tlsRequest : plainRequest;
    let hasAnswer = false;
    const options = { method, agent: false, signal, maxHeaderSize: 16_384, rejectUnauthorized: true };
    const outgoing = send(
      url,
      { ...options, headers: { ...common, ...lengthOf(body), ...headers } },
      (incoming) => {
        hasAnswer = true;
        readAnswer(incoming, answerCap, signal, () => outgoing.destroy())
          .then((read) =>
            resolve({ status: incoming.statusCode ?? 0, headers: flat(incoming.headers), ...read }),
          )
          .catch(reject);
      },
    );
    const { host } = new URL(url);
    outgoing.on("error", (error) => reject(Object.assign(error, { host })));
    // Nobody asked for another protocol: its answer has no body that ends.
    outgoing.on("upgrade", ({ statusCode = 0, headers }, socket) => {
      socket.destroy();
      resolve({ status: statusCode, headers: flat(headers), body: "", cut: false });
    });
    // However a connection ends, the caller is not left waiting.
    outgoing.on("close", () => {
      if (!hasAnswer) reject(Object.assign(new Error("no answer"), { code: "ECONNRESET", host }));
    });
    outgoing.end(body);
  });
}

const common = {
  accept: "application/json",
  "accept-encoding": "identity",
  connection: "close",
  "user-agent": "seller-portal-first-call",
};

const lengthOf = (body?: string) =>
  body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };

function flat(headers: NodeJS.Dict<string | string[]>) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value ?? "")]));
}
