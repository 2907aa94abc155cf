import { securityText } from "@/lib/security-text";

/** `GET`: whom to tell of a weakness, as RFC 9116 has it. Made for each request, so that it never runs out. */
export function GET() {
  return new Response(securityText(), {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}
