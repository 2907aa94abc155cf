import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAuthority, makeCertificate } from "./certificates.testing";
import type { runElsewhere } from "./run-elsewhere.testing";
import { selfSigned } from "./self-signed.testing";

type Told = Awaited<ReturnType<typeof runElsewhere>>;

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "tls-faults-"));
const known = makeAuthority();
const stranger = makeAuthority("A proxy of the company");
const day = 86_400_000;
const servers: Server[] = [];
let spoken: string[] = [];

beforeAll(async () => {
  writeFileSync(join(folder, "known.pem"), known.cert);
  await build({
    stdin: {
      contents: `import { runElsewhere } from "./run-elsewhere.testing";
        runElsewhere(process.argv.slice(2)).then((told) => process.stdout.write(JSON.stringify(told)));`,
      resolveDir: import.meta.dirname,
    },
    outfile: join(folder, "run.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "silent",
    tsconfig: join(root, "tsconfig.json"),
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    external: ["@node-rs/*", "postgres", "sharp"],
  });
});
afterAll(() => {
  for (const server of servers) {
    server.close();
    (server as { closeAllConnections?: () => void }).closeAllConnections?.();
  }
  rmSync(folder, { recursive: true, force: true });
});

async function listen(options: Parameters<typeof createServer>[0], host = "localhost") {
  const server = createServer(options, (request, response) => {
    spoken.push(request.url ?? "");
    response.writeHead(401, { "content-type": "application/json" }).end('{"error":"invalid_client"}');
  });
  servers.push(server);
  server.on("tlsClientError", () => {});
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `https://${host}:${(server.address() as AddressInfo).port}`;
}

/** One call in a process that trusts the known authority and nobody else of this test. */
async function callFrom(origin: string): Promise<Told[number]> {
  spoken = [];
  const env = {
    ...process.env,
    NODE_EXTRA_CA_CERTS: join(folder, "known.pem"),
    NODE_PATH: join(root, "node_modules"),
  };
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "run.mjs"), origin], { env });
  const [steps = []]: Told = JSON.parse(stdout);
  return steps;
}

describe("each fault of a secure connection, by a real handshake", () => {
  it("a good certificate is spoken to", async () => {
    const steps = await callFrom(await listen(makeCertificate(known)));
    expect(steps.find(({ step }) => step === "tls")?.code).toBe("ok");
    expect(steps.find(({ state }) => state === "failed")?.code).toBe("token.client_unknown");
    expect(spoken).toHaveLength(1);
  });

  it.each([
    ["tls.self_signed_chain", "itself alone", () => listen(selfSigned())],
    ["tls.self_signed_chain", "a company's proxy", () => listen(chain())],
    ["tls.self_signed_chain", "an authority it does not send along", () => listen(makeCertificate(stranger))],
    ["tls.expired", "yesterday's", () => listen(makeCertificate(known, ended))],
    ["tls.expired", "tomorrow's", () => listen(makeCertificate(known, begun))],
    ["tls.name", "another name", () => listen(makeCertificate(known, { names: ["api.other.test"] }))],
    ["tls.name", "a number in place of the name", () => listen(makeCertificate(known), "127.0.0.1")],
    ["tls.old_protocol", "TLS 1.1", () => listen({ ...makeCertificate(known), ...old })],
  ])("%s: %s; nothing is sent", async (code, _name, start) => {
    const steps = await callFrom(await start());
    expect(steps.find(({ state }) => state === "failed")).toMatchObject({
      step: "tls",
      code,
      facts: { host: expect.stringMatching(/^(localhost|127\.0\.0\.1):\d+$/), cause: expect.any(String) },
    });
    expect(spoken).toEqual([]);
  });

  it("the names that the certificate is for are told", async () => {
    const steps = await callFrom(
      await listen(makeCertificate(known, { names: ["api.other.test", "other.test"] })),
    );
    expect(steps.find(({ code }) => code === "tls.name")?.facts.names).toBe("api.other.test, other.test");
  });
});

const ended = { from: new Date(Date.now() - 9 * day), until: new Date(Date.now() - day) };
const begun = { from: new Date(Date.now() + day), until: new Date(Date.now() + 9 * day) };
const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" } as const;

/** As a proxy does that signs again: its own authority comes along. */
function chain() {
  const { cert, key } = makeCertificate(stranger);
  return { cert: cert + stranger.cert, key };
}
