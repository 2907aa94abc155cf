import type { Text } from "@/app/_text/text";
import type { LetterView } from "@/lib/mail/list-letters";

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (plain: string) =>
  plain.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

const style = `:root{color-scheme:light dark;font:15px/1.5 "Geist",system-ui,sans-serif}
body{margin:0;background:light-dark(#f8f9fb,#0b0f15);color:light-dark(#111820,#e9eef6)}
main{max-width:45rem;margin:0 auto;padding:2rem 1rem}
article{margin:1rem 0;padding:1rem 1.5rem;border:1px solid light-dark(#dce1e9,#283241);border-radius:10px;background:light-dark(#fff,#121822)}
h1{font-size:1.5rem;line-height:2rem}h2{margin:0;font-size:1.0625rem}
.meta{margin:0;color:light-dark(#4a5666,#a6b2c3);font-size:.8125rem}
.letter{white-space:pre-wrap;overflow-wrap:anywhere;margin:1rem 0 0}
a{color:light-dark(#2546cf,#93a9ff)}a:focus-visible{outline:2px solid currentColor;outline-offset:2px}`;

/** The mailbox as one page that needs no script: each letter's text, its addresses made into links. */
export function renderMailbox(
  letters: LetterView[],
  { language, accounts: { mailbox: t } }: Pick<Text, "language" | "accounts">,
  { to, nonce }: { to?: string; nonce: string },
) {
  const title = escapeHtml(to ? t.titleTo({ to }) : t.title);
  const list = letters.map(renderLetter).join("") || `<p>${escapeHtml(t.empty)}</p>`;
  const all = to ? `<p><a href="/dev/mailbox">${escapeHtml(t.all)}</a></p>` : "";
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${title}</title><style nonce="${nonce}">${style}</style></head><body><main><h1>${title}</h1><p class="meta">${escapeHtml(t.intro)}</p>${all}${list}<p><a href="/">${escapeHtml(t.home)}</a></p></main></body></html>`;
}

function renderLetter({ to, subject, text, sentAt }: LetterView) {
  const body = escapeHtml(text).replace(/https?:\/\/[^\s<>"]+/g, (link) => `<a href="${link}">${link}</a>`);
  const time = `<time datetime="${sentAt}">${sentAt.slice(0, 19).replace("T", " ")} UTC</time>`;
  return `<article><h2>${escapeHtml(subject)}</h2><p class="meta">${escapeHtml(to)} · ${time}</p><p class="letter">${body}</p></article>`;
}
