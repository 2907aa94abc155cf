import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address";

const call = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded ? { "x-forwarded-for": forwarded } : {},
  }) as unknown as IncomingMessage;

describe("where a call came from", () => {
  it("is the peer, whatever it says of itself", () => {
    expect(clientAddress(call("203.0.113.9", "198.51.100.1"), 0)).toBe("203.0.113.9");
    expect(clientAddress(call("::ffff:203.0.113.9"), 0)).toBe("203.0.113.9");
  });

  it.each([
    [1, "198.51.100.1", "198.51.100.1"],
    [1, "6.6.6.6, 198.51.100.1", "198.51.100.1"],
    [2, "6.6.6.6, 198.51.100.1, 10.0.0.2", "198.51.100.1"],
  ])("behind %i trusted hops is what the outermost of them wrote (%s)", (hops, forwarded, expected) => {
    expect(clientAddress(call("10.0.0.1", forwarded), hops)).toBe(expected);
  });

  it("falls back to the nearest known address when the list is shorter than the hops", () => {
    expect(clientAddress(call("10.0.0.1"), 2)).toBe("10.0.0.1");
  });
});
