import { env } from "./env";

/**
 * Whether a browser sent this mutation from one of our own pages: `Origin` equals our public one, or there is
 * none and the browser itself says `same-origin`. Everything else could be another site using a visitor's cookie.
 */
export function isSameOrigin(headers: { get(name: string): string | null | undefined }) {
  const origin = headers.get("origin");
  if (origin) return origin === env().PUBLIC_URL;
  return headers.get("sec-fetch-site") === "same-origin";
}
