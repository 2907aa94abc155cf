import type { ServerResponse } from "node:http";

const endedSession = /^(?:__Host-)?portal-session=;/;

/**
 * Settles what an answer says about being kept, when its head is written. What says nothing is nobody's to keep. And
 * what ends a session has the browser forget our pages: who comes to the same machine later must not find them by
 * going back. Its language and its own name may stay.
 */
export function settleHead(response: ServerResponse) {
  const { writeHead } = response;
  response.writeHead = ((...words: Parameters<typeof writeHead>) => {
    if (!response.hasHeader("cache-control")) response.setHeader("Cache-Control", "private, no-store");
    const cookies = [response.getHeader("set-cookie") ?? []].flat().map(String);
    if (cookies.some((cookie) => endedSession.test(cookie)))
      response.setHeader("Clear-Site-Data", '"cache", "storage"');
    return writeHead.apply(response, words);
  }) as typeof writeHead;
}
