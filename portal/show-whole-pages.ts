import type { IncomingMessage, ServerResponse } from "node:http";
import { wasUnreadable } from "@/lib/last-refusal";
import { answerPlainly } from "./answer-plainly";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

// No page has this path, so Next renders app/not-found for it, whole and on the server.
const nowhere = "/nothing-here";

/**
 * Handles a request, and shows a whole page also where a page of Next calls `notFound()` or throws. Next itself sends
 * an empty document then and leaves the rest to scripts, so that a browser without them shows nothing at all.
 */
export async function showWholePages(handle: Handle, request: IncomingMessage, response: ServerResponse) {
  const { accept = "", rsc, "next-action": action } = request.headers;
  if (rsc || action || !accept.includes("html")) {
    blameSender(response);
    return handle(request, response);
  }
  const held = holdBack(response, (status) => status === 404 || status === 409 || status >= 500);
  const status = await held.release(handle(request, response));
  if (status === undefined || response.destroyed) return;
  if (status >= 500 && wasUnreadable()) return answerPlainly(response, 400, "unreadableForm");
  // A failed page is logged with this id.
  if (status >= 500)
    return answerPlainly(response, status, "broken", String(request.headers["x-request-id"]));
  // Next knows no such act: the page is from before the portal was renewed.
  if (request.method === "POST") return answerPlainly(response, status, "oldForm");
  request.url = nowhere;
  await handle(request, response);
}

/** A 5xx is to mean that we failed, not that what came could not be read. */
function blameSender(response: ServerResponse) {
  const { writeHead } = response;
  response.writeHead = ((status: number, ...rest: never[]) =>
    writeHead.call(response, status >= 500 && wasUnreadable() ? 400 : status, ...rest)) as typeof writeHead;
}

/** Lets an answer pass unless it begins with a status that `isUnwanted`; of such a one nothing is sent. */
function holdBack(response: ServerResponse, isUnwanted: (status: number) => boolean) {
  const { write, end, writeHead, flushHeaders } = response;
  const before = response.getHeaders();
  let unwanted: number | undefined;
  const isHeld = (status = response.statusCode) => {
    if (!response.headersSent && isUnwanted(status)) unwanted ??= status;
    return unwanted !== undefined;
  };
  response.writeHead = ((status: number, ...rest: never[]) =>
    isHeld(status) ? response : writeHead.call(response, status, ...rest)) as typeof writeHead;
  response.flushHeaders = () => {
    if (!isHeld()) flushHeaders.call(response);
  };
  response.write = ((...words: Parameters<typeof write>) =>
    isHeld() || write.apply(response, words)) as typeof write;
  const ended = new Promise<void>((over) => {
    response.end = ((...words: Parameters<typeof end>) => {
      if (!isHeld()) return end.apply(response, words);
      over();
      return response;
    }) as typeof end;
  });
  return {
    /** The status that was held back, with the response as it was before; undefined where all went out. */
    async release(handled: Promise<unknown>) {
      // A route handler's answer is handled only once all of it is sent, which of this one nothing ever is.
      await Promise.race([handled, ended]);
      if (unwanted === undefined) return undefined;
      await ended;
      Object.assign(response, { write, end, writeHead, flushHeaders, statusCode: 200 });
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      for (const [name, value] of Object.entries(before))
        if (value !== undefined) response.setHeader(name, value);
      return unwanted;
    },
  };
}
