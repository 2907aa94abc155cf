import { type ApiCall, headersOf } from "../api-call";
import type { SnippetWords } from "./write-snippet";

/** For Node 18 and later, with nothing installed; a module, so saved as `.mjs`. */
export function javascript(call: ApiCall, words: SnippetWords) {
  const headers = headersOf(call).map(([name, value]) => `    ${text(name)}: ${text(value)},\n`);
  return `
import { env } from "node:process";

// ${words.secret}
const clientId = ${text(call.clientId)};
const clientSecret = env.CLIENT_SECRET;
const tokenUrl = ${text(call.tokenUrl)};
const sellerApiUrl = ${text(call.sellerApiUrl)};

// ${words.wait}
async function send(url, options, tries = 4) {
  const response = await fetch(url, options);
  if (response.status !== 429 || tries === 1) return response;
  const seconds = Number(response.headers.get("retry-after")) || 1;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return send(url, options, tries - 1);
}

// ${words.token}
let token = { value: "", endsAt: 0 };
async function getToken() {
  if (Date.now() < token.endsAt) return token.value;
  const response = await send(tokenUrl, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
    }),
  });
  if (!response.ok) throw new Error(\`HTTP \${response.status} \${await response.text()}\`);
  const answer = await response.json();
  token = { value: answer.access_token, endsAt: Date.now() + (answer.expires_in - 60) * 1000 };
  return token.value;
}

// ${words.call}
const response = await send(sellerApiUrl + ${text(call.target)}, {
  method: ${text(call.method)},
  headers: {
    Authorization: \`Bearer \${await getToken()}\`,
${headers.join("")}  },${call.body === undefined ? "" : `\n  body: JSON.stringify(${call.body}),`}
});
console.log(response.status, await response.text());
`;
}

const text = (value: string) => JSON.stringify(value);
