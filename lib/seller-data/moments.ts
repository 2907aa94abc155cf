/** Made-up history ends here, so that it is the same on every day. In milliseconds since 1970. */
export const lastMoment = Date.UTC(2026, 9, 31, 18);

/** A moment as the marketplace writes it: UTC, to the second. */
export const moment = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/\.\d+Z$/, "Z");
