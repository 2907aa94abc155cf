const most = 200;

/** Somebody's place among the requests being worked on. */
export type Place = { isLeft: boolean };

/**
 * The places for requests that are worked on at once, 200. With fewer, each would be answered sooner and far fewer in all:
 * a request asks the database several times, and between two answers its place does nothing.
 */
export class Places {
  private inside = 0;

  /** A place, or none where all are taken. */
  take(): Place | undefined {
    if (this.inside >= most) return undefined;
    this.inside++;
    return { isLeft: false };
  }

  /** Gives a place back, once however often it is called. */
  leave(place: Place | undefined) {
    if (!place || place.isLeft) return;
    place.isLeft = true;
    this.inside--;
  }
}
