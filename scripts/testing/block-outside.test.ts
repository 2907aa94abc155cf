import { connect } from "node:net";
import { expect, it } from "vitest";
import { takeAttempts } from "./block-outside";

it("refuses connections to the outside, however they are asked for", async () => {
  expect(() => connect({ host: "192.0.2.1", port: 80 })).toThrow("may not connect to 192.0.2.1");
  expect(() => connect(80, "192.0.2.2")).toThrow("may not connect to 192.0.2.2");
  await expect(fetch("http://outside.test/")).rejects.toThrow();
  expect(takeAttempts()).toEqual(["192.0.2.1", "192.0.2.2", "outside.test"]);
});
