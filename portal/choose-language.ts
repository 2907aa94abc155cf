import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/lib/env";
import { acceptedLanguage, isLanguage, languageCookieName, languages } from "@/lib/language";
import { readCookie } from "./read-cookie";

/**
 * Tells Next which language somebody chose in this browser (`x-portal-language-chosen`), if any, and which one a
 * visitor gets (`x-portal-language`). A `?lang=` in the address is a choice, and is remembered where a page is read.
 */
export function chooseLanguage(request: IncomingMessage, response: ServerResponse) {
  const { headers, method = "GET", url = "/" } = request;
  const asked = new URLSearchParams(url.split("?").slice(1).join("?")).get("lang");
  const kept = readCookie(request, languageCookieName());
  const chosen = isLanguage(asked) ? asked : isLanguage(kept) ? kept : undefined;
  if (chosen) headers["x-portal-language-chosen"] = chosen;
  headers["x-portal-language"] = chosen ?? acceptedLanguage(headers["accept-language"]) ?? languages[0];
  if (!isLanguage(asked) || asked === kept || method !== "GET" || !url.startsWith("/")) return;
  if (url.startsWith("/api/") || url.startsWith("/_next/") || url.startsWith("/logos/")) return;
  const secure = env().PUBLIC_URL.startsWith("https:") ? "; Secure" : "";
  response.appendHeader(
    "Set-Cookie",
    `${languageCookieName()}=${asked}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000${secure}`,
  );
}
