import { env } from "../env";

// What browsers drop or turn into a slash, and what only a crafted address holds.
const odd = /[\\\p{Cc}\p{Z}]/u;
const twoSlashes = /^(?:\/|%2f|%5c){2}/i;
const dots = /(?<=\/)\.{1,2}(?=\/|$)/g;

/**
 * Where to go after signing in: `next` if it is a path of this portal, else `fallback`. Whatever a browser or a
 * proxy might read as another host is dropped, also after dots are resolved ("/.//host").
 */
export function nextPath(next: string, fallback: string, origin = env().PUBLIC_URL) {
  if (!next.startsWith("/") || next.length > 2000 || odd.test(next) || twoSlashes.test(next)) return fallback;
  // Some engines leave plain dots unresolved behind a segment like ".a"; escaped ones they all resolve.
  const escaped = next.replace(/^[^?#]*/, (path) =>
    path.replace(dots, (found) => "%2e".repeat(found.length)),
  );
  const url = URL.canParse(escaped, origin) ? new URL(escaped, origin) : null;
  if (url?.origin !== origin || twoSlashes.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}
