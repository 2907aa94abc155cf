const most = 200;
const least = 32;
const soonMs = 10;
const windowMs = 100;

/** Somebody's place among the requests being worked on. */
export type Place = { since: number; isLeft: boolean };

/**
 * How many requests are worked on at once. A burst is let in up to 200; while requests are being sent away and those
 * inside take more than twice as long as usual, it is fewer and fewer down to 32: as many are served in all, and each
 * of them sooner. What is usual is seen while nobody is sent away, so that a database far away is no reason.
 */
export class Places {
  private inside = 0;
  private room = most;
  private ends: number;
  private sentAway = 0;
  private finished = 0;
  private tookMs = 0;
  private usualMs = 0;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.ends = this.now() + windowMs;
  }

  /** A place, or none where all are taken. */
  take(): Place | undefined {
    const since = this.now();
    if (since >= this.ends) this.judge(since);
    if (this.inside >= this.room) {
      this.sentAway++;
      return undefined;
    }
    this.inside++;
    return { since, isLeft: false };
  }

  /** Gives a place back, once however often it is called; whoever `waited` outside of us says nothing about us. */
  leave(place: Place | undefined, waited: "done" | "waited" = "done") {
    if (!place || place.isLeft) return;
    place.isLeft = true;
    this.inside--;
    if (waited === "waited") return;
    this.finished++;
    this.tookMs += this.now() - place.since;
  }

  private judge(at: number) {
    const meanMs = this.finished > 0 ? this.tookMs / this.finished : 0;
    const isSlow = meanMs > Math.max(soonMs, 2 * this.usualMs);
    if (this.sentAway === 0) {
      this.room = most;
      if (this.finished > 0) this.usualMs += (meanMs - this.usualMs) / 4;
    } else if (isSlow) this.room = Math.max(least, Math.floor(this.room / 2));
    else if (this.finished > 0) this.room = Math.min(most, this.room + 4);
    this.ends = at + windowMs;
    this.sentAway = this.finished = this.tookMs = 0;
  }
}
