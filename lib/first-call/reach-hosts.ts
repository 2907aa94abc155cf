import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { connect } from "node:tls";

/** Resolves the name of each address, all at once. Rejects with the resolver's error, or when the signal ends. */
export async function resolveHosts(urls: string[], signal: AbortSignal) {
  const hosts = [...new Set(urls.map((url) => new URL(url).hostname.replace(/^\[|\]$/g, "")))];
  // The system's resolver cannot be called back, so it is left behind when time is up.
  await Promise.race([Promise.all(hosts.map((host) => lookup(host))), ended(signal)]);
}

/** Shakes hands with each https address and proves its certificate, one after the other. */
export async function proveTls(urls: string[], signal: AbortSignal) {
  const origins = new Set(urls.filter((url) => url.startsWith("https:")).map((url) => new URL(url).origin));
  for (const origin of origins) await shakeHands(new URL(origin), signal);
}

function shakeHands({ hostname, port }: URL, signal: AbortSignal) {
  const host = hostname.replace(/^\[|\]$/g, "");
  // A server name must be a name (RFC 6066 3).
  const servername = isIP(host) ? "" : host;
  return new Promise<void>((resolve, reject) => {
    const options = { host, port: Number(port || 443), servername, rejectUnauthorized: true };
    const socket = connect({ ...options, ALPNProtocols: ["http/1.1"] }, () => {
      socket.destroy();
      resolve();
    });
    socket.on("error", (error) => reject(Object.assign(error, { host: `${hostname}${port && `:${port}`}` })));
    ended(signal).catch((error) => {
      socket.destroy();
      reject(error);
    });
  });
}

/** Rejects when the signal ends, and never resolves. */
export function ended(signal: AbortSignal) {
  return new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
