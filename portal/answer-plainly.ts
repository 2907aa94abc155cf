import type { ServerResponse } from "node:http";
import { down as en } from "@/app/_text/en/down";
import { down as fr } from "@/app/_text/fr/down";
import { asLanguage } from "@/lib/language";

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0;background:light-dark(#f8f9fb,#0b0f15);color:light-dark(#111820,#e9eef6)}
main{max-width:36rem;margin:0 auto;padding:4rem 1rem}code{overflow-wrap:anywhere}
a{color:light-dark(#2546cf,#93a9ff)}`;

const texts = { en, fr };
type Page = Exclude<keyof typeof en, "reference" | "help" | "home">;

/**
 * Answers with a page that needs nothing but itself: neither Next, nor scripts, nor the database. Its language is the
 * browser's, because whose account this is only the database knows.
 */
export function answerPlainly(response: ServerResponse, status: number, page: Page, reference?: string) {
  const language = asLanguage(response.req.headers["x-portal-language"]);
  const down = texts[language];
  const said = down[page];
  const nonce = /'nonce-([^']+)'/.exec(String(response.getHeader("content-security-policy")))?.[1] ?? "";
  const code = status === 503 ? ` data-code="unavailable"` : "";
  // Where the database is away, so is help.
  const help =
    page === "broken"
      ? `<p><a href="/help?${new URLSearchParams({ code: "unavailable", reference: reference ?? "" }).toString().replace("&", "&amp;")}">${down.help}</a></p>`
      : "";
  const line = reference ? `<p>${down.reference} <code>${reference}</code></p>` : "";
  // The rest of a body that nobody reads must not keep the connection.
  if (status === 411 || status === 413) response.setHeader("Connection", "close");
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${said.title}</title><style nonce="${nonce}">${style}</style>`;
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  response.end(
    `<!doctype html><html lang="${language}"><head>${head}</head><body><main><h1>${said.title}</h1><p role="alert"${code}>${said.body}</p>${line}${help}<p><a href="/">${down.home}</a></p></main></body></html>`,
  );
}
