import { inSeconds } from "./clock";
import { env } from "./env";
import { languages } from "./language";

/** So long what it says counts; RFC 9116 wants less than a year. */
const goodForDays = 180;

/** The contents of `/.well-known/security.txt`: where a weakness is reported, in which languages, and until when this counts. */
export function securityText(): string {
  const { PUBLIC_URL, SECURITY_CONTACT } = env();
  const expires = inSeconds(goodForDays * 86_400)
    .toISOString()
    .slice(0, 10);
  return [
    `Contact: ${SECURITY_CONTACT ?? `${PUBLIC_URL}/help`}`,
    `Expires: ${expires}T00:00:00.000Z`,
    `Preferred-Languages: ${languages.join(", ")}`,
    `Canonical: ${PUBLIC_URL}/.well-known/security.txt`,
    "",
  ].join("\n");
}
