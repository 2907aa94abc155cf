let offset = 0;

/** The current time. Everything that compares times asks here, so that a test can move it. */
export function now() {
  return new Date(Date.now() + offset);
}

/** Moves the clock of this process by so many seconds; `0` puts it right again. For tests only. */
export function moveClock(seconds: number) {
  offset = seconds * 1000;
}

/** A time that lies so many seconds ahead (or, negative, behind). */
export function inSeconds(seconds: number) {
  return new Date(now().getTime() + seconds * 1000);
}
