import { type ApiCall, headersOf } from "../api-call";
import { quote } from "../quote";
import type { SnippetWords } from "./write-snippet";

/** For a POSIX shell; pasted or saved, its functions stay, and so does the token. */
export function curl(call: ApiCall, words: SnippetWords) {
  const headers = headersOf(call).map(([name, value]) => ` \\\n  -H ${quote(`${name}: ${value}`)}`);
  const body = call.body === undefined ? "" : ` \\\n  --data-raw ${quote(call.body)}`;
  return `
# ${words.secret}
CLIENT_ID=${quote(call.clientId)}
TOKEN_URL=${quote(call.tokenUrl)}
SELLER_API_URL=${quote(call.sellerApiUrl)}

# ${words.wait}
send() {
  HEAD=$(mktemp)
  for TRY in 1 2 3 4; do
    ANSWER=$(printf %s "$INPUT" | curl -sS -m 30 -D "$HEAD" -w '\\n%{http_code}' "$@") || break
    [ "\${ANSWER##*
}" = 429 ] && [ "$TRY" -lt 4 ] || break
    WAIT=$(tr -d '\\r' < "$HEAD" | sed -n 's/^[Rr]etry-[Aa]fter: *//p')
    sleep "\${WAIT:-1}"
  done
  rm "$HEAD"
}

# ${words.token}
get_token() {
  [ "$(date +%s)" -lt "\${TOKEN_ENDS_AT:-0}" ] && return
  INPUT=$CLIENT_SECRET
  send "$TOKEN_URL" --data-urlencode 'grant_type=client_credentials' \\
    --data-urlencode "client_id=$CLIENT_ID" --data-urlencode 'client_secret@-'
  INPUT=
  TOKEN=$(printf '%s' "$ANSWER" | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p')
  LIFE=$(printf '%s' "$ANSWER" | sed -n 's/.*"expires_in" *: *\\([0-9]*\\).*/\\1/p')
  TOKEN_ENDS_AT=$(($(date +%s) + \${LIFE:-0} - 60))
  [ -n "$TOKEN" ]
}

# ${words.call}
get_token && send -X ${call.method} "$SELLER_API_URL"${quote(call.target)} \\
  -H "Authorization: Bearer $TOKEN"${headers.join("")}${body}
printf '%s\\n' "$ANSWER"
`;
}
