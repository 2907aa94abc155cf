import { execFile } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { curlLines } from "./curl";

const run = promisify(execFile);
const urls = { tokenUrl: "http://localhost:1/token", sellerApiUrl: "http://localhost:1/seller/v2" };
const typed = fc.string({ minLength: 1, unit: "grapheme" }).filter((value) => !value.includes("\0"));

/** Runs lines in a plain shell with an environment of its own. */
async function sh(script: string, env: Record<string, string>) {
  const options = { env: { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv };
  return (await run("/bin/sh", ["-c", script], options)).stdout;
}

describe("the words that reach curl", () => {
  const curl = `curl() { printf '%s\\0' "$@" >> "$OUT"; printf 'stdin=' >> "$OUT"; cat >> "$OUT"; }`;
  const wordsOf = async (script: string, env: Record<string, string>) => {
    // Both shells' words go to a pipe of their own, since the lines keep what curl prints.
    const out = await sh(`OUT=$(mktemp); ${curl}; ${script} </dev/null; cat "$OUT"; rm "$OUT"`, env);
    return out;
  };

  it("are what was typed, whatever characters it holds", async () => {
    await fc.assert(
      fc.asyncProperty(typed, typed, async (clientId, sellerId) => {
        const { token, call } = curlLines({ ...urls, clientId, sellerId });
        expect(await wordsOf(token, { CLIENT_SECRET: "s" })).toContain(`\0client_id=${clientId}\0`);
        expect(await wordsOf(call, { TOKEN: "t" })).toContain(`\0SellerId: ${sellerId}\0`);
      }),
      {
        numRuns: 40,
        examples: [
          ["O'Neil & Sons $(id) `id` !! \\", "98979"],
          ["-o /tmp/x", "'"],
        ],
      },
    );
  });

  it("never hold the secret, which goes through a pipe", async () => {
    const { token } = curlLines({ ...urls, clientId: "my client", sellerId: "98979" });
    const said = await wordsOf(token, { CLIENT_SECRET: "a secret from the environment" });
    const [words = "", piped] = said.split("stdin=");
    expect(words).toContain("client_secret@-");
    expect(words).not.toContain("from the environment");
    expect(piped).toContain("a secret from the environment");
  });
});

describe("pasted into a shell", () => {
  const seen: { url?: string; headers: IncomingMessage["headers"]; form: URLSearchParams }[] = [];
  const upstream = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    seen.push({ url: request.url, headers: request.headers, form });
    response.setHeader("content-type", "application/json");
    if (request.url === "/seller/v2/sellers") return response.end('{"seller_id":98979}');
    if (form.get("client_secret") === "right + & %") {
      return response.end('{"access_token":"aaa.bbb-_.ccc","expires_in":7200,"token_type":"Bearer"}');
    }
    response.writeHead(401).end('{"error":"unauthorized_client"}');
  });
  let origin = "";
  beforeAll(async () => {
    await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  });
  afterAll(() => upstream.close());
  const lines = () =>
    curlLines({
      clientId: "O'Neil & Sons",
      sellerId: "98979",
      tokenUrl: `${origin}/token`,
      sellerApiUrl: `${origin}/seller/v2`,
    });

  it("get a token and the seller's account, and say the status", async () => {
    seen.length = 0;
    const { token, call } = lines();
    const said = await sh(`${token}\n${call}`, { CLIENT_SECRET: "right + & %" });
    expect(said).toBe('TOKEN is set, HTTP 200\n{"seller_id":98979}\nHTTP 200\n');
    const [first, second] = seen;
    expect(Object.fromEntries(first?.form ?? [])).toEqual({
      grant_type: "client_credentials",
      client_id: "O'Neil & Sons",
      client_secret: "right + & %",
    });
    expect(second?.headers).toMatchObject({
      authorization: "Bearer aaa.bbb-_.ccc",
      sellerid: "98979",
      accept: "application/json",
    });
  });

  it("show what the token endpoint says when it refuses", async () => {
    expect(await sh(lines().token, { CLIENT_SECRET: "wrong" })).toBe(
      '{"error":"unauthorized_client"} HTTP 401\n',
    );
  });

  it("ask again after a secret that was refused", async () => {
    const twice = `${lines().token}\n${lines().token} 2>/dev/null <<'END'\nright + & %\nEND`;
    expect(await sh(twice, { CLIENT_SECRET: "wrong" })).toContain("TOKEN is set, HTTP 200");
  });

  it("ask for the secret where the environment has none", async () => {
    const said = await sh(`${lines().token} 2>/dev/null <<'END'\nright + & %\nEND`, {});
    expect(said).toContain("clientSecret: ");
    expect(said).toContain("TOKEN is set, HTTP 200");
    expect(said).not.toContain("right");
  });
});
