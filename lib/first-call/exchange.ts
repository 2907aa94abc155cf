import { request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";

/** One request of the tester. The address comes from the configuration, never from a form. */
export type Outgoing = {
  method: "GET" | "POST";
  url: string;
  headers: Record<string, string>;
  body?: string;
};

/** What came back, as it came: no redirect followed, nothing parsed, `cut` where it went on past the cap. */
export type Answer = { status: number; headers: Record<string, string>; body: string; cut: boolean };

/** So much of an answer is read, in bytes. */
export const answerCap = 256 * 1024;

/**
 * Sends one request on a connection of its own and reads the answer, at most `answerCap` of it. TLS is always
 * verified and no proxy is used. Rejects with the socket's error; the signal ends it at any moment.
 */
export function exchange({ method, url, headers, body }: Outgoing, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith("https:") ? tlsRequest : plainRequest;
    const options = { method, agent: false, signal, maxHeaderSize: 16_384, rejectUnauthorized: true };
    const outgoing = send(
      url,
      { ...options, headers: { ...common, ...lengthOf(body), ...headers } },
      (incoming) => {
        const chunks: Buffer[] = [];
        let size = 0;
        const finish = (cut: boolean) =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: flat(incoming.headers),
            body: Buffer.concat(chunks).subarray(0, answerCap).toString("utf8"),
            cut,
          });
        incoming.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size <= answerCap) return;
          finish(true);
          outgoing.destroy();
        });
        incoming.on("end", () => finish(false));
        incoming.on("error", reject);
      },
    );
    outgoing.on("error", reject);
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
