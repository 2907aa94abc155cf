import type { IncomingMessage } from "node:http";
import { networkOf } from "@/lib/client-address";
import type { Place, Places } from "./places";
import { type BodyFault, readBody } from "./read-body";
import { Shares } from "./shares";

/** Bodies on their way, and the bytes of those and of the ones being worked on: each network has its share of both. */
const bodies = new Shares(1000, 200);
const bytes = new Shares(96 * 1024 * 1024, 32 * 1024 * 1024);

/** There is no room for a request, now or after its body has come. */
export class Busy extends Error {}

/** A request's stay: it holds a place while it is worked on, and none while its body is still on its way. */
export class Visit {
  private place: Place | undefined;
  private body: Promise<Buffer | BodyFault | "no_room"> | undefined;
  private held = 0;

  constructor(
    private readonly places: Places,
    private readonly request: IncomingMessage,
    private readonly address: string,
  ) {}

  /** Takes a place; false where there is none. */
  enter(): boolean {
    this.place = this.places.take();
    return this.place !== undefined;
  }

  /** Gives the place back early; a scenario that only waits does so. */
  stepAside() {
    this.places.leave(this.place);
  }

  /**
   * The body, up to `most` bytes; it comes once, whoever asks. Throws `Busy` where too many others are on their way,
   * or no place is free once it has come.
   */
  async receive(most: number): Promise<Buffer | BodyFault> {
    if (!this.body) {
      this.stepAside();
      this.body = this.read(most);
      const body = await this.body;
      if (body === "no_room" || !this.enter()) throw new Busy();
      return body;
    }
    const body = await this.body;
    if (body === "no_room") throw new Busy();
    return body;
  }

  /** Ends the stay, with all that it held. */
  leave() {
    this.places.leave(this.place);
    if (this.held > 0) bytes.give(networkOf(this.address), this.held);
    this.held = 0;
  }

  private async read(most: number) {
    const network = networkOf(this.address);
    if (!bodies.take(network, 1)) {
      this.request.resume();
      return "no_room";
    }
    try {
      return await readBody(this.request, most, (size) => this.hold(network, size));
    } finally {
      bodies.give(network, 1);
    }
  }

  private hold(network: string, size: number) {
    if (!bytes.take(network, size)) return false;
    this.held += size;
    return true;
  }
}
