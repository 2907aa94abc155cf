import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What a load came to: how long each kind of answer took in milliseconds, and what never came. */
export type Load = {
  seconds: number;
  served: number[];
  refused: number[];
  /** Refusals that do not say when to come back. */
  rude: number;
  otherStatus: Record<number, number>;
  broken: number;
  /** What could not even be sent, because all connections waited. */
  unsent: number;
};

const tickMs = 10;

/** One request as bytes, on a connection that is kept. */
export function makeRequest(method: string, path: string, headers: Record<string, string>, body = "") {
  const lines = Object.entries({
    host: "localhost",
    ...headers,
    "content-length": String(Buffer.byteLength(body)),
  });
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`,
  );
}

/** So many connections, each with one request under way at all times. */
export async function loadClosed(
  port: number,
  request: Buffer,
  width: number,
  seconds: number,
): Promise<Load> {
  const load = emptyLoad();
  const lines = Array.from({ length: width }, () => new Line(port, load));
  const from = performance.now();
  const end = from + seconds * 1000;
  await Promise.all(
    lines.map(async (line) => {
      while (performance.now() < end) await line.send(request);
    }),
  );
  load.seconds = (performance.now() - from) / 1000;
  for (const line of lines) line.close();
  return load;
}

/** So many requests a second whatever the answers are, over connections that are bounded in number. */
export async function loadOpen(
  port: number,
  request: Buffer,
  perSecond: number,
  width: number,
  seconds: number,
): Promise<Load> {
  const load = emptyLoad();
  const idle = Array.from({ length: width }, () => new Line(port, load));
  const all = [...idle];
  const from = performance.now();
  let sent = 0;
  for (;;) {
    const passed = performance.now() - from;
    if (passed > seconds * 1000) break;
    const due = Math.floor((passed / 1000) * perSecond);
    for (; sent < due; sent++) {
      const line = idle.pop();
      if (!line) load.unsent++;
      else void line.send(request).then(() => idle.push(line));
    }
    await sleep(tickMs);
  }
  load.seconds = (performance.now() - from) / 1000;
  // What is under way may still come.
  for (let waited = 0; waited < 5000 && idle.length < all.length; waited += 50) await sleep(50);
  for (const line of all) line.close();
  return load;
}

const emptyLoad = (): Load => ({
  seconds: 0,
  served: [],
  refused: [],
  rude: 0,
  otherStatus: {},
  broken: 0,
  unsent: 0,
});

/** One kept connection that reads no more of an answer than it must, so that the load costs less than the serving. */
class Line {
  private socket: Socket | undefined;
  private answered: ((head: string | undefined) => void) | undefined;
  private got = "";

  constructor(
    private readonly port: number,
    private readonly load: Load,
  ) {}

  async send(request: Buffer): Promise<void> {
    const from = performance.now();
    const head = await new Promise<string | undefined>((answered) => {
      this.answered = answered;
      this.socket ??= this.open();
      this.socket.write(request);
    });
    const ms = performance.now() - from;
    const status = Number(head?.slice(9, 12));
    if (head === undefined) this.load.broken++;
    else if (status === 200) this.load.served.push(ms);
    else if (status === 503 || status === 429) {
      this.load.refused.push(ms);
      if (!/\r\nretry-after: \d+\r\n/i.test(head)) this.load.rude++;
    } else this.load.otherStatus[status] = (this.load.otherStatus[status] ?? 0) + 1;
  }

  close() {
    this.socket?.destroy();
  }

  private open() {
    const socket = connect(this.port, "127.0.0.1").setNoDelay(true);
    this.got = "";
    socket.setEncoding("latin1").on("data", (chunk) => this.read(String(chunk)));
    socket.on("error", () => {});
    socket.once("close", () => {
      if (this.socket === socket) this.socket = undefined;
      this.settle(undefined);
    });
    return socket;
  }

  private read(chunk: string) {
    this.got += chunk;
    const end = this.got.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = this.got.slice(0, end + 2);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.got.length < end + 4 + length) return;
    this.got = this.got.slice(end + 4 + length);
    this.settle(head);
  }

  private settle(head: string | undefined) {
    const { answered } = this;
    this.answered = undefined;
    answered?.(head);
  }
}
