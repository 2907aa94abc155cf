import type { Language } from "@/lib/language";
import type { QrView } from "@/lib/qr";
import { texts } from "../../../_text/texts";

export const guideMethods = ["clientId", "directory"] as const;
export type GuideMethod = (typeof guideMethods)[number];

/** What a help page is made of; the names in it were typed by people. */
export type GuideFacts = { name: string; clientId: string; link: string; directory: string };

/** A text whose `{placeholders}` are still to be filled, in the words and escapes of one format. */
type Filler = (sentence: string) => string;

const fillWith =
  (facts: GuideFacts, say: (value: string, name: string) => string): Filler =>
  (sentence) =>
    sentence.replace(/\{(\w+)\}/g, (_, name: string) => say(facts[name as keyof GuideFacts] ?? "", name));

const isAddress = (name: string) => name === "link" || name === "directory";

/** The words of the help page in a language. */
export const guideIn = (language: Language) => texts[language].helpPage.guide;

/** The help page as plain text, for a mail or a chat. */
export function writePlain(language: Language, method: GuideMethod, facts: GuideFacts) {
  const said = guideIn(language);
  const fill = fillWith(facts, oneLine);
  const steps = said.steps[method].map((step, index) => `${index + 1}. ${fill(step)}`);
  return [
    ...[fill(said.title), "", fill(said.intro), "", fill(said.before), "", said.stepsTitle, "", ...steps],
    ...["", `${said.button}: ${facts.link}`, "", said.after, "", said.trouble],
  ].join("\n");
}

/** The same as Markdown. What people typed is no mark-up there. */
export function writeMarkdown(language: Language, method: GuideMethod, facts: GuideFacts) {
  const said = guideIn(language);
  const fill = fillWith(facts, (value, name) => (isAddress(name) ? `<${value}>` : escapeMarkdown(value)));
  const steps = said.steps[method].map((step, index) => `${index + 1}. ${fill(step)}`);
  return [
    ...[`## ${fill(said.title)}`, "", fill(said.intro), "", fill(said.before), "", `### ${said.stepsTitle}`],
    ...["", ...steps, "", `**[${said.button}](${facts.link})**`, "", said.after, "", said.trouble],
  ].join("\n");
}

/** The same as a piece of HTML, to stand in any page: no scripts, no styles, nothing from elsewhere. */
export function writeHtml(language: Language, method: GuideMethod, facts: GuideFacts, qr: QrView) {
  const said = guideIn(language);
  const words = fillWith(facts, (value, name) =>
    isAddress(name) ? `<a href="${escapeHtml(value)}">${escapeHtml(value)}</a>` : escapeHtml(value),
  );
  const fill: Filler = (sentence) => words(escapeHtml(sentence));
  const steps = said.steps[method].map((step) => `    <li>${fill(step)}</li>`);
  return [
    `<section lang="${language}">`,
    `  <h2>${fill(said.title)}</h2>`,
    `  <p>${fill(said.intro)}</p>`,
    `  <p>${fill(said.before)}</p>`,
    `  <h3>${escapeHtml(said.stepsTitle)}</h3>`,
    "  <ol>",
    ...steps,
    "  </ol>",
    `  <p><a href="${escapeHtml(facts.link)}"><strong>${escapeHtml(said.button)}</strong></a></p>`,
    `  ${drawSvg(qr, texts[language].helpPage.qr)}`,
    `  <p>${escapeHtml(said.after)}</p>`,
    `  <p>${escapeHtml(said.trouble)}</p>`,
    "</section>",
  ].join("\n");
}

/** Such pieces as a whole page. */
export function writePage(pieces: string[], language: Language, facts: GuideFacts) {
  const title = escapeHtml(fillWith(facts, oneLine)(guideIn(language).title));
  return [
    ...["<!doctype html>", `<html lang="${language}">`, "<head>", '<meta charset="utf-8">'],
    ...['<meta name="viewport" content="width=device-width, initial-scale=1">', `<title>${title}</title>`],
    ...["</head>", "<body>", ...pieces, "</body>", "</html>", ""],
  ].join("\n");
}

/** A QR code as a drawing of its own; black on white, because that is what cameras read. */
export function drawSvg({ size, path }: QrView, label: string) {
  const frame = `xmlns="http://www.w3.org/2000/svg" width="180" height="180" viewBox="0 0 ${size} ${size}"`;
  const shapes = `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/>`;
  return `<svg ${frame} role="img" aria-label="${escapeHtml(label)}" shape-rendering="crispEdges">${shapes}</svg>`;
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** Every sign that could mean something, and the dot and colon that would make a link of a name. */
function escapeMarkdown(text: string) {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()#+\-!|~>]/g, "\\$&")
    .replaceAll("<", "&lt;")
    .replace(/&(?!lt;)/g, "&amp;")
    .replace(/(https?):\/\//gi, "$1\\://")
    .replace(/\bwww\./gi, "www\\.");
}
