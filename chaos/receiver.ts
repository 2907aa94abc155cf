import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import type { Random } from "./random";

/** One message as it arrived, its signature checked. */
export type Message = { id: string; type: string; linkId: string; clientId: string; at: number };

type Endpoint = { key: string | undefined; isFaulty: boolean; messages: Message[] };

/** The servers of partners, on one port: each endpoint has a path of its own, some of them are unwell. */
export class Receiver {
  readonly endpoints = new Map<string, Endpoint>();
  /** Messages without a good signature, and those of somebody else's client. */
  unsigned = 0;
  foreign = 0;
  /** From here on even the unwell answer. */
  isHealed = false;
  private readonly server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const endpoint = this.endpoints.get((request.url ?? "").slice(1));
      if (!endpoint) return void response.writeHead(404).end();
      const fault = endpoint.isFaulty && !this.isHealed ? this.random.number() : 1;
      if (fault < 0.1) return void request.socket.destroy();
      if (fault < 0.3) return void response.writeHead(500).end();
      this.take(endpoint, (request.url ?? "").slice(1), body, request.headers as Record<string, string>);
      // Taken, and yet not said: it comes once more.
      if (fault < 0.4) return void request.socket.destroy();
      response.writeHead(204).end();
    });
  });

  constructor(private readonly random: Random) {}

  async start() {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done));
  }

  /** Where the endpoint of this client is. */
  urlOf(clientId: string) {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/${clientId}`;
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private take(endpoint: Endpoint, clientId: string, body: string, headers: Record<string, string>) {
    // Its key is known a moment after the first message may come: what cannot be checked yet is not taken.
    if (!endpoint.key) return;
    let said: { type: string; data: { linkId?: string; clientId?: string } };
    try {
      said = new Webhook(endpoint.key).verify(body, headers) as typeof said;
    } catch {
      this.unsigned++;
      return;
    }
    if (said.data.clientId !== undefined && said.data.clientId !== clientId) this.foreign++;
    const id = headers["webhook-id"] ?? "";
    endpoint.messages.push({ id, type: said.type, linkId: said.data.linkId ?? "", clientId, at: Date.now() });
  }
}
