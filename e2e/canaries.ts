import { appendFileSync } from "node:fs";
import type { Sight } from "./examine";
import { canaryFile, readLogs } from "./settings";
import type { Answer } from "./watch";

/**
 * A text that must not be found where it does not belong. A `secret` may stand in the one answer that shows it, a
 * one-use `link` in its own address and page; a `password` and a `token` nowhere.
 */
export type Canary = { kind: "password" | "secret" | "token" | "link"; value: string };

type Traces = { urls: string[]; answers: Answer[]; sights: Sight[] };

/** Where the canaries of a story were found although they must not be; the database is searched once for all stories. */
export async function findCanaries(canaries: Canary[], traces: Traces) {
  const bodies = await Promise.all(
    traces.answers.map(async ({ url, body }) => ({ url, body: (await body) ?? "" })),
  );
  const logs = readLogs().join("\n");
  const found = canaries.flatMap(({ kind, value }) =>
    [
      ...traces.urls.filter((url) => holds(url, value) && !isOwnPage(kind, value, url)).map(cut("asked for")),
      ...surplus(kind, value, bodies).map(cut("answered by")),
      ...traces.sights
        .filter(({ url, html }) => html.includes(value) && !isOwnPage(kind, value, url))
        .filter(({ html }) => kind !== "secret" || !/id="(reveal|webhook-key)"/.test(html))
        .map(({ url }) => cut("on the screen at")(url)),
      ...(logs.includes(value) ? ["in a log"] : []),
    ].map((where) => `a ${kind} was ${where}`),
  );
  return [...new Set(found)];
}

/** Keeps them for the search over what all stories together leave behind. */
export function keepCanaries(canaries: Canary[], story: string) {
  const lines = canaries.map((canary) => `${JSON.stringify({ ...canary, story })}\n`);
  appendFileSync(canaryFile, lines.join(""), { mode: 0o600 });
}

const cut = (where: string) => (url: string) => `${where} ${url.slice(0, 120)}`;

function holds(url: string, value: string) {
  if (url.startsWith("data:")) return false;
  return url.includes(value) || url.includes(encodeURIComponent(value));
}

/** The page of a one-use link, and the demo's mailbox, where letters are read. */
function isOwnPage(kind: Canary["kind"], value: string, url: string) {
  const { pathname } = new URL(url);
  return kind === "link" && (pathname.includes(value) || pathname === "/dev/mailbox");
}

function surplus(kind: Canary["kind"], value: string, bodies: { url: string; body: string }[]) {
  const with_ = bodies.filter(({ url, body }) => body.includes(value) && !isOwnPage(kind, value, url));
  return with_.slice(kind === "secret" ? 1 : 0).map(({ url }) => url);
}
