/** Hosts of former years, which tutorials, old files and old configurations still name. */
export const retiredHosts = ["oauth2.cdiscount.com", "sts.cdiscount.com", "auth.octopia.com"];

/** The first of these addresses' hosts that is out of service, or "". */
export function findRetiredHost(urls: string[]) {
  const hosts = urls.map((url) => new URL(url).hostname.replace(/\.$/, ""));
  return hosts.find((host) => retiredHosts.includes(host)) ?? "";
}
