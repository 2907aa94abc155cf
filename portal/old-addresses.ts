import type { IncomingMessage } from "node:http";

const oldPages = /^(\/api-credentials|\/user-guides\/api-credentials)\/(?=\?|$)/;

/**
 * Takes the slash off the end of the addresses that old help pages link to. Next would redirect, and they promise a
 * page.
 */
export function acceptOldAddress(request: IncomingMessage) {
  request.url = request.url?.replace(oldPages, "$1");
}
