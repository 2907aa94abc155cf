import { Resolver } from "node:dns/promises";
import { env } from "../env";

/** What the name servers say: the texts at a host, that there is no such domain, or nothing in time. */
export type RecordAnswer = { texts: string[] } | "no_domain" | "silent";

const timeoutMs = 5000;
/** The answer is that there is nothing. */
const isNone = (error: unknown) => ["ENOTFOUND", "ENODATA"].includes((error as { code?: string }).code ?? "");

/** Asks for the TXT records at a host of a domain, once and for five seconds; never the hosts file or search domains. */
export async function resolveRecord(host: string, domain: string): Promise<RecordAnswer> {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
  const servers = env().DNS_SERVERS;
  if (servers) resolver.setServers(servers);
  const timer = setTimeout(() => resolver.cancel(), timeoutMs);
  try {
    const texts = await askTexts(resolver, host);
    return texts ? { texts } : await askDomain(resolver, domain);
  } catch {
    return "silent";
  } finally {
    clearTimeout(timer);
  }
}

/** A long text comes in pieces. */
async function askTexts(resolver: Resolver, host: string) {
  try {
    return (await resolver.resolveTxt(host)).map((pieces) => pieces.join(""));
  } catch (error) {
    if (isNone(error)) return null;
    throw error;
  }
}

/** Nothing at the host: because the record is missing, or the whole domain. */
async function askDomain(resolver: Resolver, domain: string): Promise<RecordAnswer> {
  try {
    await resolver.resolveSoa(domain);
  } catch (error) {
    if ((error as { code?: string }).code === "ENOTFOUND") return "no_domain";
    if (!isNone(error)) throw error;
  }
  return { texts: [] };
}
