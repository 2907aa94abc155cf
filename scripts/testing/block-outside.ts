import { Socket } from "node:net";
import { isLoopback } from "@/lib/env";

const attempts: string[] = [];
let isBlocked = false;

/** From here on every connection that would leave this machine throws, and is remembered. */
export function blockOutside() {
  if (isBlocked) return;
  isBlocked = true;
  const connect = Socket.prototype.connect as (...words: unknown[]) => Socket;
  Socket.prototype.connect = function (this: Socket, ...words: unknown[]) {
    const host = hostOf(words);
    if (host !== undefined && !isLoopback(host) && host !== "::1") {
      attempts.push(host);
      throw new Error(`a test may not connect to ${host}`);
    }
    return connect.apply(this, words);
  } as typeof Socket.prototype.connect;
}

/** The hosts that were asked for since the last time; asking forgets them. */
export function takeAttempts() {
  return attempts.splice(0);
}

/** The host a connection asks for; undefined for a path of this machine. */
function hostOf(words: unknown[]) {
  // net.connect passes its words on as one normalised list.
  const [first, second] = Array.isArray(words[0]) ? (words[0] as unknown[]) : words;
  if (typeof first === "object" && first !== null) {
    const { path, host } = first as { path?: string | null; host?: string | null };
    return path ? undefined : (host ?? "localhost");
  }
  if (typeof first === "string" && Number.isNaN(Number(first))) return undefined;
  return typeof second === "string" ? second : "localhost";
}
