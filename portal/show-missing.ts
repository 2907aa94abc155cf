import type { IncomingMessage, ServerResponse } from "node:http";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

// No page has this path, so Next renders app/not-found for it, whole and on the server.
const nowhere = "/nothing-here";

/**
 * Handles a request and shows the whole not-found page where a page calls `notFound()`. Next itself sends an empty
 * document then and leaves the rest to scripts, so that a browser without them shows nothing at all.
 */
export async function handleShowingMissing(
  handle: Handle,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const asksForPage =
    request.method === "GET" && !request.headers.rsc && /\bhtml\b/.test(request.headers.accept ?? "");
  if (!asksForPage) return handle(request, response);
  const { write, end, writeHead } = response;
  const before = response.getHeaders();
  let isMissing = false;
  const judge = (status = response.statusCode) => {
    if (!response.headersSent) isMissing ||= status === 404;
    return isMissing;
  };
  response.writeHead = ((status: number, ...rest: never[]) =>
    judge(status) ? response : writeHead.call(response, status, ...rest)) as typeof writeHead;
  response.write = ((...words: Parameters<typeof write>) =>
    judge() || write.apply(response, words)) as typeof write;
  const ended = new Promise<void>((over) => {
    response.end = ((...words: Parameters<typeof end>) => {
      if (!judge()) return end.apply(response, words);
      over();
      return response;
    }) as typeof end;
  });
  await handle(request, response);
  if (!isMissing) return;
  await ended;
  Object.assign(response, { write, end, writeHead });
  if (response.destroyed) return;
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  for (const [name, value] of Object.entries(before))
    if (value !== undefined) response.setHeader(name, value);
  response.statusCode = 200;
  request.url = nowhere;
  await handle(request, response);
}
