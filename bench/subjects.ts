import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Filled } from "./fill";
import { fetchTokens, type Request, send } from "./load";
import type { Question, Reply } from "./serve";

/** One thing that is measured: how many requests it took in so many milliseconds, and the CPU that cost it. */
export type Subject = {
  name: string;
  measure: (milliseconds: number) => Promise<{ count: number; cpuSeconds: number }>;
};

const script = fileURLToPath(import.meta.url);

/** Starts each subject in a process of its own, on one database. */
export async function startSubjects(settings: Record<string, string>) {
  const children: ChildProcess[] = [];
  const start = async (kind: string) => {
    const child = fork(script, ["subject", kind], { env: { ...process.env, ...settings } });
    children.push(child);
    return { child, ready: (await once(child)) as { port: number; filled?: Filled } };
  };
  const { child: filler, ready } = await start("fill");
  filler.disconnect();
  const clients = ready.filled?.clients ?? [];
  const [sign, bare, select, sandbox] = await Promise.all(["sign", "bare", "select", "sandbox"].map(start));
  if (!sign || !bare || !select || !sandbox) throw new Error("a subject is missing");
  const tokens = await fetchTokens(sandbox.ready.port, clients);

  const server = (name: string, { child, ready }: typeof bare, request: (i: number) => Request): Subject => ({
    name,
    measure: async (milliseconds) => {
      const before = await cpu(child);
      const count = await send(ready.port, request, milliseconds);
      return { count, cpuSeconds: (await cpu(child)) - before };
    },
  });
  const at = <Item>(list: Item[], i: number) => list[i % list.length] as Item;
  const token = (i: number): Request => {
    const { clientId, secret } = at(clients, i);
    const pairs = { grant_type: "client_credentials", client_id: clientId, client_secret: secret };
    const body = new URLSearchParams(pairs).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": body.length };
    return { method: "POST", path: "/auth/realms/maas/protocol/openid-connect/token", headers, body };
  };
  const call = (i: number): Request => ({
    method: "GET",
    path: "/seller/v2/sellers",
    headers: { authorization: `Bearer ${at(tokens, i)}`, sellerid: "104512", "x-client": at(clients, i).id },
  });
  const list: Subject[] = [
    { name: "sign loop", measure: (milliseconds) => signFor(sign.child, milliseconds) },
    server("bare http, token-sized", bare, token),
    server("token request", sandbox, token),
    server("bare http and the same select", select, call),
    server("grant-checked call", sandbox, call),
  ];
  const stop = () => {
    for (const child of children) if (child.connected) child.disconnect();
  };
  return { list, stop };
}

async function signFor(child: ChildProcess, milliseconds: number) {
  const { signatures, cpuSeconds } = (await ask(child, { ask: "sign", milliseconds })) as {
    signatures: number;
    cpuSeconds: number;
  };
  return { count: signatures, cpuSeconds };
}

async function cpu(child: ChildProcess) {
  return ((await ask(child, { ask: "cpu" })) as { cpuSeconds: number }).cpuSeconds;
}

function ask(child: ChildProcess, question: Question) {
  const reply = once(child);
  child.send(question);
  return reply;
}

function once(child: ChildProcess) {
  return new Promise<Reply>((resolve, reject) => {
    const fail = () => reject(new Error("a subject ended"));
    child.once("exit", fail);
    child.once("message", (reply: Reply) => {
      child.off("exit", fail);
      resolve(reply);
    });
  });
}
