import { expect, it } from "vitest";
import { findById } from "@/lib/seller-data/example";
import { texts } from "../../_text/texts";
import { markdown } from "./checklist";
import { featureNames, features, listTasks } from "./features";

const states = (has: string[]) =>
  Object.fromEntries(listTasks(has).map(({ feature, state }) => [feature, state]));

it("what is ticked is in place; the rest is missing where a complete tool has it, else optional", () => {
  expect(states(["readOrders", "quality", "nonsense"])).toMatchObject({
    readOrders: "there",
    quality: "there",
    shipOrders: "missing",
    totals: "optional",
  });
  expect(new Set(listTasks([...featureNames]).map(({ state }) => state))).toEqual(new Set(["there"]));
});

it("every task names calls that exist", () => {
  for (const feature of featureNames)
    for (const id of features[feature].calls) expect(findById(id)?.id).toBe(id);
});

it("as Markdown, each task is a box with its state and its routes", () => {
  const lines = markdown(listTasks(["connect"]), texts.en).split("\n");
  expect(lines[0]).toBe("# Checklist for the Seller API");
  expect(lines).toContain("- [x] Check a new connection (In place)");
  expect(lines).toContain("  - `GET /sellers`");
  expect(lines).toContain("- [ ] Fetch orders (Missing)");
  expect(lines).toContain("- [ ] Show totals (Optional)");
  expect(lines.filter((line) => line.startsWith("- ["))).toHaveLength(featureNames.length);
  expect(markdown(listTasks([]), texts.fr)).toContain("- [ ] Chercher les commandes (Manquant)");
});
