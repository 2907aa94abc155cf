import { quote } from "./quote";

/** What a call needs, all of it public: the secret is never among the values. */
export type CallValues = { clientId: string; sellerId: string; tokenUrl: string; sellerApiUrl: string };

/**
 * The guide's two commands, to be pasted into a POSIX shell one after the other. The first takes the secret from
 * `CLIENT_SECRET` or asks for it unseen, so that it is in no history and in no process list, and leaves the token in
 * `TOKEN`; after a refusal it asks anew. The second reads the seller's own account and prints the status below it.
 */
export function curlLines({ clientId, sellerId, tokenUrl, sellerApiUrl }: CallValues) {
  // One compound command: a shell takes it in whole before it runs, so that `read` cannot swallow a pasted line.
  const token = [
    `{ [ -n "\${CLIENT_SECRET:-}" ] || {`,
    `    printf 'clientSecret: '; stty -echo; IFS= read -r CLIENT_SECRET; stty echo; echo`,
    "  }",
    `  ANSWER=$(printf %s "$CLIENT_SECRET" | curl -sS -w ' HTTP %{http_code}' ${quote(tokenUrl)} \\`,
    `    --data-urlencode ${quote("grant_type=client_credentials")} \\`,
    `    --data-urlencode ${quote(`client_id=${clientId}`)} \\`,
    `    --data-urlencode 'client_secret@-')`,
    `  TOKEN=$(printf '%s\\n' "$ANSWER" | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p')`,
    `  if [ -n "$TOKEN" ]; then echo 'TOKEN is set, HTTP 200'`,
    `  else printf '%s\\n' "$ANSWER"; unset CLIENT_SECRET; fi`,
    "}",
  ];
  const call = [
    `curl -sS -w '\\nHTTP %{http_code}\\n' ${quote(`${sellerApiUrl}/sellers`)} \\`,
    `  -H "Authorization: Bearer $TOKEN" \\`,
    `  -H ${quote(`SellerId: ${sellerId}`)} \\`,
    "  -H 'Accept: application/json'",
  ];
  return { token: token.join("\n"), call: call.join("\n") };
}
