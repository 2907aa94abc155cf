import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { texts } from "../_text/texts";
import { addressOf } from "./address-of";
import { type Decision, decide, type Flow, flows, type QuestionName, questions } from "./decide";
import { flowHrefs } from "./flow-hrefs";

/** Walks every way through the questions. */
function walk(query: Record<string, string> = {}): Decision[] {
  const decision = decide(query);
  if (!decision.question) return [decision];
  const { question } = decision;
  return questions[question].flatMap((answer) => walk({ ...query, [question]: answer }));
}

const ends = walk();

describe("the chooser", () => {
  it("reaches every flow, each by one way", () => {
    expect(ends.map(({ flow }) => flow).sort()).toEqual([...flows].sort());
  });

  it("asks three questions at most", () => {
    expect(Math.max(...ends.map(({ answered }) => answered.length))).toBe(3);
  });

  it.each<[Record<string, string>, Flow, string]>([
    [{ who: "seller", asks: "sellerId", listed: "list" }, "sellerIdOnly", "/choose-aggregator"],
    [
      { who: "seller", asks: "sellerId", listed: "clientId" },
      "aggregatorsClientId",
      "/link-client?as=aggregator",
    ],
    [{ who: "seller", asks: "sellerId", listed: "none" }, "notListed", "/link-client?as=aggregator"],
    [
      { who: "seller", asks: "three", tool: "aggregator" },
      "forAggregator",
      "/new-client?as=seller&for=aggregator",
    ],
    [{ who: "seller", asks: "three", tool: "plugin" }, "forPlugin", "/new-client?as=seller&for=plugin"],
    [{ who: "seller", asks: "login" }, "legacy", "/start?who=seller"],
    [{ who: "seller", asks: "code", writer: "me" }, "ownCode", "/new-client?as=seller"],
    [{ who: "seller", asks: "code", writer: "company" }, "partnersClientId", "/link-client?as=partner"],
    [{ who: "partner", whose: "own" }, "partnerOwn", "/new-client?as=partner"],
    [{ who: "partner", whose: "customer" }, "partnerCustomer", "/seller"],
    [{ who: "aggregator", model: "one" }, "aggregatorOne", "/new-client?as=aggregator"],
    [{ who: "aggregator", model: "each" }, "aggregatorEach", "/seller"],
  ])("leads from %j to %s", (query, flow, href) => {
    expect(decide(query).flow).toBe(flow);
    expect(flowHrefs[flow].go).toBe(href);
  });

  it.each([
    [{}, "who"],
    [{ who: "nobody" }, "who"],
    [{ who: "toString" }, "who"],
    [{ who: ["seller", "partner"] }, "asks"],
    [{ who: "seller", tool: "plugin" }, "asks"],
    [{ who: "seller", asks: "sellerId", q: "feedwise" }, "listed"],
    [{ who: "partner", asks: "three" }, "whose"],
  ])("asks again what was not answered: %j", (query, question) => {
    expect(decide(query).question).toBe(question as QuestionName);
  });

  it("is sent to a colleague as an address that says the same", () => {
    for (const { answered, flow } of ends) {
      const { searchParams } = new URL(addressOf(answered), "http://localhost");
      expect(decide(Object.fromEntries(searchParams)).flow).toBe(flow);
    }
  });

  it.each(flows)("leads only to pages that exist, each with its words: %s", (flow) => {
    const { go, also } = flowHrefs[flow];
    for (const href of [go, ...(also ? [also] : [])]) {
      const { pathname } = new URL(href, "http://localhost");
      expect([href, existsSync(join(import.meta.dirname, "..", pathname, "page.tsx"))]).toEqual([href, true]);
    }
    for (const { start } of Object.values(texts)) {
      expect(Boolean(start.flows[flow].also)).toBe(Boolean(also));
      expect(start.flows[flow].have.length).toBeGreaterThan(0);
    }
  });
});
