import type { Letter } from "./letter";

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** The letter as plain text: every link on a line of its own. */
export function renderText(letter: Letter) {
  const button = letter.button ? [`${letter.button.label}:\n${letter.button.href}`] : [];
  return [letter.greeting, ...letter.paragraphs, ...button, ...letter.footer].join("\n\n");
}

/** The letter as HTML that needs no image, no script and no style sheet from anywhere. */
export function renderHtml(letter: Letter) {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
  const button = letter.button
    ? `<p style="margin:0 0 24px"><a href="${escapeHtml(letter.button.href)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#2546cf;color:#ffffff;text-decoration:none">${escapeHtml(letter.button.label)}</a></p><p style="margin:0 0 16px;font-size:13px;color:#4a5666">${escapeHtml(letter.button.href)}</p>`
    : "";
  const body =
    [letter.greeting, ...letter.paragraphs].map(paragraph).join("") +
    button +
    letter.footer.map(paragraph).join("");
  return `<!doctype html><html lang="${letter.language}"><head><meta charset="utf-8"><title>${escapeHtml(letter.subject)}</title></head><body style="margin:0;padding:24px;background:#f8f9fb;color:#111820;font:15px/1.5 system-ui,sans-serif"><div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #dce1e9;border-radius:10px">${body}</div></body></html>`;
}
