import { randomBytes } from "node:crypto";
import type { Refusal, Result } from "@/lib/result";
import { ask } from "./ask";
import type { ServerAction } from "./read-build";

export type Fields = Record<string, string | File>;
type Headers = Record<string, string>;

/** What an action answered: its result, where it led to, or the bare status of a request that never came to it. */
export type ActionAnswer = { status: number; result: Result<unknown> | null; movedTo: string };

/** Calls an action by hand as the page's script would, with these fields in its form. */
export async function callAction(
  port: number,
  { id, pages }: ServerAction,
  fields: Fields,
  headers: Headers,
): Promise<ActionAnswer> {
  const named = Object.entries(fields).map(([name, value]): [string, string | File] => [`_1_${name}`, value]);
  const { body, type } = await encode([...named, ["0", '[null,"$K1"]']]);
  const answer = await ask(port, {
    method: "POST",
    path: addressOf(pages),
    headers: { ...headers, "next-action": id, accept: "text/x-component", "content-type": type },
    body,
  });
  const movedTo = String(answer.headers["x-action-redirect"] ?? "");
  return { status: answer.status, result: readResult(answer.body), movedTo };
}

/** Sends the same form as a browser without scripts would. */
export async function sendForm(port: number, { id, pages }: ServerAction, fields: Fields, headers: Headers) {
  const reference: [string, string][] = [
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", JSON.stringify({ id, bound: "$@1" })],
    ["$ACTION_1:1", "[null]"],
    ["$ACTION_KEY", "k0"],
  ];
  const { body, type } = await encode([...reference, ...Object.entries(fields)]);
  const all = { ...headers, "content-type": type };
  return ask(port, { method: "POST", path: addressOf(pages), headers: all, body });
}

/** A page that carries the action. Its things are nobody's: what the form says must not hang on them. */
export function addressOf(pages: string[]) {
  const [page = "/"] = [...pages].filter((one) => one !== "/_not-found").sort((a, b) => a.length - b.length);
  return page.replace(/\[\w+\]/g, "00000000-0000-7000-8000-000000000000");
}

/** The action's result, out of what React streams: the row that says so. Long texts stand before it in their own. */
function readResult(body: string): Result<unknown> | null {
  const [, text] = /\d:(\{"ok":.*\})$/m.exec(body) ?? [];
  return text ? (JSON.parse(text) as Result<unknown>) : null;
}

/** `ok`, `moved`, the code of a refusal, or the status where the answer is neither. */
export function tell({ status, result, movedTo }: ActionAnswer) {
  if (movedTo) return "moved";
  return result ? (result.ok ? "ok" : (result as Refusal).code) : String(status);
}

async function encode(fields: [string, string | File][]) {
  const border = `----${randomBytes(12).toString("hex")}`;
  const pieces: Buffer[] = [];
  for (const [name, value] of fields) {
    const isFile = typeof value !== "string";
    const about = isFile ? `; filename="${value.name}"\r\nContent-Type: ${value.type}` : "";
    pieces.push(Buffer.from(`--${border}\r\nContent-Disposition: form-data; name="${name}"${about}\r\n\r\n`));
    pieces.push(isFile ? Buffer.from(await value.arrayBuffer()) : Buffer.from(value), Buffer.from("\r\n"));
  }
  pieces.push(Buffer.from(`--${border}--\r\n`));
  return { body: Buffer.concat(pieces), type: `multipart/form-data; boundary=${border}` };
}
