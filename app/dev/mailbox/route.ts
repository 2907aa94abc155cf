import { text } from "@/app/_text/text";
import { env } from "@/lib/env";
import { listLetters } from "@/lib/mail/list-letters";
import { renderMailbox } from "./render-mailbox";

/** The letters of the demo, newest first, as a page or as JSON. In production there is no such place. */
export async function GET(request: Request) {
  if (env().MODE !== "demo") return new Response("Not found", { status: 404 });
  // An unescaped "+" of an address arrives as a space, and no address holds one.
  const to =
    new URL(request.url).searchParams.get("to")?.replaceAll(" ", "+").replaceAll("\0", "") || undefined;
  const letters = await listLetters(to);
  const headers = { "cache-control": "private, no-store", vary: "Accept" };
  if (request.headers.get("accept")?.includes("application/json")) return Response.json(letters, { headers });
  const nonce = /'nonce-([\w+/=]+)'/.exec(request.headers.get("content-security-policy") ?? "")?.[1] ?? "";
  const page = renderMailbox(letters, await text(), { to, nonce });
  return new Response(page, { headers: { ...headers, "content-type": "text/html; charset=utf-8" } });
}

export const dynamic = "force-dynamic";
