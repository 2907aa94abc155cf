import { IncomingMessage } from "node:http";

/** So much of each part of a form reaches the pages: the largest file that they take, a byte more, and its head. */
const mostOfEach = 1_048_577 + 4096;
/** So much a whole form may have left: three files and what was typed. */
const mostLeft = 3 * mostOfEach + 100_000;
/** No form has so many parts. Millions of empty ones would cost far more to look through than to send. */
const mostParts = 1000;
/** More is not even read. */
const mostSent = 32_000_000;

/** Whether this is a form that takes files, sent in a size that can be cut. */
export function isUpload({ headers }: IncomingMessage, path: string) {
  const isTaken = /^\/(listing|help|operator\/tickets)(\/|$)/.test(path);
  return isTaken && borderOf(headers) !== null && Number(headers["content-length"]) <= mostSent;
}

/**
 * The same form with every part cut off where it is larger than any that is taken: a file of twenty megabytes comes
 * to its own form, is refused there in words, and never stands whole in memory. Null where too much is left, or too many
 * parts.
 */
export async function cutUploads(request: IncomingMessage): Promise<IncomingMessage | null> {
  const border = borderOf(request.headers);
  if (!border) return null;
  const cutter = cutAt(border);
  // Read to its end in any case: whoever is still sending does not listen to an answer.
  for await (const chunk of request) cutter.take(chunk as Buffer);
  const body = cutter.end();
  return body && withBody(request, body);
}

function borderOf(headers: IncomingMessage["headers"]) {
  const type = headers["content-type"] ?? "";
  const [, quoted, plain] =
    /^multipart\/form-data;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))$/i.exec(type) ?? [];
  const name = quoted ?? plain;
  return name ? Buffer.from(`\r\n--${name}`, "latin1") : null;
}

function cutAt(border: Buffer) {
  const kept: Buffer[] = [];
  let [left, ofPart, parts] = [0, 0, 0];
  const isOver = () => left > mostLeft || parts > mostParts;
  // The first border begins a line too, but none ends before it.
  let rest: Buffer = Buffer.from("\r\n");
  const keep = (piece: Buffer, room: number) => {
    const part = piece.subarray(0, room);
    left += part.length;
    if (!isOver() && part.length > 0) kept.push(Buffer.from(part));
    return part.length;
  };
  const keepOfPart = (piece: Buffer) => {
    ofPart += keep(piece, mostOfEach - ofPart);
  };
  return {
    take(chunk: Buffer) {
      if (isOver()) return;
      rest = Buffer.concat([rest, chunk]);
      for (let at = rest.indexOf(border); at >= 0 && !isOver(); at = rest.indexOf(border)) {
        parts++;
        keepOfPart(rest.subarray(0, at));
        keep(border, border.length);
        ofPart = 0;
        rest = rest.subarray(at + border.length);
      }
      // What may be the beginning of a border waits for the next piece.
      const sure = Math.max(0, rest.length - border.length + 1);
      keepOfPart(rest.subarray(0, sure));
      rest = rest.subarray(sure);
    },
    end() {
      keepOfPart(rest);
      return !isOver() ? Buffer.concat(kept).subarray(2) : null;
    },
  };
}

/** The same request with another body, complete as if it had come in one piece. */
function withBody(request: IncomingMessage, body: Buffer) {
  const { socket, method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders } = request;
  const copy = new IncomingMessage(socket);
  Object.assign(copy, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders });
  copy.headers = { ...request.headers, "content-length": String(body.length) };
  copy.push(body);
  copy.push(null);
  // Else its end would count as a connection that broke.
  copy.complete = true;
  return copy;
}
