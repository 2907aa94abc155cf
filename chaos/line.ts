import { connect, type Socket } from "node:net";

/** An answer as far as a load looks at it; no status where the connection ended instead. */
export type Seen = { status: number | undefined; saysWhen: boolean };

const lost: Seen = { status: undefined, saysWhen: false };
const headEnd = Buffer.from("\r\n\r\n");

/** One kept connection that reads no more of an answer than it must, so that the load costs less than the serving. */
export class Line {
  private socket: Socket | undefined;
  private answered: ((seen: Seen) => void) | undefined;
  private got: Buffer | undefined;

  constructor(private readonly port: number) {}

  /** Sends one request; another may follow once this one is answered. */
  send(request: Buffer, answered: (seen: Seen) => void) {
    this.answered = answered;
    this.connect().write(request);
  }

  /** Opens the connection, where it is not yet. */
  connect(): Socket {
    this.socket ??= this.open();
    return this.socket;
  }

  close() {
    this.socket?.destroy();
  }

  private open() {
    const socket = connect(this.port, "127.0.0.1").setNoDelay(true);
    this.got = undefined;
    socket.on("data", (chunk) => this.read(chunk)).on("error", () => {});
    socket.once("close", () => {
      if (this.socket !== socket) return;
      this.socket = undefined;
      this.settle(lost);
    });
    return socket;
  }

  private read(chunk: Buffer) {
    const got = this.got ? Buffer.concat([this.got, chunk]) : chunk;
    this.got = got;
    const end = got.indexOf(headEnd);
    if (end < 0) return;
    const head = got.toString("latin1", 0, end + 2);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (got.length < end + 4 + length) return;
    this.got = undefined;
    const status = Number(head.slice(9, 12));
    const seen = { status, saysWhen: status !== 200 && /\r\nretry-after: \d+\r\n/i.test(head) };
    // What says that it closes is not written to again.
    if (/\r\nconnection: close\r\n/i.test(head)) this.drop();
    this.settle(seen);
  }

  private drop() {
    this.socket?.end();
    this.socket = undefined;
  }

  private settle(seen: Seen) {
    const { answered } = this;
    this.answered = undefined;
    answered?.(seen);
  }
}
