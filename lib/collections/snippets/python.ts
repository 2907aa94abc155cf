import { type ApiCall, headersOf } from "../api-call";
import type { SnippetWords } from "./write-snippet";

/** For Python 3.8 and later with the package `requests`. */
export function python(call: ApiCall, words: SnippetWords) {
  const headers = headersOf(call).map(([name, value]) => `        ${text(name)}: ${text(value)},\n`);
  return `
import os
import time

import requests

# ${words.secret}
CLIENT_ID = ${text(call.clientId)}
CLIENT_SECRET = os.environ["CLIENT_SECRET"]
TOKEN_URL = ${text(call.tokenUrl)}
SELLER_API_URL = ${text(call.sellerApiUrl)}


# ${words.wait}
def send(method, url, **options):
    for _ in range(3):
        response = requests.request(method, url, timeout=30, **options)
        if response.status_code != 429:
            return response
        time.sleep(int(response.headers.get("Retry-After", "1")))
    return requests.request(method, url, timeout=30, **options)


# ${words.token}
token = {"value": "", "ends_at": 0}


def get_token():
    if time.time() >= token["ends_at"]:
        response = send("POST", TOKEN_URL, data={
            "grant_type": "client_credentials",
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
        })
        response.raise_for_status()
        answer = response.json()
        token["value"] = answer["access_token"]
        token["ends_at"] = time.time() + answer["expires_in"] - 60
    return token["value"]


# ${words.call}
response = send(
    ${text(call.method)},
    SELLER_API_URL + ${text(call.target)},
    headers={
        "Authorization": "Bearer " + get_token(),
${headers.join("")}    },${call.body === undefined ? "" : `\n    data=${text(call.body)}.encode(),`}
)
print(response.status_code, response.text)
`;
}

/** What JSON escapes, Python reads the same. */
const text = (value: string) => JSON.stringify(value);
