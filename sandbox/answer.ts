import type { ServerResponse } from "node:http";
import { env } from "@/lib/env";

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
    ...transport(),
  });
  response.end(answer.body);
}

/** Where the outside speaks https, it is told to go on doing so. */
export function transport(): Record<string, string> {
  if (!env().SANDBOX_URL.startsWith("https:")) return {};
  return { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" };
}
