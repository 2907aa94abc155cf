import type { IncomingMessage } from "node:http";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clientAddress, networkOf } from "./client-address";

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

describe("what counts as one address in a limit", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["::FFFF:cb00:7109", "203.0.113.9"],
    ["0:0:0:0:0:ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8::9", "2001:db8:0:0::/64"],
    ["2001:db8:1:2::", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::", "0:0:0:0::/64"],
    ["::203.0.113.9", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["1:0:0:2:0:0:0:3", "1:0:0:2::/64"],
    ["", ""],
    ["no address", "no address"],
  ])("%s: %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it("is the same for all of a /64 however written, and another next door", () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
    const half = fc.tuple(group, group, group, group);
    fc.assert(
      fc.property(half, half, half, (network, mine, theirs) => {
        const one = networkOf([...network, ...mine].join(":"));
        fc.pre(network.join() !== "0,0,0,0");
        expect(networkOf([...network, ...theirs].join(":").toUpperCase())).toBe(one);
        const next = [...network.slice(0, 3), (Number.parseInt(network[3], 16) ^ 1).toString(16)];
        expect(networkOf([...next, ...mine].join(":"))).not.toBe(one);
      }),
    );
  });
});
