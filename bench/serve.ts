import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describeSeller } from "@/lib/seller-data/describe-seller";
import { type Claims, issuer } from "@/lib/tokens/claims";
import { findCaller } from "@/lib/tokens/find-caller";
import { createSandbox } from "@/sandbox/create-sandbox";
import { type Filled, fill } from "./fill";

/** What the parent asks a subject, by its process's own channel. */
export type Question = { ask: "cpu" } | { ask: "sign"; milliseconds: number };

/** What a subject answers. `cpuSeconds` is what its process has used so far, all threads. */
export type Reply =
  | { port: number; filled?: Filled }
  | { cpuSeconds: number }
  | { signatures: number; cpuSeconds: number };

/** Runs one subject in this process, until the parent is gone. */
export async function serve(name: string) {
  process.once("disconnect", () => process.exit(0));
  process.on("message", (question: Question) => tell(answer(question)));
  if (name === "fill") return tell({ port: 0, filled: await fill() });
  if (name === "sign") return tell({ port: 0 });
  const server = name === "sandbox" ? createSandbox() : createServer(await listener(name));
  server.listen(0, "127.0.0.1", () => tell({ port: (server.address() as AddressInfo).port }));
}

/** The floors: bare `node:http` that reads a body and answers as many bytes, and the same with the one select. */
async function listener(name: string): Promise<RequestListener> {
  if (name === "bare") {
    const body = JSON.stringify({ access_token: "x".repeat(1360), expires_in: 7200, token_type: "Bearer" });
    const head = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
    return (request, response) => {
      request.resume().on("end", () => response.writeHead(200, head).end(body));
    };
  }
  return async (request, response) => {
    const caller = await findCaller(
      { sub: request.headers["x-client"], iat: 0, jti: "none" } as unknown as Claims,
      104512,
    );
    if (!caller?.seller) return response.writeHead(500).end();
    const body = JSON.stringify(describeSeller(caller.seller));
    response.writeHead(200, {
      "Content-Type": "application/json",
      "Content-Length": Buffer.byteLength(body),
    });
    response.end(body);
  };
}

function answer(question: Question): Reply {
  if (question.ask === "cpu") return { cpuSeconds: cpuSeconds() };
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const data = Buffer.from(`${"x".repeat(1100)}${issuer()}`);
  const before = cpuSeconds();
  const end = performance.now() + question.milliseconds;
  let signatures = 0;
  while (performance.now() < end) {
    sign("RSA-SHA256", data, privateKey);
    signatures++;
  }
  return { signatures, cpuSeconds: cpuSeconds() - before };
}

function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function tell(reply: Reply) {
  process.send?.(reply);
}
