/** JSON with line breaks, where it is JSON; everything else exactly as it came. */
export function readable(body: string) {
  try {
    const spread = JSON.stringify(JSON.parse(body), null, 2);
    // Brackets in brackets would make megabytes of nothing but space.
    return spread.length > 10 * body.length + 200 ? body : spread;
  } catch {
    return body;
  }
}
