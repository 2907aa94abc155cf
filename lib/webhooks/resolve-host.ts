import { lookup, Resolver } from "node:dns/promises";
import { isIP } from "node:net";

/** Turns a host's name into all of its addresses. Rejects when there is none, or when the signal ends. */
export type Resolve = (hostname: string, signal: AbortSignal) => Promise<string[]>;

/** Asks the name servers themselves: never the hosts file, no search domains, and it can be called off. */
export function askNameServers(servers?: string[]): Resolve {
  return async (hostname, signal) => {
    // A hostile name server that answers slowly would hold the few threads of the system's resolver.
    const resolver = new Resolver({ timeout: 1500, tries: 2 });
    if (servers) resolver.setServers(servers);
    const callOff = () => resolver.cancel();
    signal.throwIfAborted();
    signal.addEventListener("abort", callOff, { once: true });
    try {
      const [four, six] = await Promise.allSettled([
        resolver.resolve4(hostname),
        resolver.resolve6(hostname),
      ]);
      signal.throwIfAborted();
      if (four.status === "rejected" && six.status === "rejected") throw four.reason;
      return [four, six].flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
    } finally {
      signal.removeEventListener("abort", callOff);
    }
  };
}

/** Asks as this machine would, so that `localhost` and names of the hosts file are found. */
export const askSystem: Resolve = async (hostname) => {
  const found = await lookup(hostname, { all: true });
  // IPv4 first: a name often has an IPv6 address that not every network can reach.
  return found.sort((a, b) => a.family - b.family).map(({ address }) => address);
};

/** A literal address leads to itself and asks nobody. */
export function literalOf(url: URL) {
  const bare = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(bare) ? bare : undefined;
}
