import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./same-origin";

describe("a mutation", () => {
  it.each([
    [{ origin: "http://localhost:3000" }, true],
    [{ origin: "http://localhost:3000", "sec-fetch-site": "cross-site" }, true],
    [{ "sec-fetch-site": "same-origin" }, true],
    [{}, false],
    [{ origin: "null" }, false],
    [{ origin: "http://localhost:3001" }, false],
    [{ origin: "https://localhost:3000" }, false],
    [{ origin: "http://localhost:3000.evil.test" }, false],
    [{ origin: "http://evil.test", "sec-fetch-site": "same-origin" }, false],
    [{ "sec-fetch-site": "same-site" }, false],
    [{ "sec-fetch-site": "none" }, false],
  ])("with %j is ours: %s", (headers, ours) => {
    expect(isSameOrigin(new Headers(headers as Record<string, string>))).toBe(ours);
  });
});
