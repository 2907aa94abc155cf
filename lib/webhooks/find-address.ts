import { env } from "../env";
import { judgeUrl } from "./judge-url";
import { isHomeAddress, isPublicAddress } from "./public-address";
import { askNameServers, askSystem, literalOf, type Resolve } from "./resolve-host";

/** Why nobody is called: the letters of the address, where its name leads, or that it leads nowhere in time. */
export type AddressFault = "refused_url" | "refused_address" | "dns" | "timeout";

/** The one address to connect to, or why none; `cause` is a code, never a message. */
export type FoundAddress =
  | { ok: true; url: URL; address: string }
  | { ok: false; fault: AddressFault; cause?: string; address?: string };

/** How the guard decides: whether home is open, and who turns names into addresses. */
export type GuardOptions = { allowHome?: boolean; resolve?: Resolve };

/** Whether this deployment lets messages reach its own machine. */
export function mayReachHome() {
  return env().WEBHOOK_ALLOW_PRIVATE === "1";
}

/**
 * Resolves the name of a typed address once and finds the one address that may be called for it now. A single
 * answer that is not public refuses them all: which of them is asked would be the name's owner's choice.
 */
export async function findAddress(
  text: string,
  signal: AbortSignal,
  { allowHome = mayReachHome(), resolve = allowHome ? askSystem : askNameServers() }: GuardOptions = {},
): Promise<FoundAddress> {
  const judged = judgeUrl(text, allowHome);
  if (!judged.ok) return { ok: false, fault: "refused_url", cause: judged.fault };
  const { url } = judged;
  const literal = literalOf(url);
  try {
    const addresses = literal
      ? [literal]
      : await Promise.race([resolve(url.hostname, signal), ended(signal)]);
    const [address] = addresses;
    if (!address) return { ok: false, fault: "dns" };
    // Opening home opens nothing else: towards the internet it stays https on 443 at a public name.
    const strict = judgeUrl(text).ok;
    const mayReach = (one: string) => (strict && isPublicAddress(one)) || (allowHome && isHomeAddress(one));
    const refused = addresses.find((one) => !mayReach(one));
    return refused === undefined
      ? { ok: true, url, address }
      : { ok: false, fault: "refused_address", address: refused };
  } catch (error) {
    return { ok: false, fault: signal.aborted ? "timeout" : "dns", cause: codeOf(error) };
  }
}

/** Node's own code of an error. Its message may hold addresses or whatever the other side likes. */
export function codeOf(error: unknown) {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

function ended(signal: AbortSignal) {
  return new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
