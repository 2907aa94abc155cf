const zone = "Europe/Paris";
const hour = 7;
const dayMs = 86_400_000;

const wall = new Intl.DateTimeFormat("en-GB", {
  timeZone: zone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  hourCycle: "h23",
});

/** What clocks in Paris show at a moment. */
function inParis(at: Date) {
  const parts = Object.fromEntries(wall.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour: shown = 0 } = parts;
  return { year, month, day, hour: shown };
}

/** Seven in the morning of a day in Paris, summer or winter. */
function morningOf({ year, month, day }: { year: number; month: number; day: number }) {
  const winter = new Date(Date.UTC(year, month - 1, day, hour - 1));
  return inParis(winter).hour === hour ? winter : new Date(Date.UTC(year, month - 1, day, hour - 2));
}

/** The last seven o'clock in Paris that has come by `at`; weekly, that of a Monday. */
export function lastMorning(at: Date, rhythm: "daily" | "weekly"): Date {
  // By noon of that day, so that a day shorter or longer by an hour does not slip.
  const { year, month, day } = inParis(at);
  const noon = Date.UTC(year, month - 1, day, 12);
  for (let back = 0; ; back++) {
    const one = new Date(noon - back * dayMs);
    const morning = morningOf({
      year: one.getUTCFullYear(),
      month: one.getUTCMonth() + 1,
      day: one.getUTCDate(),
    });
    if (morning <= at && (rhythm === "daily" || one.getUTCDay() === 1)) return morning;
  }
}
