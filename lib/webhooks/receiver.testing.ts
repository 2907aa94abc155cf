import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";

/** What listens for a test, and what reached it. Every connection counts, also one that says nothing. */
export type Receiver = { port: number; connections: number; stop: () => Promise<void> };

/** Listens on this machine until it is stopped; port 0 takes any. Rejects where the port cannot be had. */
export async function listen(server: Server, host = "127.0.0.1", port = 0): Promise<Receiver> {
  const sockets = new Set<Socket>();
  const receiver = { port, connections: 0, stop };
  server.on("connection", (socket: Socket) => {
    receiver.connections++;
    sockets.add(socket);
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  receiver.port = (server.address() as AddressInfo).port;
  return receiver;

  async function stop() {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** A receiver that answers in HTTP. */
export const answering = (listener: RequestListener) => listen(createServer(listener));

/** A receiver that answers in HTTP over TLS. */
export const answeringTls = (
  certificate: { cert: string; key: string | Buffer },
  listener: RequestListener,
) => listen(createTlsServer(certificate, listener));

/** A receiver that writes these bytes as its answer, whatever they are, and hangs up unless it should not. */
export const saying = (bytes: string, hangUp = true) =>
  listen(
    createTcpServer((socket) => {
      socket.once("data", () => (hangUp ? socket.end(bytes) : socket.write(bytes)));
    }),
  );
