import { afterAll, afterEach, expect, inject } from "vitest";
import { leaveDatabases, pointAt, workerDatabase } from "@/db/testing";
import { blockOutside, takeAttempts } from "./block-outside";

pointAt(inject("clusterUrl"), workerDatabase(process.env.VITEST_POOL_ID ?? 1));
blockOutside();

// A test that would call the outside fails, also where the code under test swallows the error.
afterEach(() => {
  expect(takeAttempts(), "connections to the outside").toEqual([]);
});

afterAll(leaveDatabases);
