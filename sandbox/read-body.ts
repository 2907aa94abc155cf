import type { IncomingMessage } from "node:http";

const usualDeadlineMs = 10_000;

/** Why a body was not read to its end. */
export type BodyFault = "too_large" | "too_slow" | "broken_off";

/**
 * The whole body, up to `most` bytes, within ten seconds, as long as `hasRoom` says so of each piece. What lies beyond
 * is taken off the wire and thrown away, so that the sender gets to read the answer instead of a reset connection.
 */
export function readBody(
  request: IncomingMessage,
  most: number,
  hasRoom: (bytes: number) => boolean = () => true,
  deadlineMs = usualDeadlineMs,
): Promise<Buffer | BodyFault | "no_room"> {
  const declared = Number(request.headers["content-length"] ?? 0);
  if (declared > most) {
    request.resume();
    return Promise.resolve("too_large");
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (result: Buffer | BodyFault | "no_room") => {
      clearTimeout(timer);
      request.off("data", take).off("end", whole).off("close", cut).off("error", cut);
      if (result === "too_large" || result === "no_room") request.on("error", () => {}).resume();
      resolve(result);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) end("too_large");
      else if (!hasRoom(chunk.length)) end("no_room");
      else chunks.push(chunk);
    };
    const whole = () => end(Buffer.concat(chunks));
    const cut = () => end("broken_off");
    const timer = setTimeout(end, deadlineMs, "too_slow");
    request.on("data", take).on("end", whole).on("close", cut).on("error", cut);
  });
}
