import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { start } from "../_text/en/start";
import { type Decision, decide, flows, type QuestionName, questions } from "./decide";

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

  it("leads to the create page with what the asker named", () => {
    const { flow } = decide({ who: "seller", asks: "three", tool: "plugin" });
    expect(flow && start.flows[flow].go.href).toBe("/new-client?as=seller&for=plugin");
  });

  it.each([
    [{}, "who"],
    [{ who: "nobody" }, "who"],
    [{ who: "toString" }, "who"],
    [{ who: ["seller", "partner"] }, "asks"],
    [{ who: "seller", tool: "plugin" }, "asks"],
    [{ who: "partner", asks: "three" }, "whose"],
  ])("asks again what was not answered: %j", (query, question) => {
    expect(decide(query).question).toBe(question as QuestionName);
  });

  it.each(flows)("leads only to pages that exist: %s", (flow) => {
    const { go, also } = start.flows[flow];
    for (const href of [go.href, ...(also ? [also.href] : [])]) {
      const { pathname } = new URL(href, "http://localhost");
      expect([href, existsSync(join(import.meta.dirname, "..", pathname, "page.tsx"))]).toEqual([href, true]);
    }
  });
});
