import type { Socket } from "node:net";

const mostAtOnce = 64;

/**
 * Where connections rest that were sent away: nothing is read from them until it is their turn, so many at each turn
 * of the loop and the one that waited longest first. Else whoever asks again at once, over enough connections, keeps
 * us busy with sending away.
 */
export class Turnstile {
  private readonly resting = new Set<Socket>();
  private isTurning = false;

  /** Lets a connection rest until its turn. */
  rest(socket: Socket) {
    if (socket.destroyed || this.resting.has(socket)) return;
    socket.pause();
    this.resting.add(socket);
    if (this.isTurning) return;
    this.isTurning = true;
    setImmediate(() => this.turn());
  }

  private turn() {
    let count = 0;
    for (const socket of this.resting) {
      if (count++ === mostAtOnce) break;
      this.resting.delete(socket);
      socket.resume();
    }
    this.isTurning = this.resting.size > 0;
    if (this.isTurning) setImmediate(() => this.turn());
  }
}
