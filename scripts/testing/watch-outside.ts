import { afterEach, expect } from "vitest";
import { blockOutside, takeAttempts } from "./block-outside";

blockOutside();

// A test that would call the outside fails, also where the code under test swallows the error.
afterEach(() => {
  expect(takeAttempts(), "connections to the outside").toEqual([]);
});
