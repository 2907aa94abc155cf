import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Makes a redirect that answers a sent form say "see other". Next says 307 where the page around the form redirects
 * (its sender has signed out meanwhile), and a browser would send the whole form on to a page that knows nothing of it.
 */
export function seeOther({ method }: IncomingMessage, response: ServerResponse) {
  if (method !== "POST") return;
  const { writeHead } = response;
  response.writeHead = ((status: number, ...rest: never[]) =>
    writeHead.call(response, status === 307 ? 303 : status, ...rest)) as typeof writeHead;
}
