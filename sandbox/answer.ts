import type { ServerResponse } from "node:http";

/** What a room of the sandbox answers; the server only writes it down. */
export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: string;
};

/** Writes an answer with its length. On HEAD Node sends the head alone. */
export function writeAnswer(response: ServerResponse, requestId: string, answer: Answer) {
  response.writeHead(answer.status, {
    ...answer.headers,
    "Content-Length": Buffer.byteLength(answer.body),
    "X-Request-Id": requestId,
    "X-Content-Type-Options": "nosniff",
  });
  response.end(answer.body);
}
