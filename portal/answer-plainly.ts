import type { ServerResponse } from "node:http";
import { down } from "@/app/_text/en/down";

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0;background:light-dark(#f8f9fb,#0b0f15);color:light-dark(#111820,#e9eef6)}
main{max-width:36rem;margin:0 auto;padding:4rem 1rem}code{overflow-wrap:anywhere}
a{color:light-dark(#2546cf,#93a9ff)}`;

type Said = { title: string; body: string };

/** Answers with a page that needs nothing but itself: neither Next, nor scripts, nor the database. */
export function answerPlainly(response: ServerResponse, status: number, said: Said, reference?: string) {
  const nonce = /'nonce-([^']+)'/.exec(String(response.getHeader("content-security-policy")))?.[1] ?? "";
  const code = status === 503 ? ` data-code="unavailable"` : "";
  const line = reference ? `<p>${down.reference}: <code>${reference}</code></p>` : "";
  // The rest of a body that nobody reads must not keep the connection.
  if (status === 411 || status === 413) response.setHeader("Connection", "close");
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${said.title}</title><style nonce="${nonce}">${style}</style>`;
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  response.end(
    `<!doctype html><html lang="en"><head>${head}</head><body><main><h1>${said.title}</h1><p role="alert"${code}>${said.body}</p>${line}<p><a href="/">${down.home}</a></p></main></body></html>`,
  );
}
