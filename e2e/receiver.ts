import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

/** One message as it arrived. */
export type Message = { headers: IncomingHttpHeaders; body: string; at: number };

/** A partner's server on this machine, which a story can stop, and start again at the same address. */
export class Receiver {
  readonly messages: Message[] = [];
  private server: Server | undefined;
  private port = 0;

  get url() {
    return `http://127.0.0.1:${this.port}/hooks`;
  }

  async start() {
    this.server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        this.messages.push({ headers: request.headers, body, at: Date.now() });
        response.writeHead(200).end();
      });
    });
    await new Promise<void>((resolve, reject) => {
      this.server?.once("error", reject);
      this.server?.listen(this.port, "127.0.0.1", resolve);
    });
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop() {
    this.server?.closeAllConnections();
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(null)));
    this.server = undefined;
  }

  /** What the messages say, each believed only because its signature fits. */
  read(key: string) {
    const checker = new Webhook(key);
    return this.messages.map(({ headers, body }) => {
      const id = String(headers["webhook-id"]);
      const said = checker.verify(body, headers as Record<string, string>) as {
        type: string;
        data: Record<string, unknown>;
      };
      return { id, ...said };
    });
  }
}
