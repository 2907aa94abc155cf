const format = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** A moment for people and for machines: `22 Nov 2026, 14:05 UTC` and its ISO form. */
export function moment(at: Date | string) {
  const date = new Date(at);
  return { iso: date.toISOString(), text: `${format.format(date)} UTC` };
}
