import { expect, test } from "vitest";
import { addKey, putFirst, removeKey } from "./change-ring";
import { refuseWhileNamed, sayRings } from "./say-rings";

const ids = (list: string) => list.split(",").map((entry) => entry.split(":")[0]);

test("a key is added at the end, under an id that was not there, used from the front, and taken away", () => {
  const first = addKey("", "p");
  const second = addKey(first.list, "p");
  expect([first.id, second.id, ids(second.list)]).toEqual(["p1", "p2", ["p1", "p2"]]);
  expect(addKey("mine:x, p7:y", "p").id).toBe("p8");
  expect(addKey("mine:x", "p").id).toBe("p1");
  expect(Buffer.from(second.list.split("p2:")[1] ?? "", "base64")).toHaveLength(32);
  const used = putFirst(second.list, "p2");
  expect(ids(used)).toEqual(["p2", "p1"]);
  expect(putFirst(used, "p2")).toBe(used);
  expect(ids(removeKey(used, "p1"))).toEqual(["p2"]);
});

test("what is in use or unknown is not touched", () => {
  expect(() => removeKey("p2:x,p1:y", "p2")).toThrow("p2 is in use");
  expect(() => removeKey("p1:y", "p9")).toThrow("There is no p9: p1.");
  expect(() => putFirst("p1:y", "p9")).toThrow("There is no p9");
});

test("a key that rows name is said to be needed, and one that nobody has to be missing", () => {
  const about = { table: "mails", column: "sealed_text", kind: "key" as const };
  const names = [
    { ...about, id: "k1", rows: 3 },
    { ...about, id: "k0", rows: 1 },
  ];
  expect(() => refuseWhileNamed(names, "key", "k1")).toThrow("3 rows of mails.sealed_text");
  expect(refuseWhileNamed(names, "key", "k2")).toBeUndefined();
  expect(refuseWhileNamed(names, "pepper", "k1")).toBeUndefined();
  const key = (id: string) => ({ id, key: Buffer.alloc(32) });
  const said = sayRings({ pepper: [key("p1")], key: [key("k2"), key("k1")] }, names);
  expect(said.split("\n").map((line) => line.trim().split(/ {2,}/))).toEqual([
    ["SECRET_PEPPER"],
    ["p1", "in use", "no row"],
    ["KEYS"],
    ["k2", "in use", "no row"],
    ["k1", "3 mails.sealed_text"],
    ["k0", "MISSING", "1 mails.sealed_text"],
  ]);
});
