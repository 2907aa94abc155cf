import { Agent, request as httpRequest } from "node:http";

/** One request of the load. */
export type Request = {
  method: string;
  path: string;
  headers: Record<string, string | number>;
  body?: string;
};

const connections = 16;

/** Sends requests over kept connections, 16 at a time, and resolves to how many got a 200. Any other answer throws. */
export async function send(
  port: number,
  make: (i: number) => Request,
  milliseconds: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + milliseconds;
  let next = 0;
  let count = 0;
  const loop = async () => {
    while (performance.now() < end) {
      const { status, text } = await sendOne(port, agent, make(next++));
      if (status !== 200) throw new Error(`${status}: ${text.slice(0, 200)}`);
      count++;
    }
  };
  await Promise.all(Array.from({ length: connections }, loop));
  agent.destroy();
  return count;
}

/** A token for each client. */
export async function fetchTokens(
  port: number,
  clients: { clientId: string; secret: string }[],
): Promise<string[]> {
  return Promise.all(
    clients.map(async ({ clientId, secret }) => {
      const pairs = { grant_type: "client_credentials", client_id: clientId, client_secret: secret };
      const url = `http://127.0.0.1:${port}/auth/realms/maas/protocol/openid-connect/token`;
      const answer = await fetch(url, { method: "POST", body: new URLSearchParams(pairs) });
      return ((await answer.json()) as { access_token: string }).access_token;
    }),
  );
}

function sendOne(port: number, agent: Agent, { method, path, headers, body }: Request) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, agent, method, path, headers }, (answer) => {
      let text = "";
      answer.setEncoding("latin1").on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
