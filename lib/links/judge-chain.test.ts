import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChainFacts, judgeChain } from "./judge-chain";

const at = new Date("2026-11-22T10:42:07Z");
const all: ChainFacts = {
  clientCreatedAt: at,
  suspendedAt: null,
  deletedAt: null,
  secretCreatedAt: at,
  linkOpen: true,
  linkCreatedAt: at,
  toldAt: at,
  firstTokenAt: at,
  firstCallAt: at,
};
const states = (facts: ChainFacts) =>
  judgeChain(facts)
    .map(({ state }) => state)
    .join(" ");
const why = (facts: ChainFacts, lamp: string) => judgeChain(facts).find((one) => one.lamp === lamp)?.why;

describe("the chain", () => {
  it("is all lit when every fact is there", () => {
    expect(states(all)).toBe("lit lit lit lit lit lit");
  });

  it("of nothing starts with the client and lets the rest wait", () => {
    const nothing = {
      ...all,
      clientCreatedAt: null,
      secretCreatedAt: null,
      linkOpen: false,
      linkCreatedAt: null,
      toldAt: null,
    };
    expect(states({ ...nothing, firstTokenAt: null, firstCallAt: null })).toBe(
      "dark waiting waiting waiting waiting waiting",
    );
  });

  it("names the suspended client", () => {
    expect(why({ ...all, suspendedAt: at }, "client")).toBe("client_suspended");
  });

  it("tells an ended link from one that never was", () => {
    expect(why({ ...all, linkOpen: false }, "link")).toBe("link_ended");
    expect(why({ ...all, linkOpen: false, linkCreatedAt: null }, "link")).toBe("no_link");
  });

  it("keeps a token that was given lit, although the link ended since", () => {
    expect(states({ ...all, linkOpen: false })).toBe("lit lit dark waiting lit waiting");
  });

  it("has at most one dark lamp, before every waiting one, and gives each unlit lamp a reason", () => {
    const maybe = fc.constantFrom(null, at);
    const facts = fc.record({
      clientCreatedAt: maybe,
      suspendedAt: maybe,
      deletedAt: maybe,
      secretCreatedAt: maybe,
      linkOpen: fc.boolean(),
      linkCreatedAt: maybe,
      toldAt: maybe,
      firstTokenAt: maybe,
      firstCallAt: maybe,
    });
    fc.assert(
      fc.property(facts, (some) => {
        const lamps = judgeChain(some);
        const dark = lamps.filter(({ state }) => state === "dark").length;
        const unlit = lamps.filter(({ state }) => state !== "lit");
        expect(dark).toBe(unlit.length > 0 ? 1 : 0);
        expect(unlit.every((lamp) => lamp.why !== null && lamp.at === null)).toBe(true);
        expect(unlit[0]?.state ?? "dark").toBe("dark");
      }),
    );
  });
});
