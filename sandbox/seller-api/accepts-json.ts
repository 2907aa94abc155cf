/**
 * Whether an Accept header lets application/json through (RFC 9110 12.5.1): the most specific range that fits
 * decides, and a weight of zero forbids. No header, or an empty one, takes everything.
 */
export function acceptsJson(header: string | undefined): boolean {
  if (!header?.trim()) return true;
  let best = { precision: -1, weight: 0 };
  for (const entry of header.split(",")) {
    const [range = "", ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
    const precision = ["*/*", "application/*", "application/json"].indexOf(range);
    if (precision < 0 || precision < best.precision) continue;
    const weight = Number(parameters.find((part) => part.startsWith("q="))?.slice(2) ?? 1);
    best = { precision, weight: Number.isNaN(weight) ? 1 : weight };
  }
  return best.weight > 0;
}
