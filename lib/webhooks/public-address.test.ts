import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isHomeAddress, isPublicAddress } from "./public-address";

/** First and last address of what the registries set aside, written anew from them as whole numbers. */
const aside4: [number, number][] = [
  [0x00000000, 0x00ffffff],
  [0x0a000000, 0x0affffff],
  [0x64400000, 0x647fffff],
  [0x7f000000, 0x7fffffff],
  [0xa83f8110, 0xa83f8110],
  [0xa9fe0000, 0xa9feffff],
  [0xac100000, 0xac1fffff],
  [0xc0000000, 0xc00000ff],
  [0xc0000200, 0xc00002ff],
  [0xc0586300, 0xc05863ff],
  [0xc0a80000, 0xc0a8ffff],
  [0xc6120000, 0xc613ffff],
  [0xc6336400, 0xc63364ff],
  [0xcb007100, 0xcb0071ff],
  [0xe0000000, 0xffffffff],
];
const block6 = (prefix: bigint, length: number): [bigint, bigint] => {
  const free = BigInt(128 - length);
  return [prefix << free, ((prefix + 1n) << free) - 1n];
};
const aside6 = [
  block6(0n, 3),
  block6(0x200100n >> 1n, 23),
  block6(0x20010db8n, 32),
  block6(0x2002n, 16),
  block6(0x3fff0n, 20),
  ...[2n, 3n, 4n, 5n, 6n, 7n].map((top) => block6(top, 3)),
];
const mapped = block6(0xffffn, 96);
const translated = block6(0x64ff9b0000000000000000n, 96);
const within = <N extends number | bigint>(n: N, [first, last]: [N, N]) => first <= n && n <= last;

const model4 = (n: number) => !aside4.some((range) => within(n, range));
const model6 = (n: bigint) =>
  within(n, mapped) || within(n, translated)
    ? model4(Number(n & 0xffffffffn))
    : !aside6.some((range) => within(n, range));

const dotted = (n: number) => [24, 16, 8, 0].map((shift) => (n >>> shift) & 255).join(".");
const groups = (n: bigint) =>
  Array.from({ length: 8 }, (_, at) => ((n >> BigInt(112 - 16 * at)) & 0xffffn).toString(16));
const spellings = (n: bigint) => {
  const plain = groups(n).join(":");
  const padded = groups(n).map((group) => group.padStart(4, "0"));
  const short = plain.replace(/(^|:)0(:0)+(:|$)/, "::");
  const mixed = `${groups(n).slice(0, 6).join(":")}:${dotted(Number(n & 0xffffffffn))}`;
  return [plain, padded.join(":"), padded.join(":").toUpperCase(), short, mixed];
};

// Mistakes live at the edges.
const edges4 = aside4.flatMap(([first, last]) => [first - 1, first, last, last + 1]);
const any4 = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.constantFrom(...edges4.filter((n) => n >= 0 && n <= 0xffffffff)),
);
const edges6 = [...aside6, mapped, translated].flatMap(([first, last]) => [
  first - 1n,
  first,
  last,
  last + 1n,
]);
const any6 = fc.oneof(
  fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }),
  fc.bigInt({ min: 1n << 125n, max: (1n << 126n) - 1n }),
  fc.constantFrom(...edges6.filter((n) => n >= 0n && n < 1n << 128n)),
  fc.tuple(fc.constantFrom(mapped[0], translated[0]), any4).map(([prefix, n]) => prefix + BigInt(n)),
);

describe("the open internet", () => {
  it("has the same IPv4 addresses as the registries' own ranges", () => {
    const same = (n: number) => {
      expect([dotted(n), isPublicAddress(dotted(n))]).toEqual([dotted(n), model4(n)]);
    };
    fc.assert(fc.property(any4, same), { numRuns: 50_000 });
  });

  it("has the same IPv6 addresses, in every spelling", () => {
    const same = (n: bigint) => {
      for (const text of spellings(n)) expect([text, isPublicAddress(text)]).toEqual([text, model6(n)]);
    };
    fc.assert(fc.property(any6, same), { numRuns: 20_000 });
  });

  it.each(["1.1.1.1", "8.8.8.8", "2606:4700:4700::1111", "2a00:1450:4007::1", "64:ff9b::808:808"])(
    "%s is part of it",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    "",
    "localhost",
    "8.8.8",
    "08.8.8.8",
    "8.8.8.8 ",
    "2606:4700::1%eth0",
    "::1%lo",
    "[2606:4700::1]",
  ])("%j is no address of it", (text) => expect(isPublicAddress(text)).toBe(false));
});

describe("home", () => {
  it.each(["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])("is %s", (address) =>
    expect(isHomeAddress(address)).toBe(true),
  );

  it.each([
    "0.0.0.0",
    "169.254.169.254",
    "10.0.0.1",
    "172.31.0.1",
    "192.168.1.1",
    "8.8.8.8",
    "::",
    "fe80::1",
    "fd00:ec2::254",
    "::1%lo",
    "x",
  ])("is not %s", (address) => expect(isHomeAddress(address)).toBe(false));

  it("is never the open internet", () => {
    fc.assert(fc.property(any4, (n) => !(isPublicAddress(dotted(n)) && isHomeAddress(dotted(n)))));
  });
});
