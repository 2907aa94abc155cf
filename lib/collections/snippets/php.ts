import { type ApiCall, headersOf } from "../api-call";
import type { SnippetWords } from "./write-snippet";

/** For PHP 8 with its curl extension. */
export function php(call: ApiCall, words: SnippetWords) {
  const headers = headersOf(call).map(([name, value]) => `        ${text(`${name}: ${value}`)},\n`);
  return `
<?php
// ${words.secret}
$clientId = ${text(call.clientId)};
$clientSecret = getenv('CLIENT_SECRET');
$tokenUrl = ${text(call.tokenUrl)};
$sellerApiUrl = ${text(call.sellerApiUrl)};

// ${words.wait}
function send(string $url, array $options, int $tries = 4): array
{
    $wait = 1;
    $request = curl_init($url);
    curl_setopt_array($request, $options + [
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 30,
        CURLOPT_HEADERFUNCTION => function ($request, string $line) use (&$wait): int {
            if (preg_match('/^retry-after: *(\\d+)/i', $line, $found)) {
                $wait = (int) $found[1];
            }
            return strlen($line);
        },
    ]);
    $body = curl_exec($request);
    if ($body === false) {
        throw new RuntimeException(curl_error($request));
    }
    $status = curl_getinfo($request, CURLINFO_RESPONSE_CODE);
    if ($status !== 429 || $tries === 1) {
        return [$status, $body];
    }
    sleep($wait);
    return send($url, $options, $tries - 1);
}

// ${words.token}
function getToken(): string
{
    global $clientId, $clientSecret, $tokenUrl;
    static $token = '', $endsAt = 0;
    if (time() < $endsAt) {
        return $token;
    }
    [$status, $body] = send($tokenUrl, [CURLOPT_POSTFIELDS => http_build_query([
        'grant_type' => 'client_credentials',
        'client_id' => $clientId,
        'client_secret' => $clientSecret,
    ])]);
    if ($status !== 200) {
        throw new RuntimeException("HTTP $status $body");
    }
    $answer = json_decode($body, true);
    $token = $answer['access_token'];
    $endsAt = time() + $answer['expires_in'] - 60;
    return $token;
}

// ${words.call}
[$status, $body] = send($sellerApiUrl . ${text(call.target)}, [
    CURLOPT_CUSTOMREQUEST => ${text(call.method)},
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getToken(),
${headers.join("")}    ],${call.body === undefined ? "" : `\n    CURLOPT_POSTFIELDS => ${text(call.body)},`}
]);
echo $status, ' ', $body, "\\n";
`;
}

/** Single quotes, in which only the quote and the backslash are more than themselves. */
const text = (value: string) => `'${value.replace(/[\\']/g, "\\$&")}'`;
